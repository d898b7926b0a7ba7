"""Column types: what the file holds as plain text, and what the program works with.

Each type also reads what a person, a script or an import gives (``read``) and shows it as
JSON (``show``). ``read`` raises ValueError with a description that can follow a field's name.
"""

import json
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any, ClassVar

from sqlalchemy import Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

from secondop_desktop.journal.values import moments
from secondop_desktop.journal.values.dates import NoSuchDay, PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range
from secondop_desktop.lang import _

_SUM = re.compile(r"[-+]?(?:[1-9]\d{0,2}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d{1,6})?")
_KEPT_SUM = re.compile(r"-?\d+(?:\.\d+)?")
_WHOLE = re.compile(r"[-+]?\d{1,15}")
_TEXT: frozenset[type] = frozenset({str})
_NUMBER: frozenset[type] = frozenset({int, type(None)})


class Value(TypeDecorator[Any], ABC):
    """A column that can also be read from outside and shown there."""

    impl: Any = Text
    cache_ok = True
    name: ClassVar[str] = "text"
    empty: ClassVar[object] = None
    holds: ClassVar[frozenset[type]] = frozenset({str, type(None)})
    """The types in which the file holds it; a file that was harmed may hold any other."""

    @property
    def unreadable(self) -> object:
        """What a value is taken for that cannot be read."""
        return self.empty

    def read(self, given: object) -> Any:
        """Turn given JSON or text into the value to keep; nothing given is the empty value."""
        nothing = given is None or (isinstance(given, str) and not given.strip())
        return self.empty if nothing else self._read(given)

    @abstractmethod
    def _read(self, given: object) -> Any:
        """Read what is there; raises ValueError where it cannot be this."""

    def show(self, value: Any) -> object:
        """Turn the value into JSON."""
        return value

    def process_bind_param(self, value: Any, dialect: Dialect | None) -> Any:
        """Turn the value into what the file holds."""
        return value

    def process_result_value(self, value: Any, dialect: Dialect | None) -> Any:
        """Turn what the file holds into the value."""
        return value

    def words(self, value: Any) -> str:
        """Say the value in plain words for lists, CSV and the search index."""
        return "" if value is None else str(value)


class Line(Value):
    """One line of free text; empty when nothing is known."""

    cache_ok = True
    empty: ClassVar[object] = ""
    holds = _TEXT

    def _read(self, given: object) -> str:
        if isinstance(given, bool | dict | list):
            raise ValueError(_("must be text"))
        return _storable(str(given).replace("\r\n", "\n"))

    def process_bind_param(self, value: str | None, dialect: Dialect | None) -> str | None:
        """Keep the text without what no database can hold."""
        return None if value is None else _storable(value)


def _storable(text: str) -> str:
    """Drop NULs, and replace halves of surrogate pairs (JSON may bring them) by U+FFFD."""
    if not text.isascii():
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\x00", "")


class Prose(Line):
    """Free text of several lines."""

    cache_ok = True
    name = "long text"


class Code(Line):
    """One of a fixed set of words; empty when not answered."""

    cache_ok = True
    name = "choice"


class Reference(Line):
    """The id of another entry, or None."""

    cache_ok = True
    name = "reference"
    empty = None
    holds = Value.holds


class Moment(Line):
    """A moment in UTC as the journal itself writes it; empty for one that did not come."""

    cache_ok = True

    @property
    def unreadable(self) -> object:
        """Long ago, so that whatever counts from there goes on."""
        return moments.LONG_AGO

    def _read(self, given: object) -> str:
        try:
            return moments.checked(super()._read(given))
        except ValueError:
            raise ValueError(_("must be a moment such as 2024-03-05T10:30:00+00:00")) from None

    def process_result_value(self, value: str | None, dialect: Dialect | None) -> str | None:
        """Read the text, which must be a moment that clocks and calendars can show."""
        return moments.checked(value) if value else value


class YesNo(Value):
    """Yes, no, or None for not asked."""

    impl = Integer
    cache_ok = True
    name = "yes/no"
    holds = _NUMBER
    _WORDS: ClassVar[dict[str, bool]] = {
        **dict.fromkeys(("true", "yes", "1"), True),
        **dict.fromkeys(("false", "no", "0"), False),
    }

    def _read(self, given: object) -> bool:
        if isinstance(given, bool):
            return given
        word = str(given).strip().lower()
        if word not in self._WORDS:
            raise ValueError(_("must be yes or no"))
        return self._WORDS[word]

    def process_bind_param(self, value: bool | None, dialect: Dialect | None) -> int | None:
        """Keep 1 or 0."""
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect | None) -> bool | None:
        """Read 1 or 0."""
        if value not in {None, 0, 1}:
            raise ValueError(value)
        return None if value is None else bool(value)

    def words(self, value: bool | None) -> str:
        """Say yes or no."""
        return "" if value is None else _("Yes") if value else _("No")


