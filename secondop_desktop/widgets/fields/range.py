"""A reference range exactly as printed, with how it was read shown under it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from secondop_desktop.journal.values.printed_parts import with_unit
from secondop_desktop.journal.values.quantities import Range
from secondop_desktop.lang import _
from secondop_desktop.widgets.fields.line import OneLineField


class RangeField(OneLineField):
    """A Range, kept as typed; nothing typed here is wrong, words are kept as words.

    `unit` tells the unit of the value: a range that repeats it is read all the same.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(chars=20, parent=parent)
        self._known = Range("")
        self.unit: Callable[[], str] = str
        self.line.textChanged.connect(self._show_reading)

    def value(self) -> Range | None:
        """Return what is printed, or None when there is nothing."""
        text = self.line.text().strip()
        if text == self._known.text:
            return self._known if text else None
        return with_unit(text, self.unit())

    def read_again(self) -> None:
        """Read what is typed under the value's unit, which is another now."""
        text = self.line.text().strip()
        if text and not Range(text).has_bounds:
            self._known = with_unit(text, self.unit())
            self._show_reading()
            self._changed()

    def _fill(self, value: Range | None) -> None:
        self._known = value or Range("")
        self._fill_text(self._known.text)
        self._show_reading()

    def _show_reading(self) -> None:
        value = self.value()
        self.set_note(reading(value) if value else "")


def reading(printed: Range) -> str:
    """Say how a printed range was understood."""
    low, high, low_strict, high_strict = printed.bounds
    if low is not None and high is not None:
        return _("Read as {low} to {high}").format(low=low, high=high)
    if high is not None:
        text = _("Read as less than {number}") if high_strict else _("Read as {number} or less")
        return text.format(number=high)
    if low is not None:
        text = _("Read as more than {number}") if low_strict else _("Read as {number} or more")
        return text.format(number=low)
    return _("Kept as words")
