"""What the journal holds of the things that came from files, looked up by what files call them."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from secondop_desktop.exchange.incoming import facts
from secondop_desktop.exchange.read_entries import Marks
from secondop_desktop.journal.kinds import Kind

_OWN = re.compile(r"@[0-9a-f]{10}")
"""What was added to an origin because another thing bore the same."""

_NUMBER = re.compile(r"[A-Za-z]+/[^/|#]+$")


@dataclass(frozen=True)
class There:
    """What the journal knows of an entry that came by an import; typed ones have no origin."""

    id: str
    origin: str
    marks: str
    binned: bool

    @cached_property
    def fields(self) -> Mapping[str, str]:
        """The mark of each field that the import gave."""
        return Marks.parse(self.marks).fields


Grouped = Mapping[str, Sequence[There]]


class Known:
    """The entries of one kind and person that came from files; each list in the journal's order.

    A file may take back as many things as a journal holds: none is looked for one by one.
    """

    def __init__(self, kind: Kind, there: Sequence[There]) -> None:
        self._kind, self._there = kind, there

    @cached_property
    def by_family(self) -> Grouped:
        """Those that bear one origin, as its source gave it."""
        return self._grouped(lambda one: (family(one.origin),))

    @cached_property
    def parts_of(self) -> Grouped:
        """Those that a thing told, by its name: the thing itself, and all its parts."""
        return self._grouped(lambda one: _wholes(family(one.origin)))

    @cached_property
    def by_number(self) -> Grouped:
        """Those of one ``Type/id``, whoever gave it."""
        return self._grouped(lambda one: (number(family(one.origin).partition("#")[0]),))

    @cached_property
    def by_core(self) -> Grouped:
        """Those that make one thing told twice: the same name, date and finding."""
        return self._grouped(lambda one: (self.core(one.fields),))

    def core(self, fields: facts.Fields) -> str:
        """Return the marks of what makes two entries one thing told twice, as one text."""
        return " ".join(fields.get(name, "") for name in facts.core(self._kind))

    def _grouped(self, names: Callable[[There], Iterable[str]]) -> Grouped:
        found: dict[str, list[There]] = defaultdict(list)
        for one in self._there:
            for name in names(one):
                found[name].append(one)
        return dict(found)


def family(origin: str) -> str:
    """Return an origin as its source gave it."""
    return _OWN.sub("", origin) if "@" in origin else origin


def number(origin: str) -> str:
    """Return the ``Type/id`` at the end of an origin, empty where there is none."""
    found = _NUMBER.search(origin)
    return found[0] if found else ""


def _wholes(name: str) -> Iterator[str]:
    """Yield a name, and those of all it is a part of."""
    yield name
    while "#" in name:
        name = name.rpartition("#")[0]
        yield name
