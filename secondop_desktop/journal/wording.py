"""Says the value of one field in words, the same on the screen and on the command line."""

from collections.abc import Collection, Mapping
from textwrap import shorten
from typing import Any

from secondop_desktop.journal.kinds import Field, Kind, Names
from secondop_desktop.lang import _

_MOST = 60
"""Letters of what could not be read that one line shows."""


def worded(kind: Kind, field: Field, row: Any, names: Names) -> str:
    """Say the value of a field in words: names for ids, labels for choices."""
    value = getattr(row, field.name)
    if not value and value != 0:
        return ""
    many = value if isinstance(value, tuple) else (value,)
    if field.refers:
        return ", ".join(names(one) or str(one) for one in many)
    if isinstance(value, Mapping) and field.choices:
        said = ((names(key) or key, _(field.label_of(one))) for key, one in value.items() if one)
        return "; ".join(_("{label}: {text}").format(label=key, text=one) for key, one in said)
    if field.choices:
        return ", ".join(_(field.label_of(one)) for one in many)
    return field.said(value) if field.said else kind.type_of(field.name).words(value)


def worded_or_written(kind: Kind, field: Field, row: Any, names: Names) -> str:
    """Return a value in words; what is none stands there as it was written."""
    return worded(kind, field, row, names) or as_written(row, field.name)


def as_written(row: Any, field: str) -> str:
    """Return in quotes what was written into a field and is no value, such as 31 February."""
    text = row.unread.get(field, "")
    return f"“{text}”" if text else ""


def written_short(row: Any, field: str) -> str:
    """Return the same as ``as_written`` for one line, however long it is."""
    return shorten(as_written(row, field), _MOST, placeholder="…”")


def written_elsewhere(kind: Kind, row: Any, shown: Collection[str] = ()) -> str:
    """Say what was written into fields and is no value, each with its field's name.

    The fields of ``shown`` are said already. What stands there may be of any length.
    """
    if not row.unread:
        return ""
    told = (
        _("{label}: {text}").format(label=_(field.label), text=written_short(row, field.name))
        for field in kind.fields
        if field.name in row.unread and field.name not in shown
    )
    return " · ".join(told)
