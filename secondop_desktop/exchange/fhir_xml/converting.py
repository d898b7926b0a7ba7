"""FHIR XML as the JSON that FHIR writes of the same resource.

https://hl7.org/fhir/R4/xml.html and https://hl7.org/fhir/R4/json.html. Numbers keep each digit.
"""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from lxml import etree

from secondop_desktop.exchange.fhir_xml.elements import fields_of, is_known
from secondop_desktop.exchange.markup.plain_tags import as_text
from secondop_desktop.journal.progress import Tell, counted, nobody

SPACE = "http://hl7.org/fhir"
_XHTML = "http://www.w3.org/1999/xhtml"
_NUMBERS = frozenset({"integer", "positiveInt", "unsignedInt"})
_WHOLE = re.compile(r"-?[0-9]{1,300}")
_RESOURCES = frozenset({"Resource", "DomainResource"})

Body = dict[str, Any]


def converted(top: Any, tell: Tell = nobody) -> Body:
    """Return a resource as parsed JSON; what HL7 does not define is told by its shape.

    ``tell`` hears how many parts of how many are read.
    """
    kind = etree.QName(top).localname
    return {"resourceType": kind, **_whole(top, kind, tell)}


def _whole(element: Any, kind: str, tell: Tell = nobody) -> Body:
    """Return a resource, a part of one, or a value that has parts."""
    made: Body = {name: element.get(name) for name in ("id", "url") if element.get(name)}
    fields = _fields(kind)
    children = element.iterchildren(etree.Element)
    for child in children if tell is nobody else counted(list(children), tell):
        name = etree.QName(child).localname
        if child.tag == f"{{{_XHTML}}}div":
            made["div"] = as_text(child)
        else:
            told = fields.get(name, "")
            if not told or _is_other(child, told):
                told = _by_shape(child)
            _put(made, name, child, told.removesuffix("*"), many=told.endswith("*"))
    return made


@cache
def _fields(kind: str) -> dict[str, str]:
    return dict(fields_of(kind))


def _is_other(element: Any, told: str) -> bool:
    """Tell whether another version of FHIR has a text here and this one parts, or the reverse."""
    if told[0].islower():
        parts = element.iterchildren(etree.Element)
        return any(one.tag != f"{{{SPACE}}}extension" for one in parts)
    return element.get("value") is not None


def _by_shape(element: Any) -> str:
    """Say what an element is that is not defined: a text, a resource, or something with parts."""
    alike = sum(1 for one in element.getparent().iterchildren(element.tag)) > 1
    first = next(element.iterchildren(etree.Element), None)
    if first is not None and is_known(name := etree.QName(first).localname) and name[0].isupper():
        kind = "Resource"
    else:
        kind = "string" if element.get("value") is not None or first is None else "Element"
    return kind + ("*" if alike else "")


def _put(made: Body, name: str, element: Any, kind: str, *, many: bool) -> None:
    if kind in _RESOURCES:
        inside = [converted(one) for one in element.iterchildren(etree.Element)]
        _add(made, name, inside if many else next(iter(inside), None), many=many)
    elif kind[0].islower():
        _put_plain(made, name, element, kind, many=many)
    else:
        _add(made, name, [_whole(element, kind)] if many else _whole(element, kind), many=many)


def _add(made: Body, name: str, value: Any, *, many: bool) -> None:
    """Add a value; one that stands several times although it may not becomes a list."""
    if many:
        made.setdefault(name, []).extend(value)
    elif name in made:
        before = made[name] if isinstance(made[name], list) else [made[name]]
        made[name] = [*before, value]
    elif value is not None:
        made[name] = value


def _put_plain(made: Body, name: str, element: Any, kind: str, *, many: bool) -> None:
    """Add a text or number; its id and extensions stand beside it under ``_name``."""
    text = element.get("value")
    value = None if text is None else _plain(kind, text)
    beside = dict(_beside(element))
    if not many:
        _add(made, name, value, many=False)
        made |= {f"_{name}": beside} if beside else {}
        return
    values = made.setdefault(name, [])
    values.append(value)
    if beside or f"_{name}" in made:
        extras = made.setdefault(f"_{name}", [])
        extras += [None] * (len(values) - 1 - len(extras))
        extras.append(beside or None)


def _beside(element: Any) -> Iterator[tuple[str, Any]]:
    if element.get("id"):
        yield "id", element.get("id")
    found = [_whole(one, "Extension") for one in element.iterchildren(f"{{{SPACE}}}extension")]
    if found:
        yield "extension", found


def _plain(kind: str, text: str) -> Any:
    """Return a value as JSON has it; one that is not what its type says stays a text."""
    try:
        if kind == "boolean":
            return {"true": True, "false": False}[text.strip()]
        if kind in _NUMBERS or (kind == "decimal" and _WHOLE.fullmatch(text)):
            return int(text)
        if kind == "decimal":
            found = Decimal(text.strip())
            return found if found.is_finite() else text
    except (KeyError, ValueError, InvalidOperation):
        return text
    return text
