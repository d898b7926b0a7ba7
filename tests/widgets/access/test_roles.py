"""A screen reader finds headings as headings, and hears what a list is a list of."""

import gc

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.access import GROUP, install
from secondop_desktop.widgets.controls.combo_box import StillCombo
from secondop_desktop.widgets.controls.labels import heading, paragraph
from secondop_desktop.widgets.screen.page_bar import Headline

Role, Part = QAccessible.Role, QAccessible.Text


def _heard(qtbot: QtBot, widget: QWidget) -> QAccessibleInterface:
    qtbot.addWidget(widget)
    return QAccessible.queryAccessibleInterface(widget)


def test_headings_are_headings_and_paragraphs_are_text(qtbot: QtBot) -> None:
    for made in (heading("What to bring", 1), heading("Letters", 3), Headline("Costs")):
        heard = _heard(qtbot, made)
        assert heard.role() is Role.Heading
        assert heard.text(Part.Name) == made.text()
    assert _heard(qtbot, paragraph("Bring your letters.")).role() is Role.StaticText


def test_a_heading_that_changes_is_heard_anew_and_outlives_collections(qtbot: QtBot) -> None:
    made = heading("Monday")
    assert _heard(qtbot, made).text(Part.Name) == "Monday"
    made.setText("Tuesday")
    gc.collect()
    assert QAccessible.queryAccessibleInterface(made).text(Part.Name) == "Tuesday"


def test_a_list_is_named_by_its_question_and_its_answer(qtbot: QtBot) -> None:
    box = StillCombo()
    box.addItems(["By phone", "By video"])
    box.setAccessibleName("How you will meet")
    heard = _heard(qtbot, box)
    assert heard.role() is Role.ComboBox
    assert heard.text(Part.Name) == "How you will meet: By phone"
    assert heard.text(Part.Value) == "By phone"
    box.setCurrentIndex(1)
    assert heard.text(Part.Name) == "How you will meet: By video"


def test_the_answers_of_a_list_are_its_child_and_it_opens(qtbot: QtBot) -> None:
    box = StillCombo()
    box.addItems(["Paid", "Not paid"])
    heard = _heard(qtbot, box)
    box.show()
    answers = heard.child(0)
    assert answers is not None
    assert heard.childCount() == 1
    assert heard.indexOfChild(answers) == 0
    assert heard.state().expandable
    assert not heard.state().expanded
    heard.actionInterface().doAction("ShowMenu")
    assert box.view().isVisible()
    assert heard.state().expanded
    heard.actionInterface().doAction("Press")
    assert not box.view().isVisible()


def test_it_may_be_installed_again(qtbot: QtBot) -> None:
    install()
    assert _heard(qtbot, heading("Once")).role() is Role.Heading


def test_a_group_has_its_name_and_what_it_says_of_itself(qtbot: QtBot) -> None:
    made = QWidget()
    made.setProperty(GROUP, True)
    made.setAccessibleName("Side by side")
    made.setAccessibleDescription("Arrow keys go from cell to cell.")
    heard = _heard(qtbot, made)
    assert heard.role() is Role.Grouping
    assert heard.text(Part.Name) == "Side by side"
    assert heard.text(Part.Description) == "Arrow keys go from cell to cell."
