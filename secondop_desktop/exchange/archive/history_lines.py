"""The history as lines of JSON: each step, then a line for each entry that it touched."""

import json
from collections.abc import Mapping
from typing import Any

from secondop_desktop.exchange.archive.entry_lines import UnknownContentError
from secondop_desktop.journal.storage.log_seals import Line
from secondop_desktop.journal.whole import LoggedRow

_SIDES = ("before", "after")
_TYPES: Mapping[str, tuple[type, ...]] = {
    **dict.fromkeys(("seq", "step", "position"), (int,)),
    **dict.fromkeys(("at", "what", "label", "merge", "kind", "entry"), (str,)),
    "target": (int, type(None)),
    "before": (str, type(None)),
    "after": (str, type(None)),
}


def history_line(one: Line | LoggedRow) -> dict[str, object]:
    """Return a line; columns before and after are objects, or the text where that is harmed."""
    line: dict[str, object] = {n: value for n, value in one._asdict().items() if value is not None}
    for side in _SIDES:
        if isinstance(text := line.get(side), str):
            line[side] = _columns(text)
    return line


def _columns(text: str) -> object:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return found if isinstance(found, dict) and _written(found) == text else text


def _written(columns: dict[str, Any]) -> str:
    return json.dumps(columns, ensure_ascii=False)


def read_line(line: Mapping[str, Any]) -> Line | LoggedRow:
    """Return what a line tells; raises UnknownContentError for what is no line of a history."""
    form = LoggedRow if "kind" in line else Line
    told = {side: _text(line[side]) for side in _SIDES if side in line}
    values: dict[str, Any] = {**dict.fromkeys(form._fields), **line, **told}
    if values.keys() != set(form._fields) or not all(
        isinstance(values[name], _TYPES[name]) and not isinstance(values[name], bool)
        for name in form._fields
    ):
        raise UnknownContentError("history")
    return form(**values)


def _text(side: object) -> object:
    return _written(side) if isinstance(side, dict) else side
