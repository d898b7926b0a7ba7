"""Back and forward between pages, and what floats over a page makes way."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.window import session as session_room
from secondop_desktop.window.session import Session


def test_back_and_forward_lead_between_places(session: Session, qtbot: QtBot) -> None:
    session.go("medicine")
    read = session.page.here() if session.page is not None else ""
    session.go("letter")
    session.act("back")
    assert session.key == "medicine"
    assert session.page is not None
    assert session.page.here() == read
    session.act("forward")
    assert session.key == "letter"


def test_the_undo_bar_makes_way_for_what_has_the_focus(session: Session) -> None:
    session.go("medicine")
    bar = session.shell.undo_bar
    with session.journal.change("Something") as change:
        change.add("medicine", person=session.person, name="Drops")
    assert bar.isVisible()
    page = session.page
    assert page is not None
    edit = page.findChild(QAbstractButton, options=Qt.FindChildOption.FindChildrenRecursively)
    for button in page.findChildren(QAbstractButton):
        if button.text() == "Edit":
            edit = button
    assert edit is not None
    edit.setFocus()
    spot = QRect(edit.mapTo(session.shell.centre, QPoint()), edit.size())
    assert not bar.geometry().intersects(spot)


@pytest.mark.parametrize("key", ["medicine", "question", "cost"])
def test_the_undo_bar_leaves_what_is_pinned_to_the_foot_in_sight(
    session: Session, key: str
) -> None:
    session.shell.resize(1366, 768)
    session.go(key)
    page, centre = session.page, session.shell.centre
    assert page is not None
    page.duplicate_chosen()  # type: ignore[attr-defined]
    page.form.done()  # type: ignore[attr-defined]
    bar = session.shell.undo_bar
    assert bar.isVisible()

    def place(part: QWidget) -> QRect:
        return QRect(part.mapTo(centre, QPoint()), part.size())

    foot = {"Edit", "Duplicate", "Put in the bin", "Move down"}
    buttons = [one for one in page.findChildren(QAbstractButton) if one.isVisible()]
    pinned = [one for one in buttons if one.text() in foot]
    assert len(pinned) >= 3
    assert [one.text() for one in pinned if place(one).intersects(bar.geometry())] == []


def test_a_person_who_was_added_leads_to_their_pages(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    with session.journal.change("Add") as change:
        other = change.add("person", name="Winifred Saltmarsh", known_as="Win")
    monkeypatch.setattr(session_room, "is_switch_wanted", lambda *_which: True)
    session.go(f"person:{session.person}")
    assert session.page is not None
    assert not _pages(session.page).isVisible()
    session.page.open_entry(other)
    assert _pages(session.page).text() == "Go to the pages of Win"
    _pages(session.page).click()
    assert (session.person, session.key) == (other, "home")


def _pages(page: QWidget) -> QAbstractButton:
    buttons = page.findChildren(QAbstractButton)
    return [one for one in buttons if one.text().startswith("Go to the pages")][-1]
