"""One row found on a page: a box to tick, and the boxes of what is printed, to correct."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from secondop_desktop.exchange.printed_results.found import Doubt, FoundRow
from secondop_desktop.features.results.page.report_line import NAMES, ReportLine
from secondop_desktop.features.results.rules.report import Printed
from secondop_desktop.lang import N_, _

_WHY: Mapping[Doubt, str] = {
    Doubt.NO_UNIT: N_("It has no unit and no range."),
    Doubt.TWO_READINGS: N_("Its comma can mean two things."),
    Doubt.ANOTHER_NUMBER: N_("There is another number beside it: check which is the result."),
    Doubt.WORDS: N_("The result is a word."),
    Doubt.UNREADABLE: N_("A character in it could not be read: copy it from the page."),
    Doubt.PROSE: N_("It is part of a sentence."),
    Doubt.REMARK: N_("There is a remark beside it: read it on the page."),
    Doubt.LONGER_NAME: N_("The name of the test may go on in the next line."),
    Doubt.TWO_RANGES: N_("Two ranges are beside it: write the one that is yours."),
    Doubt.OTHER_PATIENT: N_("Another patient is named above it: check who it is about."),
}


class FoundLine(QObject):
    """A line whose ``entered`` says that the keyboard or a press came to it."""

    entered = Signal()
    edited = Signal()

    def __init__(
        self,
        owner: QWidget,
        known: Mapping[str, Printed],
        units: Sequence[str],
        row: FoundRow | None,
        *,
        had: bool,
    ) -> None:
        super().__init__(owner)
        self.row, self.had = row, had
        self.tick = QCheckBox(owner)
        self.line = ReportLine(owner, known, units)
        if row is not None:
            self.line.put(Printed(row.test, row.value, row.unit, row.range, row.flag))
        self.tick.setChecked(row is None or (row.is_certain and not had))
        self.tick.toggled.connect(self.edited)
        self.line.edited.connect(self._say)
        self.line.edited.connect(self.edited)
        for widget in (self.tick, *self.line.boxes.values()):
            widget.installEventFilter(self)
        self._say()

    def place(self, grid: QGridLayout, at: int, *, name_above: bool) -> None:
        """Put the parts into three rows of a grid, from this one on; the last holds the note."""
        boxes, across = self.line.boxes, len(NAMES) - name_above
        grid.addWidget(self.tick, at, 0)
        grid.addWidget(boxes["test"], at, 1, 1, across if name_above else 1)
        for column, name in enumerate(NAMES[1:], 1 if name_above else 2):
            grid.addWidget(boxes[name], at + name_above, column)
        for below in (self.line.note, self.line.which):
            grid.addWidget(below, at + 2, 1, 1, across)

    def name(self, number: int) -> None:
        """Name every part for screen readers by the number of the line."""
        printed = self.line.printed()
        result = f"{printed.test} {printed.value} {printed.unit}".strip()
        words = _("Line {number}, add {result}") if result else _("Line {number}, add it")
        self.tick.setAccessibleName(words.format(number=number, result=result))
        self.tick.setAccessibleDescription(self.line.note.text())
        for widget, said in self.line.parts(number):
            widget.setAccessibleName(said)

    def printed(self) -> Printed | None:
        """Return what stands in the boxes of a ticked line that is not empty, else None."""
        printed = self.line.printed()
        return printed if self.tick.isChecked() and not printed.is_empty else None

    def set_had(self, had: bool) -> None:
        """Say whether the journal has this result already."""
        self.had = had
        self._say()

    def _say(self) -> None:
        doubts = sorted(self.row.doubts) if self.row is not None else []
        why = [_(_WHY[doubt]) for doubt in doubts if doubt in _WHY]
        had = [_("You have this result already.")] if self.had else []
        decimal = self.line.printed().quantity("")
        self.line.say(" ".join((*had, *why)), decimal.meanings if decimal else ())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the focus came into this line."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)
