"""The lines found on the pages that share a date, under the question which date that is."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from secondop_desktop.exchange.printed_results.found import FoundRow
from secondop_desktop.features.results.page.found_line import FoundLine
from secondop_desktop.features.results.rules import Printed
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.fields import DateField
from secondop_desktop.widgets.forms.labelled_field import Question
from secondop_desktop.widgets.layout.two_columns import Columns
from secondop_desktop.widgets.theme import Space, Text, Weight

_HEADS: Final = (N_("Add"), N_("Test"), N_("Result"), N_("Unit"), N_("Range"), N_("Mark"))
_SHARES: Final = (1, 8, 4, 5, 6, 2)
_ROWS_OF_A_LINE: Final = 2

HasIt = Callable[[Printed, PartialDate | None], bool]
"""Tells whether the journal has a result already."""


class FoundGrid(QWidget):
    """A date and its lines; ``entered`` carries the line that the focus came to."""

    entered = Signal(object)
    edited = Signal()

    def __init__(
        self,
        date: PartialDate | str,
        rows: Sequence[FoundRow],
        known: Mapping[str, Printed],
        units: Sequence[str],
        has_it: HasIt,
        beside: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._known, self._units, self._has_it = known, units, has_it
        self.lines: list[FoundLine] = []
        self.date = DateField(about=False, calendar=False)
        self._grid = QGridLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        dated = Question(_("Date of these results"), self.date)
        column.addWidget(Columns(dated, beside, (4, 3), least=20) if beside is not None else dated)
        column.addLayout(self._grid)
        self._place_heads()
        if isinstance(date, PartialDate):
            self.date.put(date)
        elif date:
            self.date.day.write(date)
            self.date.day.editingFinished.emit()
        for row in rows:
            self.add(row)
        self.date.edited.connect(self._look_again)

    def _place_heads(self) -> None:
        self._grid.setHorizontalSpacing(Space.SMALL)
        self._grid.setVerticalSpacing(Space.HAIR)
        for at, (head, share) in enumerate(zip(_HEADS, _SHARES, strict=True)):
            self._grid.addWidget(Label(_(head), Text.SMALL, Weight.BOLD), 0, at)
            self._grid.setColumnStretch(at, share if at else 0)

    def add(self, row: FoundRow | None = None) -> FoundLine:
        """Add a line for a row, or an empty one to write in."""
        printed = Printed(row.test, row.value, row.unit) if row is not None else Printed()
        had = row is not None and self._has_it(printed, self.date.value())
        line = FoundLine(self, self._known, self._units, row, had=had)
        line.place(self._grid, 1 + len(self.lines) * _ROWS_OF_A_LINE)
        line.entered.connect(lambda: self.entered.emit(line))
        line.edited.connect(self.edited)
        self.lines.append(line)
        return line

    def name_from(self, number: int) -> int:
        """Name the lines by numbers from this one on; returns the number after the last."""
        for at, line in enumerate(self.lines, number):
            line.name(at)
        return number + len(self.lines)

    def ticked(self) -> list[tuple[FoundLine, Printed]]:
        """Return the lines to add with what stands in them."""
        return [(line, said) for line in self.lines if (said := line.printed()) is not None]

    def _look_again(self) -> None:
        """Untick what the journal has of this date, once the date is known."""
        for line in self.lines:
            had = self._has_it(line.line.printed(), self.date.value())
            if had and not line.had:
                line.tick.setChecked(False)
            line.set_had(had)
        self.edited.emit()
