"""Looking through bulk files once: where each line stands, and what has to be read together."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.bulk.documents import BROKEN, Documents, is_packed_file
from secondop_desktop.exchange.bulk.grouping import Groups, parted
from secondop_desktop.exchange.bulk.lines import BulkFile, Lines, Pairs, mark_of
from secondop_desktop.exchange.bulk.mentions import mentions
from secondop_desktop.exchange.bulk.unpacked import Unpacked
from secondop_desktop.exchange.fhir.identity import content_mark, identifiers
from secondop_desktop.exchange.fhir.references import names
from secondop_desktop.exchange.fhir.resources import Body, Opened, Resource, open_line
from secondop_desktop.exchange.fhir.sorts import BOOKKEEPING
from secondop_desktop.exchange.fhir.supporting import SUPPORTING
from secondop_desktop.exchange.read_entries import Skipped
from secondop_desktop.journal.progress import Tell

_HOLDING: Final = frozenset({"DiagnosticReport", "Observation", "List"})
"""Types whose readers ask which resources point to them, or that are told by such: whoever reads
the one needs the other, while all else can be looked up from where it is mentioned."""

_COURSES: Final = frozenset({"MedicationAdministration"})
_REQUESTS: Final = frozenset({"MedicationRequest", "MedicationStatement"})
"""Types of which several become one record."""

_TELLING: Final = frozenset({"MessageHeader", "Composition"})
"""Types that may tell where a file is from, and so in whose words its ids are given."""

_FIRST: Final = 5
"""So many of those of each file are looked at with every part."""

_MOST_SUBJECTS: Final = 200
_MOST_SHARED: Final = 500
_FEW: Final = 200
"""Lines that share one number and are read together; of more, two stand for all."""

_FIRST_TURN, _BILLS, _LAST_TURN = 0, 1, 2
"""What others refer to is read last: by then it is known whether anybody did."""


@dataclass
class Scanned:
    """What one look through the files found; ``broken`` lines are left out by their numbers.

    ``names`` leads from the names of resources to their lines, ``roles`` from a Practitioner to
    the lines of its roles. Every part looks at the ``witnesses`` too.
    """

    lines: Lines
    names: Pairs
    roles: Pairs
    parts: list[Sequence[int]] = field(default_factory=list)
    witnesses: tuple[int, ...] = ()
    broken: list[Skipped] = field(default_factory=list)


def scan(paths: Mapping[str, Path], tells: Mapping[str, Tell]) -> Scanned | None:
    """Look through files of lines; None where they are to be read as one.

    That is so where one is no FHIR or more of it is broken than whole, and where they are about
    several people, or somebody is named in ever new words: then each line may say whose all others
    are. ``tells`` hear how far it is in each file, and raise to stop.
    """
    found = _Scan()
    for name, path in paths.items():
        try:
            found.file(BulkFile(name, path), tells[name])
            found.unpack(tells[name])
        except (UserError, *BROKEN):
            return None  # whoever reads it by itself says what is wrong, and leaves it out by name
        if not found.is_of_one:
            return None
    return found.scanned()


class _Scan:
    def __init__(self) -> None:
        self._lines, self._broken = Lines(), list[Skipped]()
        self._names, self._roles, self._held, self._numbers = Pairs(), Pairs(), Pairs(), Pairs()
        self._turns, self._all_fhir = bytearray(), True
        self._patients: dict[str, int] = {}
        self._subjects: dict[str, int] = {}
        self._tellers: dict[tuple[str, str], list[int]] = {}

    @property
    def is_of_one(self) -> bool:
        """Whether all files are FHIR, of one person."""
        named = len(self._patients) < 2 and len(self._subjects) <= _MOST_SUBJECTS
        return self._all_fhir and named

    def file(self, file: BulkFile, tell: Tell) -> None:
        self._lines.files.append(file)
        documents = Documents(file.path, file.name, tell)
        for one in documents:
            line = self._lines.add(one.number, one.offset, one.length)
            opened = Opened()
            open_line(opened, one.body, file.name, one.number)
            self._turns.append(_turn(opened))
            for resource in opened.resources:
                self._see(resource, line)
        self._broken += documents.left_out()
        self._all_fhir &= documents.is_any

    def unpack(self, tell: Tell) -> None:
        """Keep what the last file holds where it is packed: no line of it is found again else."""
        file = self._lines.files[-1]
        if self.is_of_one and is_packed_file(file.path):
            size = file.path.stat().st_size
            held = Unpacked(file.path, file.name, lambda: tell(size, size))
            self._lines.files[-1] = file._replace(unpacked=held)

    def _see(self, resource: Resource, line: int) -> None:
        for name in names(resource) or [_nameless(resource)]:
            self._names.add(mark_of(name), line)
        for number in identifiers(resource):
            self._numbers.add(mark_of(number), line)
        kind, body = resource.type, resource.body
        if kind in _COURSES or (kind in _REQUESTS and "basedOn" in body):
            self._names.add(mark_of("*courses" if kind in _COURSES else "*requests"), line)
        if kind in _HOLDING or (kind in _REQUESTS and "basedOn" in body):
            for name in mentions(_rest(body)):
                self._held.add(mark_of(name), line)
        self._see_whose(resource, line)

    def _see_whose(self, resource: Resource, line: int) -> None:
        kind, body = resource.type, resource.body
        if kind == "Patient":
            self._patients.setdefault(resource.id or _nameless(resource), line)
        elif kind == "PractitionerRole":
            for name in mentions(body.get("practitioner")):
                self._roles.add(mark_of(name), line)
        elif kind in _TELLING:
            held = self._tellers.setdefault((resource.file, kind), [])
            held += [line] if len(held) < _FIRST else []
        for part in ("subject", "patient"):
            if told := body.get(part):
                self._subjects.setdefault(json.dumps(told, sort_keys=True, default=str), line)

    def scanned(self) -> Scanned | None:
        for pairs in (self._names, self._roles, self._numbers):
            pairs.sort()
        groups, witnesses = Groups(len(self._lines)), list(self._witnesses())
        for several in self._names.groups():
            groups.join(several)
        for several in self._numbers.groups():
            if len(several) <= _FEW:
                groups.join(several)
            else:
                witnesses += several[:2]
        if len(witnesses) > _MOST_SHARED + _MOST_SUBJECTS:
            return None
        for mark, line in self._held:
            if there := self._names.of(mark):
                groups.join([line, *there])
        found = Scanned(self._lines, self._names, self._roles, broken=self._broken)
        found.parts = list(parted(self._lines, groups, self._turns))
        found.witnesses = tuple(sorted(set(witnesses)))
        return found

    def _witnesses(self) -> Iterator[int]:
        yield from self._patients.values()
        yield from self._subjects.values()
        for several in self._tellers.values():
            yield from several


def _turn(opened: Opened) -> int:
    kinds = {one.type for one in opened.resources}
    if kinds and kinds <= SUPPORTING:
        return _LAST_TURN
    return _BILLS if kinds and kinds <= BOOKKEEPING.keys() else _FIRST_TURN


def _nameless(resource: Resource) -> str:
    return f"#{content_mark(resource.body)}"


def _rest(body: Body) -> dict[str, Any]:
    """Return what a resource points to, without whose it is and when it was."""
    return {name: body[name] for name in _POINTING if name in body}


_POINTING: Final = ("result", "hasMember", "related", "entry", "basedOn")
"""Fields by which readers ask who points to them (``fhir/panels``, ``lists``, ``medicines``)."""
