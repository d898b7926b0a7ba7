"""Reading the XML of an export in one pass; only what was chosen is kept in the memory."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from math import isfinite, nan
from sys import intern
from typing import Any
from xml.parsers import expat

from secondop_desktop.exchange.apple.export_file import BLOCK, Readable
from secondop_desktop.exchange.apple.measures import MEASURES, PREFIXES, PULSE

Reading = tuple[str, str, str, str, str]
"""Kind, when (as Apple writes it), value, unit and what measured it."""


@dataclass
class Day:
    """All readings of one day as their lowest, highest and sum."""

    low: float
    high: float
    total: float
    count: int
    unit: str

    @property
    def mean(self) -> float:
        """The mean of the day."""
        return self.total / self.count


@dataclass
class Scanned:
    """What an export holds: counts and spans of all kinds, and the readings that were chosen."""

    exported: str = ""
    me: Mapping[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    first: dict[str, str] = field(default_factory=dict)
    last: dict[str, str] = field(default_factory=dict)
    readings: dict[Reading, None] = field(default_factory=dict)
    days: dict[str, Day] = field(default_factory=dict)
    not_numbers: int = 0
    clinical: dict[str, str] = field(default_factory=dict)
    """Where each clinical record lies in the zip, and its address on the hospital's server."""


Since = Callable[[str], str]
"""Gives the first day (ISO) that was chosen for the day of the export."""


class DoctypeError(ValueError):
    """A document type stands where none may."""


def scanned(source: Readable, wanted: Collection[str], since: Since) -> Scanned:
    """Scan an export; ``wanted`` are the groups chosen, of the days from ``since`` on.

    Raises expat.ExpatError for XML that is not whole.
    """
    scan = _Scan(wanted, since)
    parser = expat.ParserCreate()
    parser.StartElementHandler = scan.start
    parser.StartDoctypeDeclHandler = _refuse
    while block := source.read(BLOCK):
        parser.Parse(block, False)
    parser.Parse(b"", True)
    scan.finish()
    return scan.found


def _refuse(*_told: Any) -> None:
    raise DoctypeError


class _Scan:
    def __init__(self, wanted: Collection[str], since: Since) -> None:
        self.found = Scanned()
        self._since, self._from = since, ""
        quantity = PREFIXES[0]
        self._kinds = {f"{quantity}{kind}": kind for kind in MEASURES}
        self._wanted = {kind for kind, one in MEASURES.items() if one.group in wanted}
        self._others = {
            "ExportDate": self._exported,
            "Me": self._me,
            "ClinicalRecord": self._clinical,
            "Workout": self._other,
            "ActivitySummary": self._other,
        }

    def start(self, name: str, told: dict[str, str]) -> None:
        """Take in one element; nearly all are records."""
        if name != "Record":
            if name in self._others:
                self._others[name](name, told)
            return
        given = told.get("type", "")
        kind = self._kinds.get(given)
        if kind is None:
            self.found.counts[given] += 1
            return
        at, value = told.get("startDate", ""), told.get("value", "")
        if at[:10] < self._from:
            return
        if kind == PULSE:
            self._pulse(at[:10], value, told.get("unit", ""))
        else:
            self._single(kind, at, value, told)

    def _count(self, kind: str, day: str) -> None:
        found = self.found
        found.counts[kind] += 1
        if kind not in found.first:
            found.first[kind] = found.last[kind] = day
        elif day < found.first[kind]:
            found.first[kind] = day
        elif day > found.last[kind]:
            found.last[kind] = day

    def _single(self, kind: str, at: str, value: str, told: dict[str, str]) -> None:
        """Take in one reading; inside a Correlation Apple tells the same once more."""
        source, unit = intern(told.get("sourceName", "")), intern(told.get("unit", ""))
        if kind not in self._wanted:
            self._count(kind, at[:10])
            return
        reading = (kind, at, value, unit, source)
        if reading not in self.found.readings:
            self.found.readings[reading] = None
            self._count(kind, at[:10])

    def finish(self) -> None:
        """Count the pulse by its days: nearly all records are beats, so each is touched once."""
        days = self.found.days
        if days:
            self.found.counts[PULSE] = sum(one.count for one in days.values())
            self.found.first[PULSE], self.found.last[PULSE] = min(days), max(days)

    def _pulse(self, day: str, value: str, unit: str) -> None:
        try:
            number = float(value)
        except ValueError:
            number = nan
        if not isfinite(number):
            self.found.not_numbers += 1
            return
        known = self.found.days.get(day)
        if known is None:
            self.found.days[day] = Day(number, number, number, 1, intern(unit))
            return
        if number < known.low:
            known.low = number
        elif number > known.high:
            known.high = number
        known.total += number
        known.count += 1

    def _exported(self, _name: str, told: dict[str, str]) -> None:
        self.found.exported = told.get("value", "")
        self._from = self._since(self.found.exported[:10])

    def _me(self, _name: str, told: dict[str, str]) -> None:
        self.found.me = dict(told)

    def _clinical(self, _name: str, told: dict[str, str]) -> None:
        path = told.get("resourceFilePath", "").lstrip("/")
        if path:
            self.found.clinical[path] = told.get("sourceURL", "")

    def _other(self, name: str, _told: dict[str, str]) -> None:
        self.found.counts[name] += 1
