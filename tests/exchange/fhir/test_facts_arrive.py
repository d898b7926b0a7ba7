"""Every fact of a file arrives in the entry it becomes, or its resource is named with a reason."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.incoming.plan import Plan
from secondop_desktop.journal.file import Journal
from tests.exchange.fhir import facts_made
from tests.exchange.fhir.facts_told import facts, resources
from tests.exchange.imports.test_samples import FILES, with_person

COUNTED = {"allergy", "diagnosis", "medicine", "result"}


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Journal]:
    """A journal without a person."""
    with Journal.create(tmp_path / "j.secondop", KINDS) as made:
        yield made


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_of_published_files(empty: Journal, path: Path) -> None:
    lost, _count = _lost(with_person(empty, path), path)
    assert lost == [], "\n".join(lost)


@pytest.mark.parametrize("name", facts_made.BUNDLES)
def test_of_files_made_here(empty: Journal, tmp_path: Path, name: str) -> None:
    made, least = facts_made.BUNDLES[name]
    path = tmp_path / f"{name}.json"
    path.write_text(json.dumps(made))
    lost, count = _lost(with_person(empty, path), path)
    assert lost == [], "\n".join(lost)
    assert count >= least, "the reader of the test must not fall silent"


def _lost(journal: Journal, path: Path) -> tuple[list[str], int]:
    """Return the facts that are in no entry made from their resource, and how many there are."""
    document = json.loads(path.read_bytes(), parse_float=str, parse_int=str)
    plan = importing.read([path], journal)
    importing.apply(journal, plan)
    texts = _texts(journal, plan)
    lost, count = [], 0
    for body in resources(document):
        place = f"({body['resourceType']}/{body.get('id', '')})".replace("/)", ")")
        told = facts(body)
        if place not in texts:
            named = _is_named(plan, place) or _is_in_record(plan, str(body.get("id")))
            assert named or not told, f"{place} is neither an entry nor named"
            continue
        count += len(told)
        lost += [f"{place} {what}: {ways}" for what, ways in told if not _found(ways, texts[place])]
    return lost, count


def _is_named(plan: Plan, place: str) -> bool:
    named = [one.where for one in plan.skipped] + [one.draft.where for one in plan.new]
    return any(place in where for where in named)


def _is_in_record(plan: Plan, name: str) -> bool:
    """Tell whether a record tells it together with others, such as the issues of one medicine."""
    raws = (str(one.draft.values.get("raw", "")) for one in plan.new if one.kind == "record")
    return any(f'"id": "{name}"' in raw for raw in raws)


def _found(ways: tuple[str, ...], text: str) -> bool:
    return any(_solid(way) in text for way in ways)


def _solid(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold().replace("≤", "<=").replace("≥", ">="))


def _texts(journal: Journal, plan: Plan) -> dict[str, str]:
    """Return all that the entries made from each resource say, with the names they refer to."""
    rows = {
        row.origin: (kind, row) for kind in KINDS.values() for row in journal.entries(kind.name)
    }
    texts: dict[str, str] = defaultdict(str)
    for item in (*plan.new, *plan.changed):
        if item.kind in COUNTED:
            kind, row = rows[item.draft.origin]
            place = "(" + item.draft.where.rpartition("(")[2]
            texts[place] += _solid(" ".join(_said(journal, kind, row)))
    return texts


def _said(journal: Journal, kind: Any, row: Any) -> list[str]:
    said = [kind.title(row, lambda _id: ""), kind.line(row, lambda _id: "")]
    for field in kind.fields:
        value = getattr(row, field.name)
        said += [
            kind.type_of(field.name).words(value),
            field.label_of(value) if field.choices else "",
        ]
        said.append(str(kind.type_of(field.name).show(value)))
        if field.refers and isinstance(value, str):
            said.append(journal.get(field.refers, value).name)
    return [*said, *row.unread.values()]
