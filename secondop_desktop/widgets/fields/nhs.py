"""An NHS, CHI or H&C number: ten digits, shown 3-3-4, its check digit only remarked upon."""

from PySide6.QtWidgets import QWidget

from secondop_desktop.journal.values.health_number import spaced
from secondop_desktop.lang import _
from secondop_desktop.widgets.fields.line import LineField

_DIGITS = 10
_SPACES = str.maketrans("", "", " -\t\u00a0")


class NhsNumberField(LineField):
    """Ten digits as one text, or None. A number that fails its check is kept, with a remark.

    The check digit follows the NHS Data Dictionary (modulus 11).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(chars=14, parent=parent)
        self.line.textChanged.connect(self._remark)
        self.line.editingFinished.connect(self._space_out)

    def value(self) -> str | None:
        """Return the ten digits without spaces, or None."""
        digits = self._digits()
        return digits if _is_ten(digits) and int(digits) else None

    def typed(self) -> str:
        """Return the text when it is not ten digits, or only noughts."""
        return "" if self.value() else self.line.text().strip()

    def problem(self) -> str | None:
        """Describe text that cannot be such a number at all."""
        if not self.typed():
            return None
        if _is_ten(self._digits()):
            return _("“{label}” must not be all zeros").format(label=self.label())
        return _("“{label}” must have 10 numbers, like 943 476 5919").format(label=self.label())

    def _digits(self) -> str:
        return self.line.text().translate(_SPACES)

    def _remark(self) -> None:
        value = self.value()
        if value is None or passes_check(value):
            self.set_note("")
        else:
            self.set_note(
                _(
                    "These 10 numbers do not pass the check built into NHS numbers. Compare them "
                    "with a letter or card. You can keep them as they are."
                )
            )

    def _space_out(self) -> None:
        value = self.value()
        if value and self.line.text() != spaced(value):
            with self._quietly():
                self.line.write(spaced(value))

    def _fill(self, value: str | None) -> None:
        super()._fill(spaced(value) if value and _is_ten(value) else value)

    def _fill_typed(self, text: str) -> None:
        self.line.setText(text)


def passes_check(digits: str) -> bool:
    """Say whether ten digits pass the check built into them."""
    from nhs_number.validate import is_valid

    return bool(is_valid(digits))


def _is_ten(digits: str) -> bool:
    return len(digits) == _DIGITS and digits.isascii() and digits.isdecimal()
