"""Journals made at random: every kind, every field, texts as hostile as files can hold them."""

from datetime import time
from pathlib import Path
from random import Random
from typing import Any

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.fhir_document.document import BUILDERS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Field, Kind
from secondop_desktop.journal.values import columns
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range

_TEXTS = (
    *("", "Sore knee", "  two  spaces ", "a\nb\n\nc", "<script>alert(1)</script>"),
    *("R&D \"x\" 'y'", "]]>&amp;<b>", "عربي 75 mg", "नमस्ते", "emoji 🫀", "bell\x07 and \x1f"),
    *("tab\there", "\ufeffmark", "no known allergies", "none", "\u200b", "x" * 3000),
    *("urn:uuid:1", "{}", "null", "5 mg (draft)"),
)
_PRINTED = (
    *("13.4", "<0.5", "≥ 90", "positive", "13,4", "1,234", "-2", "007", "1e3", "5.5 H", ">=10.0"),
)
_RANGES = ("115-165", "<5", "up to 3", "negative", "0.2 – 1.0", "3,5-5,1", "≥ 90", "")
_CODES = (
    *("", "SNOMED CT 22298006", "SNOMED CT 22298007", "LOINC 718-7", "LOINC 718-8", "J44.9"),
    *("LOINC 8867-4", "LOINC 29463-7", "LOINC 85354-9", "ICD-10 I35.0", "urn:x|7", "a  b"),
    "http://a.b/c|d e",
)
_UNITS = (
    *("", "g/L", "mmol/L", "10*9/L", "mm[Hg]", "/min", "kg", "nonsense unit", "mg{total}/dL"),
    "%%",
)


def _day(chance: Random) -> PartialDate | None:
    if chance.random() < 0.25:
        return None
    year, about = chance.randint(1900, 2035), chance.random() < 0.3
    depth = chance.randint(1, 4)
    month = chance.randint(1, 12) if depth > 1 else None
    day = chance.randint(1, 28) if depth > 2 else None
    clock = time(chance.randint(0, 23), chance.randint(0, 59)) if depth > 3 else None
    found = PartialDate(year, month, day, clock, about)
    return found.without_time() if found.is_skipped else found


def _value(chance: Random, kind: Kind, field: Field, ids: dict[str, list[str]]) -> Any:
    if field.name in _OWN:
        return chance.choice(_OWN[field.name])
    column = kind.types[field.name]
    words = [word for word, _label in field.choices]
    if isinstance(column, columns.Pairs):
        keys = ids.get("opinion", []) if field.name == "stances" else ["1", "St Mary's", "2.3"]
        return {key: chance.choice(words or _TEXTS) for key in keys[: chance.randint(0, 2)]}
    if isinstance(column, columns.Refs) or field.refers:
        every = [one for those in ids.values() for one in those]
        aims = words or (ids.get(field.refers, []) if field.refers else every)
        several = tuple(chance.sample(aims, min(len(aims), chance.randint(0, 2))))
        return several if isinstance(column, columns.Refs) else chance.choice([None, *aims])
    return chance.choice(["", *words]) if words else _plain(chance, column)


_OWN = {"code": _CODES, "unit_code": _UNITS}


def _plain(chance: Random, column: columns.Value) -> Any:
    found: dict[type[columns.Value], Any] = {
        columns.YesNo: lambda: chance.choice([None, True, False]),
        columns.Whole: lambda: chance.choice([None, 0, 1, 7, 10**12]),
        columns.Day: lambda: _day(chance),
        columns.Measured: lambda: chance.choice([None, Quantity(chance.choice(_PRINTED))]),
        columns.PrintedRange: lambda: chance.choice([None, Range(chance.choice(_RANGES))]),
        columns.Checklist: lambda: (("Letter", True), ("[x] odd", False)),
    }
    return found.get(type(column), lambda: chance.choice(_TEXTS))()


_FILES = frozenset({"file", "file_name", "file_type", "file_size", "raw", "text"})


def make(path: Path, seed: int, *, per_kind: int = 2) -> None:
    """Write a journal of one person with some entries of every kind that a document holds."""
    chance = Random(seed)
    with Journal.create(path, KINDS) as journal, journal.change("Add") as change:
        person = change.add("person", name=chance.choice(["Ann Lee", "Ngozi & Sons <x>"]))
        ids: dict[str, list[str]] = {}
        for name in ("provider", *(name for name in KINDS if name not in {"person", "provider"})):
            for _number in range(chance.randint(0, per_kind) if name in BUILDERS else 0):
                values = _values(chance, KINDS[name], ids)
                ids.setdefault(name, []).append(change.add(name, person=person, **values))
        own = _values(chance, KINDS["person"], ids)
        change.edit("person", person, **{k: v for k, v in own.items() if k != "name"})


def _values(chance: Random, kind: Kind, ids: dict[str, list[str]]) -> dict[str, Any]:
    found = {
        field.name: _value(chance, kind, field, ids)
        for field in kind.fields
        if field.name not in _FILES and chance.random() < 0.8
    }
    if chance.random() < 0.1:
        found["unread"] = {kind.dates[0]: "31 Feb"} if kind.dates else {}
    if "case" in kind.types and ids.get("case") and chance.random() < 0.5:
        found["case"] = chance.choice(ids["case"])
    return found | {"private": chance.choice([None, True, False])}
