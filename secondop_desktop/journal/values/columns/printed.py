"""Columns of what was printed: a value and a reference range, as text and as it was read."""

from typing import Any, ClassVar

from sqlalchemy import Dialect

from secondop_desktop.journal.values.columns.texts import storable
from secondop_desktop.journal.values.columns.value import Value
from secondop_desktop.journal.values.quantities import Quantity, Range
from secondop_desktop.lang import _

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
        return storable(_READ_AS.join(filter(None, (value.text, value.read_as)))) if value else None

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
