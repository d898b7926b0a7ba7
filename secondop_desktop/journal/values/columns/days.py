"""The column of a date."""

from functools import lru_cache
from typing import Any

from sqlalchemy import Dialect

from secondop_desktop.journal.values.columns.value import Value
from secondop_desktop.journal.values.dates import NoSuchDay, PartialDate
from secondop_desktop.lang import _


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