class Whole(Value):
    """A whole number."""

    impl = Integer
    cache_ok = True
    name = "whole number"
    holds = _NUMBER

    def _read(self, given: object) -> int:
        if not _WHOLE.fullmatch(str(given).strip()):
            raise ValueError(_("must be a whole number"))
        return int(str(given))


class Day(Value):
    """A date as far as it is known, kept as one sortable text."""

    cache_ok = True
    name = "date"

    def _read(self, given: object) -> PartialDate:
        if isinstance(given, PartialDate):
            return given
        try:
            return _that_was(PartialDate.parse(str(given)))
        except NoSuchDay:
            text = _("says {given}, but there is no such day or time: write one that there is")
            raise ValueError(text.format(given=str(given).strip())) from None
        except ValueError:
            raise ValueError(
                _("must be a date such as 2024, 2024-03, 2024-03-05 or 2024-03-05T10:30")
            ) from None

    def show(self, value: PartialDate | None) -> object:
        """Show ISO 8601; "about" stands beside it."""
        return value.iso if value else None

    def process_bind_param(self, value: PartialDate | None, dialect: Dialect | None) -> str | None:
        """Keep the sortable text."""
        return value.stored if value else None

    def process_result_value(self, value: str | None, dialect: Dialect | None) -> Any:
        """Read the sortable text."""
        return _read_day(value) if value else None


def _that_was(read: PartialDate) -> PartialDate:
    if read.is_skipped:
        raise NoSuchDay(read.iso)
    return read


@lru_cache(maxsize=10_000)
def _read_day(stored: str) -> PartialDate:
    """Read a day once: long lists hold the same ones again and again."""
    return PartialDate.parse(stored)


_READ_AS = "\x1f"
"""Unit separator of ASCII: no text that people write holds it."""


class _AsPrinted(Value):
    """A text kept exactly as printed, with its reading beside it."""

    cache_ok = True
    reading: ClassVar[type[Quantity] | type[Range]]

    def _read(self, given: object) -> Quantity | Range:
        if isinstance(given, bool | dict | list):
            raise ValueError(_("must be a value as printed, such as 13.4, <0.5 or positive"))
        return (
            given
            if isinstance(given, Quantity | Range)
            else self.reading(str(given).replace(_READ_AS, "").strip())
        )

    def show(self, value: Quantity | Range | None) -> object:
        """Show the text as printed."""
        return value.text if value else None

    def process_bind_param(self, value: Any, dialect: Dialect | None) -> str | None:
        """Keep the text as printed, and after a mark what it was read as if that differs."""
        return (
            _storable(_READ_AS.join(filter(None, (value.text, value.read_as)))) if value else None
        )

    def process_result_value(self, value: str | None, dialect: Dialect | None) -> Any:
        """Read the text as printed, and what it was read as."""
        return self.reading(*value.split(_READ_AS, 1)) if value else None


class Measured(_AsPrinted):
    """A value with comparator, or words, exactly as printed."""

    cache_ok = True
    name = "quantity"
    reading = Quantity


class PrintedRange(_AsPrinted):
    """A reference range exactly as printed."""

    cache_ok = True
    name = "range"
    reading = Range


class Amount(Value):
    """An exact sum of money, without its currency."""

    cache_ok = True
    name = "amount"

    def _read(self, given: object) -> Decimal:
        text = str(given).strip()
        if not _SUM.fullmatch(text):
            raise ValueError(_("must be an amount such as 250 or 89.50"))
        return Decimal(text.replace(",", ""))

    def show(self, value: Decimal | None) -> object:
        """Show it as text, so that no digit is lost."""
        return None if value is None else f"{value:f}"

    def process_bind_param(self, value: Decimal | None, dialect: Dialect | None) -> str | None:
        """Keep every digit."""
        return None if value is None else f"{value:f}"

    def process_result_value(self, value: str | None, dialect: Dialect | None) -> Any:
        """Read every digit."""
        if value is not None and not _KEPT_SUM.fullmatch(value):
            raise ValueError(value)
        return None if value is None else Decimal(value)


class _Json(Value):
    cache_ok = True
    holds = _TEXT

    def process_bind_param(self, value: Any, dialect: Dialect | None) -> str:
        """Keep it as JSON with a fixed key order, so that equal values are equal texts."""
        return _storable(json.dumps(value or self.empty, ensure_ascii=False, sort_keys=True))


def _json(stored: str, form: type) -> Any:
    """Read JSON that must be a list or an object; raises ValueError when it is not."""
    found = json.loads(stored)
    if type(found) is not form:
        raise ValueError(stored)
    return found


def _all_texts(found: Iterable[Any]) -> Iterable[str]:
    """Return what must all be texts; raises ValueError when something is not."""
    kept = list(found)
    if not _TEXT.issuperset(map(type, kept)):
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
