"""A result exactly as printed: a number, a number with its sign, or words; and its unit."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from secondop_desktop.journal.quantities import Quantity
from secondop_desktop.lang import _
from secondop_desktop.widgets.fields.base import FieldEdit
from secondop_desktop.widgets.fields.beside import Beside
from secondop_desktop.widgets.fields.line import LineField, OneLineField


class QuantityField(OneLineField):
    """A Quantity, kept as typed; with `units`, a line for the unit stands beside it.

    `unit` is a field of its own, which the form binds to the unit's column; None without one.
    """

    def __init__(self, units: Sequence[str] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(chars=12, parent=parent)
        self.unit: LineField | None = None
        if units is not None:
            self.unit = LineField(units, chars=12)
            self.unit.set_label(_("Unit"))
            self.body.addLayout(Beside(self.line, _("Unit"), self.unit))

    def value(self) -> Quantity | None:
        """Return what is printed, or None when there is nothing."""
        text = self.line.text().strip()
        return Quantity(text) if text else None

    def inner(self) -> list[FieldEdit]:
        """Return the unit's own field, if there is one."""
        return [self.unit] if self.unit else []

    def _fill(self, value: Quantity | None) -> None:
        self._fill_text(value.text if value else "")
