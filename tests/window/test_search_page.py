"""The page of what was found: a calm row for each entry, those of one kind alone if wanted."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from secondop_desktop.window.search_page import FindPage
from secondop_desktop.window.session import Session
from tests.widgets.walker import unnamed


def found(session: Session, words: str) -> FindPage:
    session.search(words)
    assert isinstance(session.page, FindPage)
    return session.page


def test_one_kind_can_be_shown_alone(session: Session) -> None:
    page = found(session, "valve")
    every = len(page.list.items())
    page.filter.setCurrentIndex(page.filter.findData("question"))
    kinds = {session.journal.kind_of(str(item.key)).name for item in page.list.items()}
    assert kinds == {"question"}
    assert len(page.list.items()) < every
    page.show_words("valv")
    assert page.filter.currentData() == "question"
    assert unnamed(page) == []


def test_a_row_says_its_kind_and_the_field_with_the_word_marked(session: Session) -> None:
    page = found(session, "valve")
    item = page.list.items()[0]
    assert item.date == session.journal.kind_of(str(item.key)).label
    at, length = item.marked[0]
    assert item.detail[at : at + length].casefold().startswith("valve")


def test_enter_opens_what_was_found(session: Session) -> None:
    page = found(session, "valve")
    page.focus_start()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert session.key != "find"


def test_the_first_are_listed_at_once_and_the_others_after_them(
    session: Session, qtbot: QtBot
) -> None:
    with session.journal.change("Add") as change:
        for number in range(90):
            change.add("symptom", person=session.person, what=f"Quiver {number}")
    page = found(session, "quiver")
    assert len(page.list.items()) == 40
    page.list.choose(page.list.items()[30].key)
    chosen = page.list.current_key()
    qtbot.waitUntil(lambda: len(page.list.items()) == 90)
    assert page.list.current_key() == chosen
