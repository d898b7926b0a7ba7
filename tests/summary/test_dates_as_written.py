"""A date that nobody can read is printed as it is written: no entry loses it on paper."""

from collections.abc import Iterator
from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.values.columns import Line, Prose
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range
from tests.exchange.pdf.papers import pages_of
from tests.summary.printed import EVERY, add, made, person_of, solid, words

_BESIDE: dict[str, dict[str, Any]] = {
    "result": {"value": Quantity("12.6")},
    "person": {"height": "1.62 m", "weight": "58 kg"},
}
"""What an entry of a kind needs beside its date to be printed at all."""


def _named(kind: Kind, known: dict[str, str]) -> dict[str, Any]:
    """Return what an entry needs: its words, and the entries that it belongs to."""
    needed = [one for one in kind.fields if one.required or one.owner]
    texts = {n.name: f"{kind.name} {n.name}" for n in needed if _is_text(kind, n.name)}
    owners = {n.name: known[n.refers] for n in needed if n.refers in known}
    return {**texts, **owners, **_BESIDE.get(kind.name, {})}


def _is_text(kind: Kind, name: str) -> bool:
    return type(kind.types[name]) in {Line, Prose}


def _write(change: Change, person: str) -> Iterator[tuple[str, str, str]]:
    """Add an entry for each date of each kind, and yield what is written there."""
    known: dict[str, str] = {}
    for name in ("provider", "case", "opinion", "question", "option"):
        known[name] = change.add(name, person=person, **_named(KINDS[name], known))
    for name, kind in KINDS.items():
        texts = {field: f"{at}x.02.{name}" for at, field in enumerate(kind.dates)}
        if name == "person":
            change.edit(name, person, unread=texts, **_BESIDE[name])
        for field, text in texts.items():
            if name != "person":
                change.add(name, person=person, **_named(kind, known), unread={field: text})
            yield name, field, text


@pytest.mark.parametrize("large", [False, True])
def test_every_date_of_every_kind_is_printed_as_it_is_written(ann: Journal, large: bool) -> None:
    with ann.change("Add") as change:
        written = list(_write(change, person_of(ann)))
    data, built = made(ann, sections=EVERY, private=True, large_print=large)
    found = solid("".join(pages_of(data)))
    assert [one for one in written if solid(f"“{one[2]}”") not in found] == []
    assert built.begun == ()


def test_a_result_without_a_readable_date_is_in_the_usual_summary(ann: Journal) -> None:
    add(ann, "result", test="Zinc", value=Quantity("9.1"), unit="µmol/L", range=Range("11-18"),
        flag="L", unread={"date": "30/02/2025"})  # fmt: skip
    text = words(ann)
    assert "could not be read whole" in text
    assert "Zinc (draft) “30/02/2025” 9.1 µmol/L 11-18" in text
    assert "mark L" in text


def test_it_joins_no_table_of_results(ann: Journal) -> None:
    for day, value in (("2025-01-04", "10.2"), ("2025-03-04", "10.9")):
        add(ann, "result", test="Zinc", value=Quantity(value), unit="µmol/L",
            date=PartialDate.parse(day))  # fmt: skip
    before = words(ann)
    add(ann, "result", test="Zinc", value=Quantity("9.1"), unit="µmol/L", unread={"date": "soon"})
    after = words(ann)
    assert after.count("10.2") == before.count("10.2")
    assert after.count("9.1") == 1


def test_a_result_that_says_nothing_yet_stays_out(ann: Journal) -> None:
    add(ann, "result", test="Zinc", unread={"date": "30/02/2025"})
    _data, built = made(ann)
    assert built.begun == ("Zinc",)
    assert "Zinc" not in words(ann)


def test_page_one_says_a_date_as_it_is_written(ann: Journal) -> None:
    add(ann, "medicine", name="Sotalol", status="taking", unread={"start": "31 June 2024"})
    assert "Sotalol (draft) “31 June 2024”" in words(ann, sections=())
