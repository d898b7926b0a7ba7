"""A press on the board never moves what it presses, and does at once what it says."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from secondop_desktop.features.opinions.page.opinions_page import OpinionsPage
from secondop_desktop.features.opinions.rules.aspects import ASPECTS
from tests.features.desk import Desk, settle
from tests.features.opinions.case import cell, opened, opinions

LEFT = Qt.MouseButton.LeftButton


def _full(desk: Desk, count: int = 2) -> OpinionsPage:
    for opinion in opinions(desk, count):
        for aspect in ASPECTS[1:]:
            desk.add("statement", opinion=opinion, aspect=aspect.word, text="Wait. " * 30)
    return opened(desk, (818, 500))


def _cut(page: OpinionsPage) -> Iterator[tuple[QAbstractButton, QPoint]]:
    """Yield what the edges of the board cut, with a point of it that is still in sight."""
    for button in page.grid.board.sheet.findChildren(QAbstractButton):
        seen = button.visibleRegion().boundingRect()
        if not seen.isEmpty() and seen.height() < button.height():
            yield button, QPoint(seen.center().x(), seen.bottom() if seen.top() else seen.top())


def test_nothing_moves_under_a_press_at_the_edge_of_the_board(desk: Desk) -> None:
    page = _full(desk)
    bar, moved, tried = page.grid.board.verticalScrollBar(), [], 0
    for tenth in range(11):
        bar.setValue(bar.maximum() * tenth // 10)
        for button, spot in list(_cut(page)):
            tried += 1
            before = button.mapToGlobal(QPoint())
            QTest.mousePress(button, LEFT, pos=spot)
            settle()
            if button.mapToGlobal(QPoint()) != before:
                moved.append(button.accessibleName())
            QTest.mouseRelease(button, LEFT, pos=QPoint(-50, -50))
    assert tried > 10
    assert moved == []


def test_a_cell_half_in_sight_is_opened_by_the_first_press(desk: Desk) -> None:
    page = _full(desk)
    board = page.grid.board
    words = cell(page, "plan").words
    top = words.mapTo(board.sheet, QPoint()).y()
    board.verticalScrollBar().setValue(top + 6 - board.viewport().height())
    assert 0 < words.visibleRegion().boundingRect().height() < words.height()
    QTest.mouseClick(words, LEFT, pos=QPoint(20, 2))
    settle()
    editor = cell(page, "plan").editor
    assert editor is not None
    assert editor.text.text.hasFocus()


def test_a_draft_says_so_at_its_head(desk: Desk) -> None:
    opinions(desk)
    desk.add("opinion", overall="Somebody said so")
    page = opened(desk)
    assert [head.about.text() for head in page.grid.heads.heads][-1] == "Draft"


def test_what_is_no_value_stands_at_the_head(desk: Desk) -> None:
    opinions(desk)
    desk.add("opinion", place=4, unread={"date": "31 June 2025", "how": "by pigeon"})
    about = opened(desk).grid.heads.heads[-1].about.text().replace("\u00a0", " ")
    assert about == "Draft, “31 June 2025”, How you were told: “by pigeon”"
