"""A result exactly as printed: a number, a number with its sign, or words; and its unit."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from secondop_desktop.journal.values.printed_parts import Printed
from secondop_desktop.journal.values.quantities import Quantity
from secondop_desktop.lang import _
from secondop_desktop.widgets.fields.base import FieldEdit, Parts
from secondop_desktop.widgets.fields.clarify import Ask
from secondop_desktop.widgets.fields.inline_caption import add_beside
from secondop_desktop.widgets.fields.line import LineField, OneLineField


class QuantityField(OneLineField):
    """A Quantity, kept as typed; with `units`, a line for the unit stands beside it.

    `unit` is a field of its own, which the form binds to the unit's column; None without one.
    A number that may be one of two is asked about; unanswered, it is kept and has no number.
    With `parted`, a number that has more beside it (``5.5 H``) is offered apart.
    """

    apart = Signal(object)
    """The parts that `parted` told, when the person wants them apart; the number stays here."""

    def __init__(self, units: Sequence[str] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(chars=12, parent=parent)
        self.unit: LineField | None = None
        if units is not None:
            self.unit = LineField(units, chars=12)
            self.unit.set_label(_("Unit"))
            add_beside(self.body, self.line, _("Unit"), self.unit)
        self._known = Quantity("")
        self._left_whole = ""
        self.parted: Callable[[str], Printed | None] = _whole
        self.which = Ask(self)
        self.body.addWidget(self.which)
        self.line.textChanged.connect(self._say)
        self.line.editingFinished.connect(self._ask)
        self.which.answered.connect(self._take)

    def value(self) -> Quantity | None:
        """Return what is printed, or None when there is nothing."""
        text = self.line.text().strip()
        if text == self._known.text:
            return self._known if text else None
        return Quantity(text)

    def inner(self) -> list[FieldEdit]:
        """Return the unit's own field, if there is one."""
        return [self.unit] if self.unit else []

    def parts(self) -> Parts:
        """The line carries the label's name; the answers say their own."""
        return [*super().parts(), *self.which.parts()]

    def _fill(self, value: Quantity | None) -> None:
        self._known = value or Quantity("")
        self._fill_text(self._known.text)
        self._say()
        self._ask()

    def _say(self) -> None:
        self.which.clear()
        value = self.value()
        known = value.read_as if value else ""
        self.set_note(_("Read as {number}").format(number=known) if known else "")

    def _ask(self) -> None:
        value = self.value()
        question = _("Which number is {text}?").format(text=self.line.text().strip())
        meanings = value.meanings if value else ()
        if value and not meanings and (found := self.parted(value.text)):
            self._offer(value.text, found)
        else:
            self.which.ask(question, [(one, one) for one in meanings])
        self._tell_access()

    def _offer(self, text: str, found: Printed) -> None:
        """Offer to put a number, its unit and its mark into the boxes they belong in."""
        if text != self._left_whole:
            said = " · ".join(filter(None, (found.value, found.unit, found.flag, found.range)))
            answers = [
                (found, _("Yes: {parts}").format(parts=said)),
                (text, _("No, leave it as it is")),
            ]
            self.which.ask(_("Is {text} a number with more beside it?").format(text=text), answers)

    def _take(self, answer: object) -> None:
        """Keep what is printed, and beside it what it means; or only the number of it."""
        had_focus = any(button.hasFocus() for button in self.which.buttons)
        if isinstance(answer, Printed):
            self.line.setText(answer.value)
            self.apart.emit(answer)
        elif answer == self.line.text().strip():
            self._left_whole = str(answer)
        else:
            self._known = Quantity(self.line.text().strip(), str(answer))
        if had_focus:
            self.line.setFocus()
        self._say()
        self._changed()


def _whole(_text: str) -> Printed | None:
    return None
