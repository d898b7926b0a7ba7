"""The lines found on the pages that share a date, under the question which date that is."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from secondop_desktop.exchange.printed_results.found import FoundRow
from secondop_desktop.features.results.page.column_widths import names_are_cut, share_room
from secondop_desktop.features.results.page.found_line import FoundLine
from secondop_desktop.features.results.page.report_line import NAMES
from secondop_desktop.features.results.rules.report import Printed
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.fields import DateField
from secondop_desktop.widgets.forms.labelled_field import Question
from secondop_desktop.widgets.layout.two_columns import Columns
from secondop_desktop.widgets.theme import Space, Text, Weight

_HEADS: Final = (N_("Add"), N_("Test"), N_("Result"), N_("Unit"), N_("Range"), N_("Mark"))
_TICK: Final = 1
"""The columns before those of the lines."""

_HEAD_ROWS: Final = 2
_ROWS_OF_A_LINE: Final = 3
"""One of them empty where the name stands in one row with the result."""

_DATE_AND_LAB: Final = (5, 3)
"""So that day, month and year stand in one row beside the laboratory."""

HasIt = Callable[[Printed, PartialDate | None], bool]
"""Tells whether the journal has a result already."""


class FoundGrid(QWidget):
    """A date and its lines; ``entered`` carries the line that the focus came to."""

    entered = Signal(object)
    edited = Signal()
    resized = Signal()

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
        column.addWidget(
            Columns(dated, beside, _DATE_AND_LAB, least=20) if beside is not None else dated
        )
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
        self._heads = [Label(_(head), Text.SMALL, Weight.BOLD) for head in _HEADS]
        self._name_above = False
        self._place_all()

    def _place_all(self) -> None:
        """Put heads and lines in place; what stands above the results has a row of its own."""
        above = self._name_above
        for at, head in enumerate(self._heads):
            lower = above and at > _TICK
            self._grid.addWidget(head, int(lower), at - lower)
        for number, line in enumerate(self.lines):
            self._place_line(number, line)

    def _place_line(self, number: int, line: FoundLine) -> None:
        at = _HEAD_ROWS + number * _ROWS_OF_A_LINE
        line.place(self._grid, at, name_above=self._name_above)
        apart = Space.SMALL if self._name_above else 0
        self._grid.setRowMinimumHeight(at + _ROWS_OF_A_LINE - 1, apart)

    def add(self, row: FoundRow | None = None) -> FoundLine:
        """Add a line for a row, or an empty one to write in."""
        printed = Printed(row.test, row.value, row.unit) if row is not None else Printed()
        had = row is not None and self._has_it(printed, self.date.value())
        line = FoundLine(self, self._known, self._units, row, had=had)
        self._place_line(len(self.lines), line)
        line.entered.connect(lambda: self.entered.emit(line))
        line.edited.connect(self.edited)
        self.lines.append(line)
        return line

    def share_room(self, lines: Sequence[FoundLine]) -> None:
        """Make the columns as wide as these lines, of all grids, ask for.

        Where that leaves too little for the names, each stands above its result.
        """
        said = [line.line for line in lines]
        room = self.width() - self._grid.cellRect(0, 0).width() - Space.SMALL * len(NAMES)
        above = names_are_cut(room, said)
        if above != self._name_above:
            self._name_above = above
            self._place_all()
        self._grid.setColumnStretch(len(NAMES), 0)
        names = NAMES[1:] if above else NAMES
        room += Space.SMALL * above
        share_room(self._grid, _TICK, room, said, names)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that there is another room for the columns."""
        super().resizeEvent(event)
        self.resized.emit()

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
