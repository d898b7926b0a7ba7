"""A date is typed, pasted or picked; what may be two dates is asked and never guessed."""

from datetime import date, time

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.widgets.fields import DateField
from secondop_desktop.widgets.fields.calendar import CalendarPopup
from secondop_desktop.widgets.fields.clarify import Ask
from secondop_desktop.widgets.theme import Theme
from tests.examples import at_most
from tests.widgets.fields.conftest import Show, focused
from tests.widgets.fields.test_date_words import dates

DAY = PartialDate(2026, 7, 14)


def _type(text: str) -> None:
    for part in text:
        if part == "\t":
            QTest.keyClick(focused(), Qt.Key.Key_Tab)
        else:
            QTest.keyClicks(focused(), part)


def _paste(field: DateField, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    field.day.setFocus()
    QTest.keyClick(field.day, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def _asked(field: DateField) -> list[Ask]:
    return [ask for ask in field.findChildren(Ask) if ask.isVisible()]


@given(known=dates())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=at_most(60))
def test_any_date_shown_is_read_back(look: Theme, known: PartialDate) -> None:
    field = DateField()
    field.set_value(known)
    assert field.value() == known
    assert field.typed() == ""
    field.deleteLater()


def test_it_is_typed_with_the_keyboard_alone(show: Show, qtbot: QtBot) -> None:
    field = DateField(clock=True)
    show(field)
    field.focus_widget().setFocus()
    with qtbot.waitSignal(field.edited):
        _type("14\tjuly\t2026\t10:30am")
    assert field.value() == PartialDate(2026, 7, 14, time(10, 30))
    assert field.note() == "Tuesday 14 July 2026, 10:30am"


def test_boxes_are_named_one_by_one_and_described_by_the_label(look: Theme, qtbot: QtBot) -> None:
    field = DateField(clock=True)
    qtbot.addWidget(field)
    field.set_label("Date of the letter")
    boxes = (field.day, field.month, field.year, field.clock)
    assert [box.accessibleName() for box in boxes] == ["Day", "Month", "Year", "Time"]
    assert {box.accessibleDescription() for box in boxes} == {"Date of the letter"}
    assert field.accessibleName() == "Date of the letter"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-07-14", DAY),
        ("14/07/2026", DAY),
        ("14 July 2026", DAY),
        ("July 2024", PartialDate(2024, 7)),
        ("about 2019", PartialDate(2019, about=True)),
        ("14 July 2026, 10:30am", PartialDate(2026, 7, 14, time(10, 30))),
    ],
)
def test_a_whole_date_pasted_is_spread(
    show: Show, qtbot: QtBot, text: str, found: PartialDate
) -> None:
    field = DateField()
    show(field)
    with qtbot.waitSignal(field.edited):
        _paste(field, text)
    assert field.value() == found
    assert _asked(field) == []


def test_a_whole_date_typed_into_the_first_box_is_spread_on_leaving_it(show: Show) -> None:
    field = DateField()
    show(field)
    field.day.setFocus()
    _type("2026-07-14")
    assert field.day.text() == "2026-07-14"
    _type("\t")
    assert field.value() == DAY


def test_two_meanings_are_asked_and_the_answer_is_taken(show: Show, qtbot: QtBot) -> None:
    field = DateField()
    field.set_label("Date")
    show(field)
    _paste(field, "3/4/2026")
    assert field.value() is None
    assert field.typed() == "3/4/2026"
    (ask,) = _asked(field)
    assert ask.question.text() == "Which date is 3/4/2026?"
    assert [button.text() for button in ask.buttons] == ["3 April 2026", "4 March 2026"]
    assert ask.buttons[1].accessibleName() == "Which date is 3/4/2026? 4 March 2026"
    ask.buttons[1].setFocus()
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(ask.buttons[1], Qt.Key.Key_Space)
    assert field.value() == PartialDate(2026, 3, 4)
    assert _asked(field) == []
    assert field.year.hasFocus()


def test_two_meanings_are_asked_while_the_cursor_is_still_in_the_box(show: Show) -> None:
    field = DateField()
    show(field)
    field.day.setFocus()
    _type("5/11/2026")
    (ask,) = _asked(field)
    assert [button.text() for button in ask.buttons] == ["5 November 2026", "11 May 2026"]
    _type(" 10:30am")
    (ask,) = _asked(field)
    assert ask.buttons[0].text() == "5 November 2026, 10:30am"


