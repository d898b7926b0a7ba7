"""A screen has a heading, its actions, and content that scrolls down but never sideways."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.labels import heading, paragraph
from secondop_desktop.widgets.fields.text import TextField
from secondop_desktop.widgets.layout.scroll_column import ScrollColumn
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.widgets.theme import Scheme, Space, Theme
from tests.features.desk import settle
from tests.widgets import walker

LEAD = "Write down what you want to ask before you go, and what they said after."


def _page(qtbot: QtBot, *, wide: bool = False, scrolls: bool = True) -> Page:
    page = Page("Appointments", LEAD, wide=wide, scrolls=scrolls)
    qtbot.addWidget(page)
    page.add_action(Button("Add an appointment", "add", Rank.PRIMARY))
    page.add_action(Button("Print what to ask", "print"))
    return page


def _long_page(qtbot: QtBot, at: int) -> tuple[Page, list[QLineEdit]]:
    """Show a page of forty fields, scrolled to the one that has the focus."""
    page = _page(qtbot)
    edits = [QLineEdit() for _ in range(40)]
    for edit in edits:
        page.add(edit)
    page.resize(800, 400)
    page.show()
    page.activateWindow()
    edits[at].setFocus()
    qtbot.waitUntil(lambda: not edits[at].visibleRegion().isEmpty())
    return page, edits


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_cut_off_in_a_small_window(
    look: Theme, qapp: QApplication, qtbot: QtBot, percent: int
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    page = _page(qtbot)
    page.bar.show_heading(percent == 100)
    for number in range(8):
        page.add(heading(f"Coming up {number}"))
        page.add(paragraph(LEAD * 3))
    page.resize(820, 500)
    page.show()
    assert walker.cut_off(page) == []
    assert page.scroller.horizontalScrollBar().maximum() == 0
    assert page.scroller.verticalScrollBar().maximum() > 0


def test_the_column_is_no_wider_than_reads_well(look: Theme, qtbot: QtBot) -> None:
    page = _page(qtbot)
    page.resize(2400, 700)
    page.show()
    assert page.scroller.column.width() <= 1000 + 2 * Space.LARGE


def test_a_wide_page_takes_the_window(look: Theme, qtbot: QtBot) -> None:
    page = _page(qtbot, wide=True)
    page.resize(2000, 700)
    page.show()
    assert page.scroller.column.width() > 1900


def test_a_page_that_fills_gives_its_content_the_height(look: Theme, qtbot: QtBot) -> None:
    page = _page(qtbot, scrolls=False)
    page.add(edit := QTextEdit(), 1)
    page.resize(900, 1200)
    page.show()
    assert edit.height() > 800
    assert page.scroller.verticalScrollBar().maximum() == 0


def test_what_takes_the_focus_is_brought_into_view(look: Theme, qtbot: QtBot) -> None:
    page, edits = _long_page(qtbot, -1)
    assert not edits[-1].visibleRegion().isEmpty()
    assert page.scroller.verticalScrollBar().value() > 0


@pytest.mark.parametrize(("at", "begins"), [(2, 2), (39, 0)])
def test_a_page_opens_at_its_top(look: Theme, qtbot: QtBot, at: int, begins: int) -> None:
    page, edits = _long_page(qtbot, at)
    page.open_at_top(edits[at])
    assert page.scroller.verticalScrollBar().value() == 0
    assert page.focusWidget() is edits[begins]


def test_the_page_stays_where_the_person_went(look: Theme, qtbot: QtBot) -> None:
    page, edits = _long_page(qtbot, -1)
    page.open_at_top(edits[0])
    assert page.focusWidget() is edits[-1]
    assert page.scroller.verticalScrollBar().value() > 0


def test_a_long_text_is_brought_into_view_as_a_whole(look: Theme, qtbot: QtBot) -> None:
    page = _page(qtbot)
    for _ in range(4):
        page.add(QLineEdit())
    text = QTextEdit()
    text.setFixedHeight(150)
    page.add(text)
    for _ in range(8):
        page.add(QLineEdit())
    page.resize(800, 420)
    page.show()
    page.activateWindow()
    text.setFocus()
    qtbot.waitUntil(lambda: text.visibleRegion().boundingRect() == text.rect())
    page.scroller.verticalScrollBar().setValue(0)
    page.add(QLineEdit())
    settle()
    assert page.scroller.verticalScrollBar().value() == 0, "the person has scrolled"


def test_the_line_that_is_written_stays_in_sight(look: Theme, qtbot: QtBot) -> None:
    page = _page(qtbot)
    field = TextField(3, 40)
    page.add(field)
    page.resize(800, 400)
    page.show()
    page.activateWindow()
    text = field.text
    text.setFocus()
    for _ in range(30):
        QTest.keyClicks(text, "word")
        QTest.keyClick(text, Qt.Key.Key_Return)
        settle()
    view = page.scroller.viewport()
    assert text.height() > view.height()

    def in_sight() -> bool:
        line = text.cursorRect()
        top = text.viewport().mapTo(view, line.topLeft()).y()
        return 0 <= top <= view.height() - line.height()

    qtbot.waitUntil(in_sight)


def test_the_heading_names_the_page(look: Theme, qtbot: QtBot) -> None:
    page = _page(qtbot)
    page.set_title("Dr Patel, 14 July 2026")
    page.set_lead("")
    page.show()
    assert page.accessibleName() == page.heading.text() == "Dr Patel, 14 July 2026"
    assert not page.lead.isVisible()


def test_what_scrolls_within_a_page_opens_at_its_top(look: Theme, qtbot: QtBot) -> None:
    page = _page(qtbot, wide=True, scrolls=False)
    inner, edits = ScrollColumn(page, wide=True), [QLineEdit() for _ in range(40)]
    inner.content.addWidget(heading("What goes in"))
    for edit in edits:
        inner.content.addWidget(edit)
    page.add(inner, 1)
    page.resize(800, 400)
    page.show()
    page.activateWindow()
    edits[20].setFocus()
    qtbot.waitUntil(lambda: not edits[20].visibleRegion().isEmpty())
    page.open_at_top(edits[20])
    assert inner.verticalScrollBar().value() == 0
    assert page.focusWidget() is edits[0]


@pytest.mark.parametrize("first", [True, False])
def test_a_page_with_much_to_read_begins_over_it_or_where_it_was_opened(
    look: Theme, qtbot: QtBot, first: bool
) -> None:
    page = _page(qtbot)
    page.add(paragraph(LEAD * 40))
    edits = [QLineEdit(), QLineEdit()]
    for edit in edits:
        page.add(edit)
    page.resize(500, 400)
    page.show()
    page.activateWindow()
    began = edits[0 if first else 1]
    began.setFocus()
    qtbot.waitUntil(lambda: not began.visibleRegion().isEmpty())
    page.open_at_top(began)
    bar = page.scroller.verticalScrollBar()
    if first:
        assert bar.value() == 0
        assert page.bar.isAncestorOf(page.focusWidget())
    else:
        assert page.focusWidget() is began
        assert not began.visibleRegion().isEmpty()
