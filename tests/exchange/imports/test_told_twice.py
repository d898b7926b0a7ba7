"""What one import tells twice under one number is asked, joined or kept apart as somebody says."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.incoming.plan import Plan
from secondop_desktop.journal.file import Journal
from tests.exchange.imports.conftest import Put


def _magnesium(value: float, updated: str = "", **beside: Any) -> dict[str, Any]:
    found = {
        "resourceType": "Observation",
        "id": "77",
        "status": "final",
        "code": {"text": "Magnesium"},
        "effectiveDateTime": "2025-06-03",
        "valueQuantity": {"value": value, "unit": "mmol/L"},
        **beside,
    }
    return found | ({"meta": {"lastUpdated": updated}} if updated else {})


@pytest.fixture
def files(put: Put) -> list[Path]:
    return [
        put("june.json", _magnesium(0.81, "2025-06-09T08:00:00Z")),
        put("may.json", _magnesium(0.78, "2025-06-04T08:00:00Z")),
    ]


def _plan(journal: Journal, files: list[Path], answers: Mapping[str, str] | None = None) -> Plan:
    return importing.read(files, journal, answers=answers)


def _values(plan: Plan) -> list[str]:
    return [str(one.draft.values["value"]) for one in plan.new if one.kind == "result"]


def test_it_is_asked_before_anything_is_written(journal: Journal, files: list[Path]) -> None:
    [question] = _plan(journal, files).unanswered
    assert "Magnesium" in question.text
    assert "Result, as printed" in question.text
    assert [choice.key for choice in question.choices] == ["one", "apart"]


def test_of_one_thing_the_newer_version_holds_whatever_the_order(
    journal: Journal, files: list[Path]
) -> None:
    for given in (files, files[::-1]):
        assert _values(_plan(journal, given, {"told-twice": "one"})) == ["0.81"]


def test_two_things_stay_two_and_are_not_asked_about_again(
    journal: Journal, files: list[Path]
) -> None:
    plan = _plan(journal, files, {"told-twice": "apart"})
    assert sorted(_values(plan)) == ["0.78", "0.81"]
    importing.apply(journal, plan)
    again = _plan(journal, files)
    assert (again.new, again.changed, again.questions) == ((), (), ())


def test_another_test_or_another_day_is_another_thing(journal: Journal, put: Put) -> None:
    other = _magnesium(0.8) | {"code": {"text": "Manganese"}}
    later = _magnesium(0.8) | {"effectiveDateTime": "2025-07-01"}
    files = [put(f"{at}.json", one) for at, one in enumerate((_magnesium(0.7), other, later))]
    plan = _plan(journal, files)
    assert plan.questions == ()
    assert len(_values(plan)) == 3
