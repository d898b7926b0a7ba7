"""Entries as JSON: what scripts and imports give, and what they are shown."""

from collections.abc import Mapping
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from secondop_desktop.errors import UserError
from secondop_desktop.journal.kinds import Field, Kind
from secondop_desktop.journal.values.columns import Measured, PrintedRange, YesNo
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range
from secondop_desktop.lang import _

_ALWAYS = ("person", "case", "private")
_ABOUT = "about"
READ_AS = "_read_as"


def values(kind: Kind, given: Mapping[str, object]) -> dict[str, Any]:
    """Turn given names and values into column values.

    Names are the kind's fields, ``person``, ``case``, ``private`` and, beside dates, ``about``
    (the main date) or ``FIELD_about``, beside printed numbers ``FIELD_read_as``. Raises
    UserError naming the field that cannot be read.
    """
    beside = {name for name in given if _date_of(kind, name) or _printed_of(kind, name)}
    read = {n: _read(kind, n, value) for n, value in given.items() if n not in beside}
    for name in given:
        if _date_of(kind, name):
            _mark_about(kind, read, name, given[name])
        elif name in beside:
            _mark_read_as(kind, read, name, given[name])
    return read


def required(kind: Kind, read: Mapping[str, Any]) -> None:
    """Raise UserError for the first required field without a value."""
    for field in kind.fields:
        if field.required and read.get(field.name) in (None, "", ()):
            raise UserError(
                _("{kind} needs a value for {field}.").format(kind=kind.name, field=field.name)
            )


def validate(kind: Kind, read: Mapping[str, Any], before: Any = None) -> None:
    """Raise UserError when the values (over those of the row before) break a rule of the kind."""
    row = {name: getattr(before, name, kept.empty) for name, kept in kind.types.items()}
    for rule in kind.rules:
        if sentence := rule(SimpleNamespace(**(row | dict(read)))):
            raise UserError(sentence)


def to_json(kind: Kind, row: Any) -> dict[str, object]:
    """Return an entry as JSON: its id, person, case, times, and every field."""
    found: dict[str, object] = {"id": row.id, "kind": kind.name, "person": row.person}
    if hasattr(row, "case"):
        found["case"] = row.case
    for field in kind.fields:
        found |= shown(kind, field.name, getattr(row, field.name))
    found["private"] = bool(row.private)
    return found | {"created": row.created, "changed": row.changed} | _extras(row)


def shown(kind: Kind, name: str, value: Any) -> dict[str, object]:
    """Return a column's value as JSON under its name, and what stands beside it."""
    found: dict[str, object] = {name: kind.type_of(name).show(value)}
    if isinstance(value, PartialDate) and value.about:
        found[about_name(kind, name)] = True
    if isinstance(value, Quantity | Range) and value.read_as:
        found[f"{name}{READ_AS}"] = value.read_as
    return found


def _extras(row: Any) -> dict[str, object]:
    extras: dict[str, object] = {"unread": dict(row.unread)} if row.unread else {}
    return extras | ({"in_bin_since": row.deleted_at} if row.deleted_at else {})


def about_name(kind: Kind, date: str) -> str:
    """Return the name that says beside a date whether it is only about then."""
    return _ABOUT if date == kind.dates[0] else f"{date}_{_ABOUT}"


def _date_of(kind: Kind, name: str) -> str:
    """Return the date that an "about" of this name stands beside, or an empty text."""
    if name in kind.by_name:
        return ""
    if name == _ABOUT:
        return kind.dates[0] if kind.dates else ""
    date = name.removesuffix(f"_{_ABOUT}")
    return date if name != date and date in kind.dates else ""


def _mark_about(kind: Kind, read: dict[str, Any], name: str, value: object) -> None:
    date = _date_of(kind, name)
    try:
        about = bool(YesNo().read(value))
    except ValueError as error:
        raise UserError(
            _("{kind}: {field} {problem}.").format(kind=kind.name, field=name, problem=error)
        ) from None
    known = read.get(date)
    if known is not None:
        read[date] = replace(known, about=about or known.about)
    elif about:
        raise UserError(
            _("{kind}: {field} needs a value for {date} beside it.").format(
                kind=kind.name, field=name, date=date
            )
        )


def _printed_of(kind: Kind, name: str) -> str:
    """Return the printed number that a reading of this name stands beside, or an empty text."""
    field = name.removesuffix(READ_AS)
    printed = name != field and field in kind.by_name and name not in kind.by_name
    return field if printed and isinstance(kind.type_of(field), Measured | PrintedRange) else ""


def _mark_read_as(kind: Kind, read: dict[str, Any], name: str, value: object) -> None:
    field = _printed_of(kind, name)
    meant = kind.type_of(field).read(value)
    if meant is not None and read.get(field) is not None:
        read[field] = read[field].settled(meant.text)


def _read(kind: Kind, name: str, value: object) -> Any:
    if name not in kind.by_name and not (name in _ALWAYS and name in kind.types):
        raise UserError(
            _("{kind} has no field {field}. Its fields are: {fields}.").format(
                kind=kind.name, field=name, fields=", ".join(kind.by_name)
            )
        )
    try:
        read = kind.type_of(name).read(value)
        if name in kind.by_name:
            _check_choice(kind.by_name[name], read)
    except ValueError as error:
        raise UserError(
            _("{kind}: {field} {problem}.").format(kind=kind.name, field=name, problem=error)
        ) from None
    return read


def _check_choice(field: Field, read: Any) -> None:
    texts = tuple(read.values()) if isinstance(read, Mapping) else read
    words = texts if isinstance(texts, tuple) else (texts,)
    known = [word for word, _label in field.choices]
    if known and any(word not in ("", *known) for word in words):
        raise ValueError(_("must be one of: {words}").format(words=", ".join(known)))
