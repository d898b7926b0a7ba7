"""Columns of text: a line, prose, a code, a reference, a moment."""

from typing import ClassVar

from sqlalchemy import Dialect

from secondop_desktop.journal.values import moments
from secondop_desktop.journal.values.columns.value import Value
from secondop_desktop.lang import _

ONLY_TEXT: frozenset[type] = frozenset({str})
"""What the file holds of a text that is empty when nothing is known."""


class Line(Value):
    """One line of free text; empty when nothing is known."""

    cache_ok = True
    empty: ClassVar[object] = ""
    holds = ONLY_TEXT

    def _read(self, given: object) -> str:
        if isinstance(given, bool | dict | list):
            raise ValueError(_("must be text"))
        return storable(str(given).replace("\r\n", "\n"))

    def process_bind_param(self, value: str | None, dialect: Dialect | None) -> str | None:
        """Keep the text without what no database can hold."""
        return None if value is None else storable(value)


def storable(text: str) -> str:
    """Drop NULs, and replace halves of surrogate pairs (JSON may bring them) by U+FFFD."""
    if not text.isascii():
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\x00", "") if "\x00" in text else text


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
