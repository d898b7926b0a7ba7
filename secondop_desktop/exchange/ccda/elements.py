"""Finding one's way in a CDA document: its elements, attributes, types and templates."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from typing import Any, Final

from secondop_desktop.exchange.ccda.older_templates import OLDER

SPACE = "urn:hl7-org:v3"
SECTION = f"{{{SPACE}}}section"
EXTENDED = "urn:hl7-org:sdtc"
NAMES = {"h": SPACE, "s": EXTENDED}
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_TEMPLATES = "2.16.840.1.113883.10.20.22."

Element = Any
"""An element of lxml, which has no types of its own."""


def first(element: Element, path: str) -> Element | None:
    """Return the first element at a path (``h:`` is CDA, ``s:`` its extension), or None."""
    if element is None:
        return None
    steps = _steps(path)
    return _first(element, steps) if steps else element.find(path, NAMES)


def every(element: Element, path: str) -> list[Element]:
    """Return all elements at a path."""
    if element is None:
        return []
    steps = _steps(path)
    return _every(element, steps) if steps else element.findall(path, NAMES)


@cache
def _steps(path: str) -> tuple[str, ...]:
    """Return the full names of a path from child to child, none of any other path."""
    names = path.split("/")
    if not all(_STEP.fullmatch(one) for one in names):
        return ()
    return tuple(f"{{{NAMES[one[0]]}}}{one[2:]}" for one in names)


_STEP = re.compile(r"[hs]:\w+")


_AT_ONCE: Final = 256
"""Elements whose parts are known at one time: an entry has some thirty."""


@lru_cache(maxsize=_AT_ONCE)
def _parts(element: Element) -> Mapping[str, Sequence[Element]]:
    """Return what an element holds, by name; an entry is asked for some forty paths.

    Of a section it is asked for each of its entries: to look through all of them then grows as
    the square.
    """
    found: dict[str, list[Element]] = {}
    for one in element:
        found.setdefault(one.tag, []).append(one)
    return found


@contextmanager
def parts_known() -> Iterator[None]:
    """Hold nothing of a document any more when it is read."""
    try:
        yield
    finally:
        _parts.cache_clear()
        templates.cache_clear()


def _first(element: Element, steps: Sequence[str]) -> Element | None:
    found = _parts(element).get(steps[0], ())
    if len(steps) == 1:
        return found[0] if found else None
    for one in found:
        if (end := _first(one, steps[1:])) is not None:
            return end
    return None


def _every(element: Element, steps: Sequence[str]) -> list[Element]:
    found = _parts(element).get(steps[0], ())
    if len(steps) == 1:
        return [*found]
    return [end for one in found for end in _every(one, steps[1:])]


def attribute(element: Element | None, name: str) -> str:
    """Return an attribute without blanks around it, empty where there is none."""
    return (element.get(name) or "").strip() if element is not None else ""


def told(element: Element, path: str, name: str = "value") -> str:
    """Return an attribute of the first element at a path."""
    return attribute(first(element, path), name)


def name_of(element: Element) -> str:
    """Return the name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def kind_of(element: Element | None) -> str:
    """Return the data type that an element says it has (``xsi:type``), such as ``PQ``."""
    return attribute(element, _TYPE).rpartition(":")[2]


@lru_cache(maxsize=_AT_ONCE)
def templates(element: Element) -> frozenset[str]:
    """Return what C-CDA calls an element: ``4.16`` for a medicine, as R1.1 and R2.1 do."""
    roots = (attribute(one, "root") for one in every(element, "h:templateId"))
    return frozenset(OLDER.get(one) or one.removeprefix(_TEMPLATES) for one in roots)


def statements(element: Element) -> Iterator[Element]:
    """Yield the entries directly inside one, whatever joins them."""
    for joint in every(element, "h:entryRelationship") + every(element, "h:component"):
        yield from (one for one in joint if name_of(one) in STATEMENTS)


STATEMENTS = frozenset(
    {"act", "encounter", "observation", "observationMedia", "organizer", "procedure"}
    | {"substanceAdministration", "supply", "regionOfInterest"}
)
"""What an entry can be: https://hl7.org/cda/stds/core/ (Clinical Statement)."""


class Places:
    """Where the elements of one document stand; a section may hold many thousands of entries."""

    def __init__(self) -> None:
        self._numbers: dict[Element, int] = {}

    def of(self, element: Element) -> str:
        """Return where an element stands: names, each with its number among those of one name."""
        steps: list[str] = []
        while (holder := element.getparent()) is not None:
            steps += [str(self._number(element, holder)), name_of(element)]
            element = holder
        return "".join(f"/{one}" for one in reversed(steps))

    def _number(self, element: Element, holder: Element) -> int:
        """Count all that one element holds at once: to count for each grows as the square."""
        if element not in self._numbers:
            before: dict[Any, int] = {}
            for one in holder:
                self._numbers[one] = before.get(one.tag, 0)
                before[one.tag] = self._numbers[one] + 1
        return self._numbers[element]
