"""Published C-CDA documents: an independent count finds each fact with its date and value."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.incoming.plan import Plan
from secondop_desktop.journal.file import Journal
from tests.exchange.ccda.counted import Fact, facts
from tests.exchange.imports.test_samples import DATA

FILES = sorted((DATA / "ccda").glob("*"))
_DAY = {"diagnosis": "date", "allergy": "since", "medicine": "start"}
pytestmark = pytest.mark.skipif(not FILES, reason="the published samples are not here")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_fact_arrives_with_date_and_value(empty: Journal, path: Path) -> None:
    plan = importing.read([path], empty)
    there = facts(path)
    lost = [one for one in there if not any(_is(one, told) for told in _told(plan, one.kind))]
    assert lost == []
    assert len(there) >= (0 if "Embedded" in path.name else 13)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_second_import_adds_nothing_and_undo_empties(empty: Journal, path: Path) -> None:
    plan = importing.read([path], empty)
    importing.apply(empty, plan)
    again = importing.read([path], empty)
    assert (again.new, again.changed) == ((), ())
    empty.undo()
    assert [one for kind in empty.kinds for one in empty.entries(kind)] == []


def test_a_letter_inside_is_kept_as_the_file_it_is(empty: Journal) -> None:
    [path] = [one for one in FILES if "Embedded" in one.name]
    importing.apply(empty, importing.read([path], empty))
    [kept] = [row for row in empty.entries("record") if row.file]
    assert empty.file(kept.file).startswith(b"%PDF-")
    assert kept.pages == 7


def _told(plan: Plan, kind: str) -> Iterator[dict[str, Any]]:
    """Yield what was read; what is only looked at may stay a record, with its name."""
    yield from (dict(item.draft.values) for item in plan.new if item.kind == kind)
    if kind == "treatment":
        for item in plan.new:
            if item.kind == "record":
                yield {"name": item.title, "date": item.draft.values.get("date")}


def _is(fact: Fact, told: dict[str, Any]) -> bool:
    name = str(told.get("name") or told.get("test") or told.get("substance"))
    named = not fact.names or any(one.casefold() in name.casefold() for one in fact.names)
    day = told.get(_DAY.get(fact.kind, "date"))
    shown = day.iso.replace("-", "")[:8] if day else ""
    value = told.get("value")
    measured = not fact.value or (value is not None and value.text == fact.value)
    return named and measured and (shown == fact.day or fact.day in _not_read(told))


def _not_read(told: dict[str, Any]) -> str:
    """Return what stands for a date and is none."""
    return str(told.get("unread", "")) or "-"