@pytest.mark.parametrize("paste", [True, False])
def test_a_whole_date_takes_the_place_of_the_one_before(show: Show, paste: bool) -> None:
    field = DateField()
    show(field)
    for text, found in (("2026-05-11", PartialDate(2026, 5, 11)), ("9/10/2025", None)):
        field.set_value(DAY)
        field.day.setFocus()
        field.day.selectAll()
        if paste:
            _paste(field, text)
        else:
            _type(f"{text}\t")
        assert field.value() == found
    (ask,) = _asked(field)
    ask.buttons[0].click()
    assert field.value() == PartialDate(2025, 10, 9)


def test_a_year_in_the_box_of_the_day_leaves_the_month_and_the_year(show: Show) -> None:
    field = DateField()
    show(field)
    field.set_value(DAY)
    field.day.setFocus()
    field.day.selectAll()
    _type("2025\t")
    assert field.texts().month == "July"
    assert field.problem() == "The day must be a number between 1 and 31"


def test_american_order_is_asked_about_too(show: Show) -> None:
    field = DateField()
    show(field)
    _paste(field, "07/14/2026")
    assert field.value() is None
    (ask,) = _asked(field)
    assert [button.text() for button in ask.buttons] == ["14 July 2026"]


def test_an_unanswered_question_comes_back_with_the_draft(show: Show, qtbot: QtBot) -> None:
    field = DateField()
    show(field)
    with qtbot.assertNotEmitted(field.edited):
        field.put(None, "3/4/2026")
    assert field.typed() == "3/4/2026"
    assert len(_asked(field)) == 1
    field.set_value(None)
    assert _asked(field) == []
    assert field.typed() == ""


def test_morning_or_evening_is_asked_on_leaving_the_box(show: Show, qtbot: QtBot) -> None:
    field = DateField(clock=True)
    show(field)
    field.set_value(DAY)
    field.clock.setFocus()
    _type("5:30")
    assert _asked(field) == []
    _type("\t")
    (ask,) = _asked(field)
    assert [button.text() for button in ask.buttons] == ["5:30am", "5:30pm"]
    with qtbot.waitSignal(field.edited):
        ask.buttons[1].click()
    assert field.value() == PartialDate(2026, 7, 14, time(17, 30))


def test_what_is_half_typed_is_kept_as_a_draft(show: Show) -> None:
    field = DateField()
    field.set_label("Date")
    show(field)
    field.day.setFocus()
    _type("31\tfebruary\t2026")
    assert field.value() is None
    assert field.problem() == "“Date” must be a real date: February 2026 has 28 days"
    other = DateField()
    show(other)
    other.put(None, field.typed())
    assert other.texts() == field.texts()


def test_a_refresh_with_what_is_typed_keeps_the_cursor(show: Show) -> None:
    field = DateField()
    show(field)
    field.day.setFocus()
    _type("14\t7\t2026")
    field.year.setCursorPosition(2)
    field.put(DAY, "")
    assert field.month.text() == "7"
    assert field.year.cursorPosition() == 2
    assert field.year.isUndoAvailable()


def test_a_time_or_an_about_in_the_value_shows_its_box(show: Show) -> None:
    field = DateField(about=False)
    show(field)
    assert not field.clock.isVisible()
    assert not field.about.isVisible()
    field.set_value(PartialDate(2026, 7, 14, time(17), about=True))
    assert field.clock.isVisible()
    assert field.about.isVisible()
    assert field.value() == PartialDate(2026, 7, 14, time(17), about=True)


def test_about_is_ticked_by_keyboard(show: Show, qtbot: QtBot) -> None:
    field = DateField()
    show(field)
    field.set_value(PartialDate(2019))
    field.about.setFocus()
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(field.about, Qt.Key.Key_Space)
    assert field.value() == PartialDate(2019, about=True)


def test_the_calendar_gives_a_day_and_keeps_the_time(show: Show, qtbot: QtBot) -> None:
    field = DateField(clock=True)
    show(field)
    field.set_value(PartialDate(2026, 7, 14, time(17)))
    field.button.click()
    (popup,) = field.findChildren(CalendarPopup)
    assert popup.month.day == date(2026, 7, 14)
    with qtbot.waitSignals([field.edited, popup.destroyed]):
        QTest.keyClick(popup.month.focusWidget(), Qt.Key.Key_Right)
        QTest.keyClick(popup.month.focusWidget(), Qt.Key.Key_Return)
    assert field.value() == PartialDate(2026, 7, 15, time(17))
