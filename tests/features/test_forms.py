"""What every form keeps to, whatever its kind."""

from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.kinds import Field, Kind
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.fields import FieldEdit
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.layout.two_columns import Columns
from secondop_desktop.widgets.theme import Scheme
from tests.features.desk import Desk, settle, unfold
from tests.widgets.tabbing import tabbed
from tests.widgets.walker import cut_off, focusable, unnamed

every_kind = pytest.mark.parametrize("kind", list(KINDS))
_ON_STEPS = {
    *("safe_to_wait", "safe_said_by", "safe_date"),
    *("referral_by", "referral_asked", "referral_sent", "referral_accepted"),
    *("referral_declined", "declined_why", "chase", "insurer", "authorisation"),
    *("review", "closed", "outcome"),
}
"""Fields of a case that its steps ask for on the page itself, and not its form."""
_ELSEWHERE = {
    "case": {"steps", "step_notes", "round", "send_ready", "send_also", *_ON_STEPS},
    "result": {"place"},
    "statement": {"place"},
    "letter": {"version_of"},
    "record": {"file", "file_name", "file_type", "file_size", "raw"},
}
"""Fields that a form leaves to the page, or fills from the file that is chosen."""

_VALUES: dict[str, Any] = {
    "text": "Blue folder",
    "long text": "First line\nSecond line",
    "yes/no": True,
    "whole number": 3,
    "date": PartialDate(2024, 3, 5),
    "quantity": Quantity("<0.5"),
    "range": Range("115 to 150"),
    "amount": Decimal("89.50"),
    "checklist": (("Letters", True), ("Glasses", False)),
}
_EXACT = {"nhs_number": "9434765919", "currency": "EUR", "opinion_place": 2, "n": 100}


def _sample(desk: Desk, kind: Kind, field: Field) -> Any:
    """Return a value a person could give, with the entry it refers to."""
    words = [word for word, _label in field.choices]
    made: dict[str, Callable[[], Any]] = {
        "choice": lambda: words[-1],
        "choices": lambda: tuple(words[:2]),
        "reference": lambda: desk.add(field.refers),
        "references": lambda: (desk.add(field.refers or "record"),),
        "map": lambda: {desk.add("opinion", place=1): words[0] if words else "K1"},
    }
    type_name = kind.type_of(field.name).name
    if type_name in made:
        return made[type_name]()
    return _EXACT.get(field.name, _VALUES.get(type_name))


def _full(desk: Desk, kind: Kind) -> dict[str, Any]:
    left = _ELSEWHERE.get(kind.name, set())
    fields = [field for field in kind.fields if field.name not in left]
    return {field.name: _sample(desk, kind, field) for field in fields}


@every_kind
def test_an_empty_form_names_everything_and_tells_what_is_missing(desk: Desk, kind: str) -> None:
    form = desk.open(kind)
    unfold(form)
    assert unnamed(form) == []
    assert form.flush()
    assert form.draft.entry is None
    _tells_what_is_missing_when_done(form)


@every_kind
def test_every_field_is_asked_and_what_is_written_is_saved(desk: Desk, kind: str) -> None:
    values = _full(desk, KINDS[kind])
    form = desk.open(kind, desk.person if kind == "person" else None)
    assert values.keys() - form.edits.keys() == set()
    for name, value in values.items():
        form.edits[name].set_value(value)
        form.edits[name].edited.emit()
    row = desk.get(form)
    assert {name: getattr(row, name) for name in values} == values


@every_kind
def test_a_full_entry_is_shown_reached_in_order_and_left_as_it_is(desk: Desk, kind: str) -> None:
    values = _full(desk, KINDS[kind])
    entry = desk.full(kind, values)
    before = desk.journal.get(kind, entry)
    form = desk.open(kind, entry)
    unfold(form)
    settle()
    _shows(form, values)
    assert unnamed(form) == []
    _is_whole(form)
    _tab_follows(form)
    assert desk.get(form) == before


def _shows(form: Form, values: dict[str, Any]) -> None:
    shown = {name: edit.value() for name, edit in form.edits.items() if name in values}
    assert shown == {name: values[name] for name in shown}
    owners = {field.name for field in form.kind.fields if field.owner}
    assert values.keys() - shown.keys() == owners & values.keys()


def _tells_what_is_missing_when_done(form: Form) -> None:
    required = {field.name for field in form.kind.fields if field.required}
    missing = {name for name in required if form.edits[name].value() is None}
    form.done()
    problems = form.problems()
    assert len(problems) == len(missing)
    assert form.summary.isVisible() is bool(missing)
    for problem in problems:
        assert form.isAncestorOf(problem.widget)


@every_kind
def test_with_large_text_nothing_is_cut_off(desk: Desk, kind: str, qapp: QApplication) -> None:
    entry = desk.full(kind, _full(desk, KINDS[kind]))
    theme.apply(qapp, Scheme.LIGHT, 200)
    form = desk.open(kind, entry)
    unfold(form)
    settle()
    _is_whole(form)


def _is_whole(form: Form) -> None:
    assert cut_off(form) == []
    low = [part for part in _with_text(form) if part.height() < part.fontMetrics().height()]
    assert low == []
    wide = [part for part in focusable(form) if _right(part, form) > form.width()]
    assert wide == []


def _tab_follows(form: Form) -> None:
    """Fail unless Tab goes through a form as it is read."""
    start = min(focusable(form), key=lambda part: _top(part, form))
    stops = tabbed(start)
    stops = stops[: stops.index(form.foot.bin) + 1]
    asked = [edit for edit in form.edits.values() if edit.isVisible()]
    assert [edit.label() for edit in asked if not _reached(edit, stops)] == []
    assert form.foot.done in stops
    for one, following in pairwise(stops):
        if _column(one) is _column(following):
            assert _bottom(following, form) > _top(one, form)


def _with_text(form: Form) -> list[QWidget]:
    labels = [label for label in form.findChildren(QLabel) if label.text()]
    return [part for part in (*labels, *focusable(form)) if part.isVisible()]


def _reached(edit: FieldEdit, stops: list[QWidget]) -> bool:
    parts = [part for part, _name in edit.parts() if part.isVisible() and part is not edit]
    return not parts or any(part in stops for part in parts)


def _column(part: QWidget) -> QWidget | None:
    """Return the column a widget stands in, where there are two side by side."""
    at: QWidget | None = part
    while at is not None and not isinstance(at.parentWidget(), Columns):
        at = at.parentWidget()
    return at


def _top(part: QWidget, form: Form) -> int:
    return part.mapTo(form, QPoint(0, 0)).y()


def _bottom(part: QWidget, form: Form) -> int:
    return _top(part, form) + part.height()


def _right(part: QWidget, form: Form) -> int:
    return part.mapTo(form, QPoint(0, 0)).x() + part.width()
