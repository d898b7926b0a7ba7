"""Entries as JSON: every field of every kind, in and out."""

import json
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as examples
from hypothesis import strategies as st

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal import entry_json
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.values.dates import PartialDate
from tests.examples import at_most
from tests.journal.any_values import of_field

_EACH = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


def _row(kind: Kind, values: dict[str, Any]) -> Any:
    empty = {name: kept.empty for name, kept in kind.types.items()}
    return SimpleNamespace(**(empty | {"id": "0" * 20} | values))


@_EACH
@settings(max_examples=at_most(20), suppress_health_check=[HealthCheck.too_slow])
@examples(data=st.data())
def test_what_is_shown_can_be_given_again(kind: Kind, data: st.DataObject) -> None:
    values = {field.name: data.draw(of_field(kind, field)) for field in kind.fields}
    shown = json.loads(json.dumps(entry_json.to_json(kind, _row(kind, values))))
    fields = {
        name: value
        for name, value in shown.items()
        if name in kind.by_name or name.endswith(("about", "_read_as"))
    }
    again = entry_json.values(kind, fields)
    for field in kind.fields:
        assert again[field.name] == _as_read(values[field.name]), field.name


def _as_read(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("\r\n", "\n") if value.strip() else ""
    return value


@_EACH
def test_an_unknown_field_is_named_with_the_known_ones(kind: Kind) -> None:
    with pytest.raises(UserError, match=f"{kind.name} has no field colour. Its fields are: "):
        entry_json.values(kind, {"colour": "red"})


@_EACH
def test_only_the_journal_writes_its_own_columns(kind: Kind) -> None:
    for name in ("id", "created", "changed", "deleted_at", "seal", "origin", "unread"):
        with pytest.raises(UserError, match=f"has no field {name}"):
            entry_json.values(kind, {name: "x"})


@_EACH
def test_required_fields_are_asked_for(kind: Kind) -> None:
    wanted = [field.name for field in kind.fields if field.required]
    if wanted:
        with pytest.raises(UserError, match=f"{kind.name} needs a value for {wanted[0]}"):
            entry_json.required(kind, {})
    entry_json.required(kind, dict.fromkeys(wanted, "x"))


def test_about_stands_beside_the_main_date_and_the_others() -> None:
    read = entry_json.values(
        KINDS["diagnosis"],
        {"date": "2024-03", "about": True, "ended": "2025", "ended_about": "yes"},
    )
    assert read == {
        "date": PartialDate(2024, 3, about=True),
        "ended": PartialDate(2025, about=True),
    }
    assert entry_json.values(KINDS["diagnosis"], {"date": "2024", "about": False}) == {
        "date": PartialDate(2024)
    }


@pytest.mark.parametrize(
    ("kind", "values", "sentence"),
    [
        ("diagnosis", {"about": True}, "diagnosis: about needs a value for date beside it."),
        ("diagnosis", {"date": "2024", "about": "perhaps"}, "about must be yes or no."),
        ("provider", {"about": True}, "provider has no field about."),
        ("diagnosis", {"date": "yesterday"}, "diagnosis: date must be a date such as 2024"),
        ("diagnosis", {"date": "2026-02-31"}, "date says 2026-02-31, but there is no such day"),
        ("appointment", {"when": "2026-02-28T25:00"}, "when says 2026-02-28T25:00, but"),
        ("diagnosis", {"certainty": "sure"}, "diagnosis: certainty must be one of: "),
        ("case", {"steps": {"1": "soon"}}, "case: steps must be one of: not started"),
        ("case", {"reasons": ["serious", "bored"]}, "case: reasons must be one of: "),
        ("cost", {"amount": "89,50"}, "cost: amount must be an amount such as 250"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(
    kind: str, values: dict[str, object], sentence: str
) -> None:
    with pytest.raises(UserError) as refused:
        entry_json.values(KINDS[kind], values)
    assert sentence in str(refused.value)


def test_steps_of_a_case_are_read() -> None:
    steps = {"1": "completed", "2.3": "in progress", "4": ""}
    assert entry_json.values(KINDS["case"], {"steps": steps}) == {"steps": steps}


def test_rules_see_the_values_over_those_of_the_row_before() -> None:
    outcome = KINDS["outcome"]
    before = _row(outcome, {"n": 5})
    with pytest.raises(UserError, match="7 in 5 people cannot be"):
        entry_json.validate(outcome, {"x": 7}, before)
    entry_json.validate(outcome, {"x": 7, "n": 10}, before)
    entry_json.validate(outcome, {"x": 7})
