"""Finding one's way in a CDA document: its elements, attributes, types and templates."""

from collections.abc import Iterator
from typing import Any

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
    return None if element is None else element.find(path, NAMES)


def every(element: Element, path: str) -> list[Element]:
    """Return all elements at a path."""
    return [] if element is None else element.findall(path, NAMES)


def attribute(element: Element | None, name: str) -> str:
    """Return an attribute without blanks around it, empty where there is none."""
    return (element.get(name) or "").strip() if element is not None else ""


def told(element: Element, path: str, name: str = "value") -> str:
    """Return an attribute of the first element at a path."""
    return attribute(first(element, path), name)


def name_of(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def kind_of(element: Element | None) -> str:
    """Return the data type that an element says it has (``xsi:type``), such as ``PQ``."""
    return attribute(element, _TYPE).rpartition(":")[2]


def templates(element: Element) -> set[str]:
    """Return what C-CDA calls an element: ``4.16`` for a medicine, as R1.1 and R2.1 do."""
    roots = (attribute(one, "root") for one in every(element, "h:templateId"))
    return {one.removeprefix(_TEMPLATES) for one in roots}


def statements(element: Element) -> Iterator[Element]:
    """Yield the entries directly inside one, whatever joins them."""
    for joint in every(element, "h:entryRelationship") + every(element, "h:component"):
        yield from (one for one in joint if name_of(one) in STATEMENTS)


STATEMENTS = frozenset(
    {"act", "encounter", "observation", "observationMedia", "organizer", "procedure"}
    | {"substanceAdministration", "supply", "regionOfInterest"}
)
"""What an entry can be: https://hl7.org/cda/stds/core/ (Clinical Statement)."""


def place_of(element: Element) -> str:
    """Return where an element stands: names, each with its number among those of one name."""
    steps: list[str] = []
    while (holder := element.getparent()) is not None:
        alike = sum(1 for _one in element.itersiblings(element.tag, preceding=True))
        steps += [str(alike), name_of(element)]
        element = holder
    return "".join(f"/{one}" for one in reversed(steps))
