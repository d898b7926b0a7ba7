"""Columns that hold several texts, kept as JSON: references, choices, a map, a checklist."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from sqlalchemy import Dialect

from secondop_desktop.journal.values.columns.texts import ONLY_TEXT, storable
from secondop_desktop.journal.values.columns.value import Value
from secondop_desktop.lang import _

_TEXT = json.JSONEncoder(ensure_ascii=False, sort_keys=True)


class _Json(Value):
    cache_ok = True
    holds = ONLY_TEXT

    def process_bind_param(self, value: Any, dialect: Dialect | None) -> str:
        """Keep it as JSON with a fixed key order, so that equal values are equal texts."""
        return storable(_TEXT.encode(value or self.empty))


def _json(stored: str, form: type) -> Any:
    """Read JSON that must be a list or an object; raises ValueError when it is not."""
    found = json.loads(stored)
    if type(found) is not form:
        raise ValueError(stored)
    return found


def _all_texts(found: Iterable[Any]) -> Iterable[str]:
    """Return what must all be texts; raises ValueError when something is not."""
    kept = list(found)
    if not ONLY_TEXT.issuperset(map(type, kept)):
        raise ValueError
    return kept


class Refs(_Json):
    """The ids of other entries, in order."""

    cache_ok = True
    name = "references"
    empty = ()

    def _read(self, given: object) -> tuple[str, ...]:
        parts = given.split(",") if isinstance(given, str) else given
        if not isinstance(parts, Sequence) or not all(isinstance(part, str) for part in parts):
            raise ValueError(_("must be a list of ids"))
        return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))

    def show(self, value: tuple[str, ...]) -> object:
        """Show a JSON list."""
        return list(value)

    def process_result_value(self, value: str | None, dialect: Dialect | None) -> Any:
        """Read the ids."""
        return tuple(_all_texts(_json(value, list))) if value else ()


class Words(Refs):
    """Several of a fixed set of words, in order."""

    cache_ok = True
    name = "choices"


class Pairs(_Json):
    """Texts under keys, such as one stance for each opinion."""

    cache_ok = True
    name = "map"
    empty: ClassVar[Mapping[str, str]] = {}

    def _read(self, given: object) -> dict[str, str]:
        try:
            found = json.loads(given) if isinstance(given, str) else given
        except ValueError:
            found = None
        if not isinstance(found, Mapping):
            raise ValueError(_('must be a JSON object such as {"key": "text"}'))
        return {str(key): str(text) for key, text in found.items()}

    def show(self, value: Mapping[str, str]) -> object:
        """Show a JSON object."""
        return dict(value)

    def process_result_value(self, value: str | None, dialect: Dialect | None) -> Any:
        """Read the texts."""
        found: dict[str, str] = _json(value, dict) if value else {}
        _all_texts(found.values())
        return found

    def words(self, value: Mapping[str, str]) -> str:
        """Say only the texts."""
        return "\n".join(text for text in value.values() if text)


class Named(Pairs):
    """Texts that each bear a name, such as a number under the name of a hospital."""

    cache_ok = True

    def words(self, value: Mapping[str, str]) -> str:
        """Say each with its name."""
        pairs = (", ".join(filter(None, pair)) for pair in value.items())
        return "\n".join(filter(None, pairs))


class Checklist(_Json):
    """Lines to tick off: text and whether it is done."""

    cache_ok = True
    name = "checklist"
    empty = ()

    def _read(self, given: object) -> tuple[tuple[str, bool], ...]:
        lines = given.splitlines() if isinstance(given, str) else given
        if not isinstance(lines, Sequence):
            raise ValueError(_("must be a list of lines"))
        pairs = [(line, False) if isinstance(line, str) else line for line in lines]
        if not all(isinstance(pair, list | tuple) and len(pair) == 2 for pair in pairs):
            raise ValueError(_("must be a list of lines"))
        return tuple((str(text), bool(done)) for text, done in pairs)

    def show(self, value: Sequence[tuple[str, bool]]) -> object:
        """Show a list of [text, done] pairs."""
        return [list(pair) for pair in value]

    def process_result_value(self, value: str | None, dialect: Dialect | None) -> Any:
        """Read the pairs."""
        pairs = [(text, bool(done)) for text, done in _json(value, list)] if value else []
        _all_texts(text for text, _done in pairs)
        return tuple(pairs)

    def words(self, value: Sequence[tuple[str, bool]]) -> str:
        """Say only the texts."""
        return "\n".join(text for text, _done in value)
