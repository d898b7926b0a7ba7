"""Recognising what the columns of a table of results hold, by their headings."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

FIELDS: Mapping[str, frozenset[str]] = {
    "test": frozenset(
        {"test", "test name", "name of test", "name of the test", "analyte", "name", "component"}
        | {"investigation", "measurement", "parameter", "observation", "marker", "biomarker"}
        | {"lab test", "item", "test description"}
    ),
    "value": frozenset(
        {"value", "result", "results", "test result", "result value", "reading", "measured value"}
        | {"result as printed", "numeric result", "your result", "observation value"}
    ),
    "unit": frozenset({"unit", "units", "uom", "unit of measure", "unit as printed"}),
    "range": frozenset(
        {"range", "reference range", "ref range", "reference interval", "normal range", "ref"}
        | {"reference", "range as printed", "reference values", "expected range", "ref interval"}
    ),
    "low": frozenset(
        {"low", "lower", "range low", "reference low", "ref low", "lower limit", "min", "minimum"}
        | {"reference range low", "low limit", "normal low", "ref range low"}
    ),
    "high": frozenset(
        {"high", "upper", "range high", "reference high", "ref high", "upper limit", "max"}
        | {"reference range high", "high limit", "normal high", "maximum", "ref range high"}
    ),
    "date": frozenset(
        {"date", "test date", "date of test", "date of the test", "collected", "collection date"}
        | {"sample date", "specimen date", "date collected", "datetime", "date time", "timestamp"}
        | {"device timestamp", "date taken", "taken", "when", "collected on", "result date"}
        | {"date and time", "date of sample", "reading date", "measurement date", "time stamp"}
    ),
    "time": frozenset({"time", "collection time", "sample time", "test time", "time of day"}),
    "flag": frozenset(
        {"flag", "flags", "abnormal", "abnormal flag", "interpretation", "mark"}
        | {"mark printed beside it", "result flag"}
    ),
    "lab": frozenset({"lab", "laboratory", "performing lab", "which lab", "source", "provider"}),
    "specimen": frozenset({"specimen", "sample", "specimen type", "sample type"}),
    "panel": frozenset({"panel", "group", "profile", "test group", "battery", "order"}),
    "code": frozenset({"code", "test code", "loinc", "loinc code"}),
    "unit_code": frozenset({"unit code", "ucum"}),
    "notes": frozenset(
        {"note", "notes", "comment", "comments", "remark", "remarks", "your notes", "message"}
    ),
}
"""The headings in use, in plain lower case, by the field they mean."""

_BY_HEADING = {heading: name for name, headings in FIELDS.items() for heading in headings}
_PRESSURE = "Blood pressure"
MEASURES: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(
        ("systolic", "sys", "systolic pressure", "systolic blood pressure"),
        ("Systolic blood pressure", _PRESSURE),
    ),
    **dict.fromkeys(
        ("diastolic", "dia", "diastolic pressure", "diastolic blood pressure"),
        ("Diastolic blood pressure", _PRESSURE),
    ),
}
"""Names of columns that mean more than they say: the test and its panel."""

_KNOWN = re.compile(
    r"systolic|diastolic|^(sys|dia)$|pulse|heart rate|glucose|ketone|weight|temperature|spo2|"
    r"oxygen saturation|hba1c|cholesterol|peak flow|\bbmi\b"
)
_NO_RESULT = re.compile(r"insulin|carbohydrate|serving|non.?numeric|dose|duration|distance|steps")
_IN_BRACKETS = re.compile(r"(.+?)\s*[(\[]\s*([^()\[\]]+?)\s*[)\]]\s*")
_AFTER = re.compile(
    r"(.+?)[\s,]+(mmol/l|mg/dl|mmhg|bpm|kg|lb|lbs|°c|°f|%|g/l|g/dl|µmol/l|umol/l|mmol/mol|l/min)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Measure:
    """A column that holds the values of one test."""

    column: int
    test: str
    unit: str
    panel: str = ""


@dataclass(frozen=True)
class Headings:
    """Which column holds what: fields by name, and columns of one test each."""

    fields: Mapping[str, int]
    measures: Sequence[Measure] = ()
    unused: Sequence[str] = field(default_factory=tuple)

    @property
    def width(self) -> int:
        """The least number of cells a record needs."""
        return 1 + max([*self.fields.values(), *(one.column for one in self.measures)])


def recognise(cells: Sequence[str]) -> Headings | None:
    """Return what the columns hold, or None when these are no headings of a table of results.

    Either every row names its test and value, or there are a date and columns of one test each.
    """
    fields: dict[str, int] = {}
    for column, cell in enumerate(cells):
        name = _BY_HEADING.get(_plain(cell))
        if name and name not in fields:
            fields[name] = column
    rest = [column for column in range(len(cells)) if column not in fields.values()]
    if {"test", "value"} <= fields.keys():
        return Headings(fields, (), _named(cells, rest))
    if "date" not in fields:
        return None
    measures = [one for column in rest if (one := _measure(column, cells[column]))]
    if not measures:
        return None
    used = {one.column for one in measures}
    own = {name: column for name, column in fields.items() if name in _BESIDE}
    unused = [column for column in rest if column not in used]
    return Headings(own, tuple(measures), _named(cells, unused))


_BESIDE = frozenset({"date", "time", "notes", "lab", "specimen"})


def _plain(cell: str) -> str:
    return " ".join(re.sub(r"[_./:-]+", " ", cell.casefold()).split())


def _measure(column: int, cell: str) -> Measure | None:
    found = _IN_BRACKETS.fullmatch(cell) or _AFTER.fullmatch(cell)
    name, unit = (found[1], found[2]) if found else (cell, "")
    plain = _plain(name)
    if _NO_RESULT.search(plain) or not (found or _KNOWN.search(plain)):
        return None
    test, panel = MEASURES.get(plain, (name, ""))
    return Measure(column, test, unit, panel)


def _named(cells: Sequence[str], columns: Sequence[int]) -> tuple[str, ...]:
    return tuple(cells[column] for column in columns if cells[column])
