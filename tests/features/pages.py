"""A page of a kind on the screen, as the window makes it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from secondop_desktop.catalogue import KINDS
from secondop_desktop.widgets.kind_pages.kind_page import KindPage
from secondop_desktop.window.kind_lookup import form_of
from tests.features.desk import Desk, settle

WIDTH, HEIGHT = 1020, 680
P = TypeVar("P", bound=KindPage)


@contextmanager
def opened_page(desk: Desk, kind: str, make: type[P], person: str | None = None) -> Iterator[P]:
    """Show the page of a kind for her, or for another person, until the block ends."""
    found, case = KINDS[kind], desk.case if person is None else None
    whose = person or str(desk.person)
    page = make(desk.journal, desk.watch, found, whose, form_of(found), "", {"case": case})
    page.resize(WIDTH, HEIGHT)
    desk.qtbot.addWidget(page)
    page.show()
    settle()
    yield page
    page.close()
    page.deleteLater()
