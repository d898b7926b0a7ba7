"""FHIR's JSON written as XML by the rules of the standard, without any table of elements."""

import json
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any
from xml.sax.saxutils import escape, quoteattr

SPACE = "http://hl7.org/fhir"


def as_xml(body: dict[str, Any]) -> str:
    """Return a resource as an XML document."""
    kind = body["resourceType"]
    return f'<?xml version="1.0"?>\n<{kind} xmlns="{SPACE}">{"".join(_parts(body))}</{kind}>'


def _parts(body: dict[str, Any]) -> Iterator[str]:
    names = dict.fromkeys(name.removeprefix("_") for name in body)
    for name in names:
        if name not in {"resourceType"} and not _is_attribute(name, body):
            yield from _element(name, body.get(name), body.get(f"_{name}"))


def _is_attribute(name: str, body: dict[str, Any]) -> bool:
    return (name == "id" and "resourceType" not in body) or (name == "url" and _extends(body))


def _extends(body: dict[str, Any]) -> bool:
    others = set(body) - {"url", "id", "extension", "_url"}
    return "resourceType" not in body and all(one.lstrip("_").startswith("value") for one in others)


def _element(name: str, value: Any, beside: Any) -> Iterator[str]:
    if name == "div":
        yield value
    elif isinstance(value, list) or isinstance(beside, list):
        for one, more in zip_longest(value or [], beside or []):
            yield from _element(name, one, more)
    elif isinstance(value, dict) and "resourceType" in value:
        kind = value["resourceType"]
        yield f"<{name}><{kind}>{''.join(_parts(value))}</{kind}></{name}>"
    elif isinstance(value, dict):
        yield f"<{name}{_attributes(value)}>{''.join(_parts(value))}</{name}>"
    else:
        extra = beside or {}
        said = "" if value is None else f" value={quoteattr(_text(value))}"
        yield f"<{name}{said}{_attributes(extra)}>{''.join(_parts(extra))}</{name}>"


def _attributes(value: dict[str, Any]) -> str:
    names = [name for name in ("id", "url") if name in value and _is_attribute(name, value)]
    return "".join(f" {name}={quoteattr(value[name])}" for name in names)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return json.dumps(value)
    return escape(str(value)) if not isinstance(value, str) else value
