"""The lines of each kind described for other programs (JSON Schema, draft 2020-12)."""

from collections.abc import Mapping
from typing import Any

from secondop_desktop.exchange.archive.entry_lines import AS_STORED
from secondop_desktop.journal.entry_json import READ_AS, about_name
from secondop_desktop.journal.kinds import Field, Kind
from secondop_desktop.journal.values.columns import Measured, PrintedRange, Value
from secondop_desktop.lang import N_, _

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Mapping[str, Any] = {"type": "string"}
_DATE = r"^-?\d{4}(-\d{2}(-\d{2}(T.+)?)?)?$"
_BY_NAME: Mapping[str, Mapping[str, Any]] = {
    "yes/no": {"type": "boolean"},
    "whole number": {"type": "integer"},
    "date": {"type": "string", "pattern": _DATE},
    "references": {"type": "array", "items": _TEXT},
    "choices": {"type": "array", "items": _TEXT},
    "map": {"type": "object", "additionalProperties": _TEXT},
    "checklist": {
        "type": "array",
        "items": {"type": "array", "prefixItems": [_TEXT, {"type": "boolean"}], "items": False},
    },
}
"""How each type of column stands in JSON; the others are texts."""
_OWN = {
    "id": N_("The number of the entry"),
    "person": N_("The number of the person it belongs to"),
    "case": N_("The number of the second opinion it belongs to"),
    "created": N_("When it was written down (UTC)"),
    "changed": N_("When it was changed last (UTC)"),
    "deleted_at": N_("When it was put in the bin (UTC)"),
    "private": N_("Whether it is kept out of what is printed"),
    "unread": N_("What was typed into a field and could not be read as its value yet"),
    "origin": N_("What the file that it came from calls it"),
    "origin_hash": N_("Marks of what that file said in each field"),
    "source_file": N_("The SHA-256 of that file"),
    "source_place": N_("Where in that file it stood"),
    "seal": N_("The SHA-256 over the row, as docs/format.md describes"),
}


def schema_of(kind: Kind) -> dict[str, Any]:
    """Return what a line of this kind may hold, with the labels of the form."""
    properties: dict[str, Any] = {}
    for name, column in kind.types.items():
        field = kind.by_name.get(name)
        properties[name] = {**_BY_NAME.get(column.name, _TEXT), "description": _said(name, field)}
        properties |= _beside(kind, name, column)
    properties[AS_STORED] = {
        "type": "object",
        "description": _("Columns exactly as the file held them, where they would not come back"),
    }
    return {
        "$schema": _DIALECT,
        "title": kind.name,
        "description": _(kind.plural),
        "type": "object",
        "properties": properties,
        "required": ["id"],
        "additionalProperties": False,
    }


def _said(name: str, field: Field | None) -> str:
    if field is None:
        return _(_OWN[name]) if name in _OWN else name
    parts = [_(field.label)]
    if field.refers:
        parts.append(_("the number of an entry in {kind}.jsonl").format(kind=field.refers))
    if field.choices:
        words = ", ".join(word + " (" + _(label) + ")" for word, label in field.choices)
        parts.append(_("one of: {words}").format(words=words))
    return "; ".join(parts)


def _beside(kind: Kind, name: str, column: Value) -> dict[str, Any]:
    if name in kind.dates:
        said = _("Whether {field} is only about then").format(field=name)
        return {about_name(kind, name): {"type": "boolean", "description": said}}
    if isinstance(column, Measured | PrintedRange):
        said = _("What {field} was read as, where its print can be read in two ways")
        return {f"{name}{READ_AS}": {**_TEXT, "description": said.format(field=name)}}
    return {}
