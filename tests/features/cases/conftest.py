"""The page of a case on a screen, as the window opens it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow

from secondop_desktop.features.cases.page import CasePage
from secondop_desktop.window.kind_lookup import form_of
from tests.features.desk import Desk
from tests.features.page_desk import in_window

Show = Callable[[], CasePage]


@pytest.fixture
def show(desk: Desk) -> Iterator[Show]:
    """Open the page; it is closed before the journal is."""
    shown: list[CasePage] = []
    windows: list[QMainWindow] = []

    def open_it() -> CasePage:
        kind = desk.journal.kinds["case"]
        page = CasePage(desk.journal, desk.watch, kind, desk.person or "", form_of(kind))
        windows.append(in_window(desk, page))
        shown.append(page)
        return page

    yield open_it
    for page in shown:
        if page.step is not None:
            page.step.notes.waiting = False
    for window in windows:
        window.close()
    QApplication.processEvents()


@pytest.fixture
def page(show: Show) -> CasePage:
    """The page of Margaret Evans's only case."""
    return show()
