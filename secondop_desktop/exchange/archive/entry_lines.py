"""An entry as one line of JSON, from which the very row of the file comes back.

It reads as ``secondop show --json`` does, without what is empty. Where a value would not come
back exactly, as in a journal that was harmed, what stands in the file is in ``as_stored`` too.
"""

import base64
from collections.abc import Mapping

from secondop_desktop.errors import UserError
from secondop_desktop.journal import entry_json
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.storage.raw_rows import Raw

AS_STORED = "as_stored"
_GIVEN = ("person", "case", "private")
_STORABLE = (str, int, type(None))


class UnknownContentError(ValueError):
    """A line that does not hold what this version knows."""


def line_of(kind: Kind, raw: Raw) -> dict[str, object]:
    """Return a row of the file as it is written into the archive."""
    row = kind.row(raw)
    told = [name for name, held in raw.items() if not _same(held, kind.blank[name])]
    line: dict[str, object] = {"id": raw["id"]}
    for name in told:
        line |= entry_json.shown(kind, name, getattr(row, name))
    back = _read_back(kind, line)
    differs = {name: raw[name] for name in raw if not _same(back.get(name, ...), raw[name])}
    return line | ({AS_STORED: _kept(differs)} if differs else {})


def _read_back(kind: Kind, line: Mapping[str, object]) -> Raw:
    try:
        return raw_of(kind, line)
    except UnknownContentError:
        return {}


def raw_of(kind: Kind, line: Mapping[str, object]) -> Raw:
    """Return the row that a line tells; raises UnknownContentError for what cannot be one."""
    stored = _stored(kind, line.get(AS_STORED, {}))
    own = {n: v for n, v in line.items() if n in kind.types and _is_own(kind, n)}
    given = {n: v for n, v in line.items() if n not in own and n not in {AS_STORED, *stored}}
    try:
        read = entry_json.values(kind, given) | {n: kind.types[n].read(v) for n, v in own.items()}
        values = {n: kind.types[n].process_bind_param(one, None) for n, one in read.items()}
    except (UserError, ValueError, TypeError, AttributeError, ArithmeticError) as problem:
        raise UnknownContentError(str(problem)) from None
    raw = dict(kind.blank) | values | stored
    if not isinstance(raw["id"], str) or not raw["id"]:
        raise UnknownContentError("no id")
    return raw


def _is_own(kind: Kind, name: str) -> bool:
    """Tell whether a column is the journal's, and no field that people know."""
    return name not in kind.by_name and name not in _GIVEN


def _same(one: object, other: object) -> bool:
    return type(one) is type(other) and one == other


def _kept(held: Raw) -> dict[str, object]:
    return {name: _bytes_told(one) if isinstance(one, bytes) else one for name, one in held.items()}


def _bytes_told(held: bytes) -> dict[str, str]:
    return {"base64": base64.b64encode(held).decode()}


def _stored(kind: Kind, found: object) -> Raw:
    if not isinstance(found, dict) or not found.keys() <= kind.types.keys():
        raise UnknownContentError(AS_STORED)
    return {name: _held(one) for name, one in found.items()}


def _held(one: object) -> object:
    if isinstance(one, dict) and isinstance(one.get("base64"), str):
        return base64.b64decode(one["base64"])
    if not isinstance(one, _STORABLE):
        raise UnknownContentError(AS_STORED)
    return one
