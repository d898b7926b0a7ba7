"""An older export brought in after a newer one takes nothing back unless somebody says so."""

from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal
from tests.exchange.bundles import Body, concept, observation, patient, resource, written
from tests.exchange.imports.conftest import Put

SERVER = "https://ward.example/fhir/"
EARLY, LATE = "2026-02-01T09:00:00Z", "2026-02-01T10:30:00+01:00"
"""Half an hour apart, as the second is 09:30 in Greenwich."""


def _bundle(*bodies: Body) -> str:
    entries = [
        {"fullUrl": f"{SERVER}{one['resourceType']}/{one['id']}", "resource": one}
        for one in (patient(), *bodies)
    ]
    return written({"resourceType": "Bundle", "type": "collection", "entry": entries})


def _result(value: str, updated: str) -> Body:
    meta = {"meta": {"lastUpdated": updated}} if updated else {}
    return observation("o7", value, **meta)


def _brought_in(journal: Journal, path: Path, **more: Any) -> Any:
    plan = importing.read([path], journal, **more)
    importing.apply(journal, plan)
    return plan


def _values(journal: Journal) -> list[str]:
    return [row.value.text for row in journal.entries("result")]


def test_the_newer_version_stays(journal: Journal, put: Put) -> None:
    _brought_in(journal, put("new.json", _bundle(_result("141", LATE))))
    old = put("old.json", _bundle(_result("114", EARLY)))
    plan = _brought_in(journal, old)
    [question] = plan.questions
    assert (question.key, question.answer, plan.changed) == ("older", "keep", ())
    assert "older version of Haemoglobin 114 g/L than the journal" in question.text
    assert _values(journal) == ["141"]
    _brought_in(journal, old, answers={"older": "take"})
    assert _values(journal) == ["114"]


def test_a_newer_version_is_an_update(journal: Journal, put: Put) -> None:
    _brought_in(journal, put("old.json", _bundle(_result("114", EARLY))))
    plan = _brought_in(journal, put("new.json", _bundle(_result("141", LATE))))
    assert (plan.questions, _values(journal)) == ((), ["141"])


@pytest.mark.parametrize(("first", "then"), [("", EARLY), (LATE, ""), (LATE, "yesterday")])
def test_without_both_times_the_last_file_counts(
    journal: Journal, put: Put, first: str, then: str
) -> None:
    _brought_in(journal, put("a.json", _bundle(_result("141", first))))
    plan = _brought_in(journal, put("b.json", _bundle(_result("114", then))))
    assert (plan.questions, _values(journal)) == ((), ["114"])


def test_lines_of_a_bulk_export_are_compared_too(journal: Journal, put: Put) -> None:
    _brought_in(journal, put("new.ndjson", _lines("Gout", LATE)))
    plan = _brought_in(journal, put("old.ndjson", _lines("Gout (mild)", EARLY)))
    assert [one.key for one in plan.questions] == ["older"]
    assert [row.name for row in journal.entries("diagnosis")] == ["Gout"]


def _lines(name: str, updated: str) -> str:
    uuid = "5f0e9c0e-6d1c-4d8e-9a55-3b1d3f8d0c11"
    told = concept(name, "90560007")
    told_then = resource("Condition", uuid, code=told, meta={"lastUpdated": updated})
    return "\n".join(written(one).replace("\n", " ") for one in (patient(), told_then))
