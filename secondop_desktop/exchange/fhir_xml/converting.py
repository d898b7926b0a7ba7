"""FHIR XML as the JSON that FHIR writes of the same resource.

https://hl7.org/fhir/R4/xml.html and https://hl7.org/fhir/R4/json.html. Numbers keep each digit.
"""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, NamedTuple

from secondop_desktop.exchange.fhir_xml.elements import fields_of, is_known
from secondop_desktop.exchange.markup.plain_tags import as_text
from secondop_desktop.journal.progress import Tell, counted, nobody

SPACE = "http://hl7.org/fhir"
_DIV = "{http://www.w3.org/1999/xhtml}div"
_EXTENSION = f"{{{SPACE}}}extension"
_NUMBERS = frozenset({"integer", "positiveInt", "unsignedInt"})
_WHOLE = re.compile(r"-?[0-9]{1,300}")
_RESOURCES = frozenset({"Resource", "DomainResource"})

Body = dict[str, Any]


def converted(top: Any, tell: Tell = nobody) -> Body:
    """Return a resource as parsed JSON; what HL7 does not define is told by its shape.

    ``tell`` hears how many parts of how many are read.
    """
    kind = _local(top.tag)
    return {"resourceType": kind, **_whole(top, kind, tell)}


@cache
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _whole(element: Any, kind: str, tell: Tell = nobody) -> Body:
    """Return a resource, a part of one, or a value that has parts."""
    made: Body = {name: said for name in ("id", "url") if (said := element.get(name))}
    fields, children = _fields(kind), _parts(element)
    for child in children if tell is nobody else counted(children, tell):
        if child.tag == _DIV:
            made["div"] = as_text(child)
        else:
            name = _local(child.tag)
            told = fields.get(name)
            if told is None or _is_other(child, told.kind):
                told = _by_shape(child)
            _put(made, name, child, told)
    return made


def _parts(element: Any) -> list[Any]:
    """Return the elements inside one; to ask lxml for them alone takes longer than to see."""
    return [one for one in element if isinstance(one.tag, str)] if len(element) else []


class _Told(NamedTuple):
    """What an element is, and whether it may stand several times."""

    kind: str
    many: bool


@cache
def _fields(kind: str) -> dict[str, _Told]:
    found = fields_of(kind).items()
    return {name: _Told(told.removesuffix("*"), told.endswith("*")) for name, told in found}


def _is_other(element: Any, kind: str) -> bool:
    """Tell whether another version of FHIR has a text here and this one parts, or the reverse."""
    if kind[0].islower():
        return any(one.tag != _EXTENSION for one in _parts(element)) if len(element) else False
    return element.get("value") is not None


def _by_shape(element: Any) -> _Told:
    """Say what an element is that is not defined: a text, a resource, or something with parts."""
    alike = sum(1 for one in element.getparent().iterchildren(element.tag)) > 1
    parts = _parts(element)
    if parts and is_known(name := _local(parts[0].tag)) and name[0].isupper():
        kind = "Resource"
    else:
        kind = "string" if element.get("value") is not None or not parts else "Element"
    return _Told(kind, alike)


def _put(made: Body, name: str, element: Any, told: _Told) -> None:
    kind, many = told
    if kind in _RESOURCES:
        inside = [converted(one) for one in _parts(element)]
        if many:
            made.setdefault(name, []).extend(inside)
        else:
            _add(made, name, next(iter(inside), None))
    elif kind[0].islower():
        _put_plain(made, name, element, told)
    elif many:
        made.setdefault(name, []).append(_whole(element, kind))
    else:
        _add(made, name, _whole(element, kind))


def _add(made: Body, name: str, value: Any) -> None:
    """Add a value; one that stands several times although it may not becomes a list."""
    if name in made:
        before = made[name] if isinstance(made[name], list) else [made[name]]
        made[name] = [*before, value]
    elif value is not None:
        made[name] = value


def _put_plain(made: Body, name: str, element: Any, told: _Told) -> None:
    """Add a text or number; its id and extensions stand beside it under ``_name``."""
    text = element.get("value")
    value = None if text is None else _plain(told.kind, text)
    # Nearly all have nothing but their value.
    beside = dict(_beside(element)) if len(element) or len(element.attrib) > 1 else {}
    if not told.many:
        _add(made, name, value)
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
    found = [_whole(one, "Extension") for one in element.iterchildren(_EXTENSION)]
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
