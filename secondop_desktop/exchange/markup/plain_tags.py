"""A narrative inside XML as text, its tags without prefixes, as FHIR's JSON holds one."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

_SPACE = "http://www.w3.org/1999/xhtml"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def as_text(div: Any) -> str:
    """Return an element and all in it as text, as XHTML."""
    return "".join(_written(div, f' xmlns="{_SPACE}"'))


def _written(element: Any, space: str = "") -> Iterator[str]:
    name = etree.QName(element).localname
    attributes = "".join(f' {_name(key)}="{_quoted(value)}"' for key, value in element.items())
    inside = [*_inside(element)]
    if inside:
        yield f"<{name}{space}{attributes}>{''.join(inside)}</{name}>"
    else:
        yield f"<{name}{space}{attributes}/>"


def _inside(element: Any) -> Iterator[str]:
    if element.text:
        yield element.text.translate(_ESCAPED)
    for child in element:
        if isinstance(child.tag, str):
            yield from _written(child)
        if child.tail:
            yield child.tail.translate(_ESCAPED)


def _name(key: str) -> str:
    return key.replace(_XML, "xml:").rpartition("}")[2]


def _quoted(value: str) -> str:
    return value.translate(_ESCAPED).replace('"', "&quot;")
