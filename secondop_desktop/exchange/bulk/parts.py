"""Reading bulk files part by part, each with all that its lines mention anywhere in the files."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from secondop_desktop.exchange.bulk.lines import mark_of
from secondop_desktop.exchange.bulk.mentions import mentions
from secondop_desktop.exchange.bulk.scanning import Scanned
from secondop_desktop.exchange.fhir.references import names
from secondop_desktop.exchange.fhir.resources import Opened, Resource, open_line
from secondop_desktop.exchange.source_files.strict_json import read_json

_DEEP: Final = 3
"""A result names its report, that a role, and that a person: readers look no further."""


def parts(scanned: Scanned) -> Iterator[Opened]:
    """Yield each part: its own resources, and beside them those that they mention.

    The files are read again, as nothing of them is held: one that was changed meanwhile may
    give a line that is broken, which raises UserError.
    """
    for own in scanned.parts:
        yield _Part(scanned, own).opened()


class _Part:
    def __init__(self, scanned: Scanned, own: Sequence[int]) -> None:
        self._scanned, self._lines = scanned, scanned.lines
        self._own = own
        self._read: dict[int, list[Resource]] = {}
        self._found = Opened()

    def opened(self) -> Opened:
        fresh = self._take(self._own, self._found)
        fresh += self._take(self._unread(self._scanned.witnesses), Opened())
        for _depth in range(_DEEP):
            fresh = self._take(self._unread(self._mentioned(fresh)), Opened())
        self._found.resources = [one for line in sorted(self._read) for one in self._read[line]]
        return self._found

    def _take(self, lines: Sequence[int], found: Opened) -> list[Resource]:
        """Read lines; what is not this part's own is only looked at."""
        fresh: list[Resource] = []
        for line, file, number, data in self._lines.read(lines):
            before = len(found.resources)
            open_line(found, read_json(data, file.name), file.name, number)
            those = found.resources[before:]
            if found is not self._found:
                those = [replace(one, beside=True) for one in those]
            self._read[line] = those
            fresh += those
        return fresh

    def _unread(self, lines: Sequence[int] | set[int]) -> list[int]:
        return sorted(line for line in set(lines) if line not in self._read)

    def _mentioned(self, resources: Sequence[Resource]) -> set[int]:
        """Return the lines that resources mention, and those of the roles of who is named."""
        marks = {mark_of(name) for one in resources for name in mentions(one.body)}
        found = {line for mark in marks for line in self._scanned.names.of(mark)}
        staff = [one for one in resources if one.type == "Practitioner"]
        for mark in {mark_of(name) for one in staff for name in names(one)}:
            found |= set(self._scanned.roles.of(mark))
        return found
