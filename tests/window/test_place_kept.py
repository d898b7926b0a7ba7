"""What stays in its place: the order of lists, and where the keyboard begins."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.widgets.kind_pages.reading_page import ReadingPage
from secondop_desktop.window import pictures
from secondop_desktop.window.session import Session
from tests.window.conftest import Open

NAMES = ("Digoxin", "Amlodipine", "Codeine", "Bisoprolol")


@pytest.fixture
def own(opened: Open, tmp_path: Path) -> Session:
    """Four of each kind, made in one change as an import makes them, none with a date."""
    path = tmp_path / "Own.secondop"
    with Journal.create(path, KINDS) as journal, journal.change("Add") as change:
        person = change.add("person", name="Edith Maplethorpe")
        for name in NAMES:
            change.add("medicine", person=person, name=name, status="active")
            change.add("allergy", person=person, substance=name, status="active")
            change.add("provider", person=person, name=name)
    return opened(path)


@pytest.mark.parametrize("kind", ["medicine", "allergy", "provider"])
def test_a_list_keeps_its_order_on_an_edit(own: Session, kind: str) -> None:
    own.go(kind)
    page = own.page
    assert isinstance(page, ReadingPage)
    before = [item.key for item in page.list.items()]
    for entry in (before[2], before[0]):
        with own.journal.change("Edit") as change:
            change.edit(kind, str(entry), notes="Ask about it")
        assert [item.key for item in page.list.items()] == before


@pytest.mark.parametrize("key", ["home", "case", "bin", "copies", "import"])
def test_the_keyboard_begins_in_the_page_and_never_on_help(
    own: Session, qapp: QApplication, key: str
) -> None:
    for _turn in range(3):
        own.go("timeline")
        own.act(key)
        pictures.settle(qapp)
        has = QApplication.focusWidget()
        assert has is not None
        assert own.page is not None
        assert own.page.isAncestorOf(has) or own.page.bar.isAncestorOf(has)
        assert has is not own.shell.help_button
