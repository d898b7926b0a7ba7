"""A sum of money and its currency."""

import re
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.fields.base import FieldEdit
from secondop_desktop.widgets.fields.inline_caption import add_beside
from secondop_desktop.widgets.fields.line import LineField, OneLineField

POUNDS = "GBP"
_COMMON = (POUNDS, "EUR", "USD")
_SUM = re.compile(r"£?\s*([1-9]\d{0,2}(?:,\d{3}){1,4}|\d{1,15})(\.\d{1,6})?")
_CODE = re.compile(r"[A-Za-z]{3}")


class CurrencyField(LineField):
    """A currency by its three letters (ISO 4217); pounds until something else is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_COMMON, chars=5, parent=parent)
        self.set_label(_("Currency"))
        self._fill(None)

    def value(self) -> str | None:
        """Return the three letters, or None when they are not three."""
        text = self.line.text().strip()
        return text.upper() if _CODE.fullmatch(text) else None

    def typed(self) -> str:
        """Return the text when it is no currency."""
        return "" if self.value() else self.line.text().strip()

    def problem(self) -> str | None:
        """Describe text that is not three letters."""
        wrong = _("“{label}” must be three letters, like GBP").format(label=self.label())
        return wrong if self.typed() else None

    def put(self, value: str | None, typed: str = "") -> None:
        """Show a currency; nothing stored means pounds."""
        super().put(value or POUNDS, typed)

    def _fill(self, value: str | None) -> None:
        super()._fill(value or POUNDS)

    def _fill_typed(self, text: str) -> None:
        self.line.setText(text)


class MoneyField(OneLineField):
    """A Decimal amount; `currency` is a field of its own, which the form binds as well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(chars=12, parent=parent)
        self.currency = CurrencyField()
        add_beside(self.body, self.line, _("Currency"), self.currency)

    def value(self) -> Decimal | None:
        """Return the amount, or None when there is none or it cannot be read."""
        return read_amount(self.line.text())

    def typed(self) -> str:
        """Return the text when it is no amount."""
        return "" if self.value() is not None else self.line.text().strip()

    def problem(self) -> str | None:
        """Describe text that is no amount."""
        wrong = _("“{label}” must be an amount, like 250 or 89.50").format(label=self.label())
        return wrong if self.typed() else None

    def inner(self) -> list[FieldEdit]:
        """Return the currency's own field."""
        return [self.currency]

    def _fill(self, value: Decimal | None) -> None:
        self._fill_text("" if value is None else f"{value:f}")

    def _fill_typed(self, text: str) -> None:
        self.line.setText(text)


def read_amount(text: str) -> Decimal | None:
    """Read ``250``, ``1,250.00`` or ``£89.50`` exactly; None for anything else."""
    found = _SUM.fullmatch(text.strip())
    return Decimal(found[1].replace(",", "") + (found[2] or "")) if found else None
