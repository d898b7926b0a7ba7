"""The page has the room of the window, and what floats over it makes way."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Scheme, Theme
from secondop_desktop.window import pictures
from secondop_desktop.window.session import Session
from secondop_desktop.window.sidebar import LISTED, PLACES

READ_FIRST = ("medicine", "allergy", "diagnosis", "symptom", "provider", "person", "record")
LEAST_SHARE = 0.72


def _content(session: Session) -> float:
    """Return the share of the window that is the page's."""
    shell, page = session.shell, session.page
    assert page is not None
    return page.scroller.width() * page.scroller.height() / (shell.width() * shell.height())


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
@pytest.mark.parametrize("key", READ_FIRST)
def test_the_page_has_most_of_the_window(
    session: Session, qapp: QApplication, key: str, size: tuple[int, int]
) -> None:
    session.shell.resize(*size)
    session.go(key)
    pictures.settle(qapp)
    assert _content(session) >= LEAST_SHARE


@pytest.mark.parametrize("size", [(1366, 768), (1280, 800), (1024, 640)])
def test_all_screens_are_seen_at_once(
    session: Session, qapp: QApplication, size: tuple[int, int]
) -> None:
    session.shell.resize(*size)
    pictures.settle(qapp)
    sidebar = session.shell.sidebar
    assert len(LISTED) <= 16
    for entry in (*sidebar.entries.values(), session.shell.centre.make_pdf, session.shell.person):
        assert entry.visibleRegion().boundingRect() == entry.rect()


@pytest.mark.parametrize("key", [place.key for place in PLACES])
def test_with_large_text_every_screen_fits_a_small_window(
    session: Session, qapp: QApplication, key: str, look: Theme
) -> None:
    theme.apply(qapp, Scheme.LIGHT, 200)
    pictures.settle(qapp)
    session.shell.resize(1024, 768)
    session.go(key)
    pictures.settle(qapp)
    assert session.shell.width() == 1024
    assert not session.shell.sidebar.isVisible()
    assert session.shell.header.screens.isVisible()


@pytest.mark.parametrize("key", READ_FIRST)
def test_nothing_scrolls_inside_what_scrolls(
    session: Session, qapp: QApplication, key: str
) -> None:
    session.shell.resize(1024, 640)
    session.go(key)
    pictures.settle(qapp)
    page = session.page
    assert page is not None
    scrolling = [
        area
        for area in page.findChildren(QScrollArea)
        if area.isVisible() and area.verticalScrollBar().maximum() > 0
    ]
    pairs = [(outer, inner) for outer in scrolling for inner in scrolling if outer is not inner]
    assert not any(outer.isAncestorOf(inner) for outer, inner in pairs)


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
