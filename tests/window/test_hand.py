"""Back and forward between pages, and what floats over a page makes way."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

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
