"""What an XML file is, told by its first element, before anything else of it is read."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from xml.parsers import expat


@dataclass(frozen=True)
class Root:
    """The first element of a file: its namespace and name, and whether a DOCTYPE stands before."""

    space: str
    name: str
    has_doctype: bool = False


class _FoundError(Exception):
    """Ends the parsing: nothing behind the first element is looked at."""


def root_of(data: bytes) -> Root | None:
    """Return the first element of XML, None for bytes that are none.

    ``data`` may be cut off behind it. Entities are neither read nor replaced.
    """
    found: list[Root] = []
    doctypes: list[str] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = lambda name, *_rest: doctypes.append(name)

    def start(name: str, _attributes: dict[str, Any]) -> None:
        space, _blank, local = name.rpartition(" ")
        found.append(Root(space, local, bool(doctypes)))
        raise _FoundError

    parser.StartElementHandler = start
    with suppress(_FoundError, expat.ExpatError, LookupError, ValueError):
        parser.Parse(data.lstrip())
    return found[0] if found else None
