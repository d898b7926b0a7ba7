"""Every field keeps the same contract, so that forms and drafts can rely on it."""

from collections.abc import Callable
from datetime import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range
from secondop_desktop.widgets import fields, theme
from secondop_desktop.widgets.fields import FieldEdit
from secondop_desktop.widgets.fields.clarify import Ask
from secondop_desktop.widgets.picker.picker import Choice
from secondop_desktop.widgets.theme import Scheme, Theme
from tests.widgets import walker
from tests.widgets.fields.conftest import Show

PEOPLE = (Choice("p1", "Dr Amara Patel", "Oncologist"), Choice("p2", "Mr John Bowen", "Surgeon"))
FEW = [("a", "Suspected"), ("b", "Confirmed")]
MANY = [(str(number), f"Reason {number}") for number in range(8)]
JULY = PartialDate(2026, 7, 14, time(10, 30))
LINES = (("Passport", True), ("List of medicines", False))

MAKERS: dict[str, tuple[Callable[[], FieldEdit], Any]] = {
    "line": (lambda: fields.LineField(["Dr Patel"]), "Margaret"),
    "text": (fields.TextField, "One\nTwo"),
    "few": (lambda: fields.ChoiceField(FEW), "b"),
    "across": (lambda: fields.ChoiceField(FEW, across=True), "a"),
    "many": (lambda: fields.ChoiceField(MANY), "5"),
    "choices": (lambda: fields.ChoicesField(FEW), ("a", "b")),
    "flag": (fields.FlagField, False),
    "number": (lambda: fields.NumberField(0, 99), 12),
    "scale": (lambda: fields.ScaleField(10, "none", "as bad as can be"), 0),
    "date": (lambda: fields.DateField(clock=True), JULY),
    "quantity": (lambda: fields.QuantityField(["g/L"]), Quantity("<0.5")),
    "range": (fields.RangeField, Range("4 - 11")),
    "money": (fields.MoneyField, Decimal("250.00")),
    "nhs": (fields.NhsNumberField, "9434765919"),
    "checklist": (fields.ChecklistField, LINES),
    "ref": (lambda: fields.RefField(lambda: PEOPLE), "p2"),
    "refs": (lambda: fields.RefsField(lambda: PEOPLE), ("p2", "p1")),
}
ALL = pytest.mark.parametrize("name", MAKERS)


def _made(name: str) -> tuple[FieldEdit, Any]:
    make, value = MAKERS[name]
    field = make()
    field.set_label("Date of the appointment")
    return field, value


@ALL
def test_a_value_comes_back_as_it_was_put_in(name: str, show: Show, qtbot: QtBot) -> None:
    field, value = _made(name)
    show(field)
    with qtbot.assertNotEmitted(field.edited):
        field.set_value(value)
    assert field.value() == value
    assert field.typed() == ""
    assert field.problem() is None


@ALL
def test_nothing_is_none_however_a_column_says_it(name: str, show: Show, qtbot: QtBot) -> None:
    field, value = _made(name)
    show(field)
    assert field.value() is None
    for nothing in (None, "", ()):
        field.set_value(value)
        with qtbot.assertNotEmitted(field.edited):
            field.set_value(nothing)
        assert field.value() is None
        assert field.problem() is None


@ALL
def test_leaving_the_whole_field_is_told_once(name: str, show: Show, qtbot: QtBot) -> None:
    field, value = _made(name)
    other = show(field)
    field.set_value(value)
    field.focus_widget().setFocus()
    with qtbot.waitSignal(field.left):
        other.setFocus()


@ALL
def test_everything_reachable_has_a_name_and_a_role(name: str, show: Show) -> None:
    field, value = _made(name)
    show(field)
    field.set_value(value)
    assert walker.unnamed(field) == []
    assert walker.small(field) == []


@ALL
def test_a_problem_is_shown_and_said_where_the_focus_is(name: str, show: Show) -> None:
    field, _value = _made(name)
    show(field)
    field.show_problem("Date of the appointment must include a month")
    assert "must include a month" in field.focus_widget().accessibleDescription()
    assert walker.unnamed(field) == []
    field.show_problem(None)
    assert "must include a month" not in field.focus_widget().accessibleDescription()


@ALL
def test_nothing_is_cut_off_at_twice_the_text_size(
    name: str, show: Show, qapp: QApplication, qtbot: QtBot
) -> None:
    field, value = _made(name)
    show(field)
    field.set_value(value)
    for percent in (100, 200):
        theme.apply(qapp, Scheme.LIGHT, percent)
        field.window().resize(1000, 600)
        qtbot.waitUntil(lambda: walker.cut_off(field) == [])
        qtbot.waitUntil(lambda: _have_room(field))


def _have_room(field: QWidget) -> bool:
    inputs = (*field.findChildren(QLineEdit), *field.findChildren(QComboBox))
    return all(part.height() >= part.fontMetrics().height() + 2 for part in inputs)


@ALL
def test_tab_follows_what_is_seen(name: str, show: Show, qtbot: QtBot) -> None:
    field, value = _made(name)
    show(field)
    field.set_value(value)
    inner: list[FieldEdit] = field.inner() if hasattr(field, "inner") else []
    parts = [*field.parts(), *(part for one in inner for part in one.parts())]
    wanted = [part for part, _name in parts if part.isVisibleTo(field)]
    qtbot.waitUntil(lambda: all(part.isVisible() for part in wanted))
    assert _chain(field) == wanted
    places = [part.mapTo(field, part.rect().center()) for part in wanted]
    assert places == sorted(places, key=lambda place: (place.y() // 30, place.x()))


def test_answers_to_a_question_come_before_the_next_field(show: Show, qtbot: QtBot) -> None:
    field = fields.DateField(clock=True)
    other = show(field)
    field.put(None, "3/4/2026")
    answers = field.findChildren(Ask)[0].buttons
    qtbot.waitUntil(lambda: all(button.isVisible() for button in answers))
    assert _chain(field)[-2:] == answers
    assert _chain(field.window())[-1] is other


def _chain(inside: QWidget) -> list[QWidget]:
    window, found = inside.window(), list[QWidget]()
    at = window.nextInFocusChain()
    while at is not None and at is not window:
        reached = at.focusPolicy() is not Qt.FocusPolicy.NoFocus and at.isVisible()
        if reached and inside.isAncestorOf(at):
            found.append(at)
        at = at.nextInFocusChain()
    return found


def test_a_field_inside_the_window_is_not_left_by_moving_within_it(
    show: Show, qtbot: QtBot
) -> None:
    field = fields.DateField()
    show(field)
    field.day.setFocus()
    with qtbot.assertNotEmitted(field.left):
        field.month.setFocus()


def test_words_around_a_field_are_read_with_it(look: Theme, qtbot: QtBot) -> None:
    field = fields.LineField()
    qtbot.addWidget(field)
    field.set_label("Name")
    field.set_hint("As it stands on the letter")
    field.set_note("Kept as words")
    field.show_problem("Enter the name")
    said = field.line.accessibleDescription()
    assert said == "Enter the name. As it stands on the letter. Kept as words"
    assert field.line.accessibleName() == "Name"
    assert field.note() == "Kept as words"


def test_a_file_field_keeps_the_contract(show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"%PDF-")
    field = fields.FileField()
    field.set_label("File")
    show(field)
    with qtbot.assertNotEmitted(field.edited):
        field.set_value(path)
    assert field.value() == path
    assert walker.unnamed(field) == []
    field.set_value(None)
    assert field.value() is None
