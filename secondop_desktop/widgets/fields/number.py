"""A whole number, typed."""

import re

from PySide6.QtWidgets import QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.fields.line import OneLineField

_WHOLE = re.compile(r"-?(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}|[0-9]{1,18})")


class NumberField(OneLineField):
    """A whole number from `least` to `most`, both allowed; None for no bound."""

    def __init__(
        self, least: int | None = 0, most: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(chars=len(str(most)) + 3 if most else 9, parent=parent)
        self._least, self._most = least, most

    def value(self) -> int | None:
        """Return the number, or None when there is none within the bounds."""
        number = _whole(self.line.text())
        return number if number is not None and self._within(number) else None

    def typed(self) -> str:
        """Return the text when it is not a number within the bounds."""
        return "" if self.value() is not None else self.line.text().strip()

    def problem(self) -> str | None:
        """Describe text that is not a whole number within the bounds."""
        if not self.typed():
            return None
        if _whole(self.line.text()) is None:
            return _("“{label}” must be a whole number, like 12").format(label=self.label())
        return self._bounds()

    def _within(self, number: int) -> bool:
        low = self._least is None or number >= self._least
        return low and (self._most is None or number <= self._most)

    def _bounds(self) -> str:
        words = {"label": self.label(), "least": self._least, "most": self._most}
        if self._most is None:
            return _("“{label}” must be {least} or more").format(**words)
        if self._least is None:
            return _("“{label}” must be {most} or less").format(**words)
        return _("“{label}” must be between {least} and {most}").format(**words)

    def _fill(self, value: int | str | None) -> None:
        self._fill_text("" if value is None else str(value))

    def _fill_typed(self, text: str) -> None:
        self.line.setText(text)


def _whole(text: str) -> int | None:
    plain = text.replace("−", "-").strip()
    return int(plain.replace(",", "")) if _WHOLE.fullmatch(plain) else None
