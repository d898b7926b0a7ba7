"""A case with opinions, and its page on the screen."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from secondop_desktop.features.opinions.form import OpinionForm
from secondop_desktop.features.opinions.page.cell import StatementCell
from secondop_desktop.features.opinions.page.opinions_page import OpinionsPage
from tests.features.desk import Desk, settle

SIZE = (1044, 700)


def opinions(desk: Desk, count: int = 2) -> list[str]:
    """Add opinions by Dr Shah and others, each with what they think it is, from a letter."""
    made = []
    letter = desk.add("record", title="Clinic letter")
    for place in range(1, count + 1):
        doctor = desk.add("provider", name=f"Dr Shah {place}")
        made.append(desk.add("opinion", place=place, provider=doctor, overall=f"Overall {place}"))
        desk.add(
            "statement",
            opinion=made[-1],
            aspect="what",
            text=f"Said {place}.",
            source="letter",
            record=letter,
            page=2,
        )
    return made


def opened(desk: Desk, size: tuple[int, int] = SIZE, **given: Any) -> OpinionsPage:
    """Show the page of the case."""
    kind = desk.journal.kinds["opinion"]
    start = {"case": desk.case, **given}
    page = OpinionsPage(
        desk.journal, desk.watch, kind, str(desk.person), OpinionForm, "What it is for", start
    )
    page.resize(*size)
    desk.qtbot.addWidget(page)
    with desk.qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.focus_start()
    settle()
    return page


def cell(page: OpinionsPage, aspect: str, column: int = 0) -> StatementCell:
    """Return the first cell of an aspect in a column."""
    row = next(row for row in page.grid.rows if row.aspect == aspect)
    found = row.cells[column][0]
    assert isinstance(found, StatementCell)
    return found


def shown(page: OpinionsPage) -> list[str]:
    """Return the aspects that are shown."""
    return [row.aspect for row in page.grid.rows if not row.isHidden()]


def key(which: Qt.Key, widget: QWidget | None = None) -> None:
    """Press a key where the focus is."""
    target = widget or QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, which)
    settle()


def write(text: str) -> None:
    """Type where the focus is, letter by letter."""
    for letter in text:
        has = QApplication.focusWidget()
        assert has is not None
        QTest.keyClicks(has, letter)
    settle()


def focused() -> str:
    """Return the name of what has the focus."""
    has = QApplication.focusWidget()
    return has.accessibleName() if has is not None else ""


def from_menu(menu: QMenu, words: str) -> None:
    """Choose an entry of a menu as it would be filled on opening."""
    menu.aboutToShow.emit()
    next(act for act in menu.actions() if act.text() == words).trigger()
    settle()


def statements(desk: Desk) -> dict[tuple[str, str], str]:
    """Return what is saved, by aspect and opinion."""
    rows = desk.journal.entries("statement")
    return {(row.aspect, row.opinion): row.text for row in rows}
