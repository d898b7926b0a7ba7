"""The grid of a lab report: a line of boxes for each result, and always an empty one below."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from secondop_desktop.features.results.page.column_widths import share_room
from secondop_desktop.features.results.page.report_line import NAMES, ReportLine
from secondop_desktop.features.results.rules.report import Printed, decimal_of
from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.fields.base import FieldEdit, Parts
from secondop_desktop.widgets.theme import Space, Text, Weight

_HEADS: Final = (N_("Test"), N_("Result"), N_("Unit"), N_("Range"), N_("Mark"))
_ROWS_OF_A_LINE: Final = 2
"""The boxes, and under them what is said of them."""


class ReportGrid(FieldEdit):
    """A tuple of printed lines; ``block`` carries a block of several lines that was pasted."""

    block = Signal(str, int)
    """What was pasted, and the number (from 0) of the line it was pasted into."""

    def __init__(self, known: Mapping[str, Printed], units: Sequence[str]) -> None:
        super().__init__()
        self._known, self._units = known, units
        self.lines: list[ReportLine] = []
        self._grid = QGridLayout()
        self.body.addLayout(self._grid)
        self._grid.setHorizontalSpacing(Space.SMALL)
        self._grid.setVerticalSpacing(Space.HAIR)
        for at, head in enumerate(_HEADS):
            self._grid.addWidget(Label(_(head), Text.SMALL, Weight.BOLD), 0, at)
        self._fit()

    # The contract --------------------------------------------------------------------------

    def value(self) -> tuple[Printed, ...]:
        """Return the lines, without the empty ones at the end."""
        found = [line.printed() for line in self.lines]
        while found and found[-1].is_empty:
            found.pop()
        return tuple(found)

    def parts(self) -> Parts:
        """Each box says its line and what it asks."""
        return [part for at, line in enumerate(self.lines, 1) for part in line.parts(at)]

    def _fill(self, value: Any) -> None:
        lines = value or ()
        while len(self.lines) < len(lines):
            self._add()
        for at, line in enumerate(self.lines):
            line.put(lines[at] if at < len(lines) else Printed())
        self._fit()
        self._share_room()

    # Writing -------------------------------------------------------------------------------

    def put_block(self, at: int, lines: Sequence[Printed]) -> None:
        """Write lines from this one on; where something stands already they go to the end."""
        before = list(self.value())
        free = at if at >= len(before) or before[at].is_empty else len(before)
        before += [Printed()] * (free - len(before))
        with self._quietly():
            self._fill((*before[:free], *lines, *before[free + 1 :]))
            for line in self.lines[free : free + len(lines)]:
                line.fill_known()
        self._changed()
        self.lines[free + len(lines)].boxes["test"].setFocus()

    def problem_at(self, at: int, name: str) -> QWidget:
        """Return the box that a problem is about."""
        return self.lines[at].boxes[name]

    def _add(self) -> None:
        line = ReportLine(self, self._known, self._units)
        row = 1 + len(self.lines) * _ROWS_OF_A_LINE
        for at, name in enumerate(NAMES):
            self._grid.addWidget(line.boxes[name], row, at)
            line.boxes[name].show()  # at once: it may be given the focus before the next layout
            line.boxes[name].block.connect(lambda text, line=line: self._take_block(text, line))
        self._grid.addWidget(line.note, row + 1, 1, 1, len(NAMES) - 1)
        self._grid.addWidget(line.which, row + 1, 0, 1, len(NAMES))
        line.edited.connect(self._line_edited)
        line.entered.connect(lambda name, line=line: self._lead_on(line, name))
        self.lines.append(line)

    def _take_block(self, text: str, line: ReportLine) -> None:
        self.block.emit(text, self.lines.index(line))

    def _line_edited(self) -> None:
        self._fit()
        self._changed()

    def _fit(self) -> None:
        """Keep one empty line at the end, and say how the lines are read."""
        while not self.lines or not self.lines[-1].printed().is_empty:
            self._add()
            self._share_room()
        self._say_readings()
        self._tell_access()

    def _share_room(self) -> None:
        """Let what stands in the columns be read whole; never while a line is being typed."""
        room = self.width() - Space.SMALL * (len(NAMES) - 1)
        share_room(self._grid, 0, room, self.lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Part the other room among the columns."""
        super().resizeEvent(event)
        self._share_room()

    def _say_readings(self) -> None:
        printed = [line.printed() for line in self.lines]
        decimal = decimal_of(printed)
        for line, one in zip(self.lines, printed, strict=True):
            value = one.quantity(decimal)
            asked = value.meanings if value else ()
            line.say(_reading(one, decimal), asked)

    def _lead_on(self, line: ReportLine, name: str) -> None:
        """Go to the next box of the line that is empty, else to the next line."""
        later = NAMES[NAMES.index(name) + 1 : NAMES.index("flag")]
        empty = next((one for one in later if not line.boxes[one].text().strip()), "")
        if name == "test" and not line.boxes["test"].text().strip():
            return
        following = self.lines[min(self.lines.index(line) + 1, len(self.lines) - 1)]
        into = line.boxes[empty] if empty else following.boxes["test"]
        into.setFocus()


def _reading(line: Printed, decimal: str) -> str:
    """Say how a line was read where its print leaves that open; nothing where it is plain."""
    value, between = line.quantity(decimal), line.between(decimal)
    said = []
    if value and value.read_as:
        said.append(_("Read as {number}").format(number=value.read_as))
    if between and any(sign.isdigit() for sign in between.text) and not between.has_bounds:
        said.append(_("The range is kept as words: it is not compared with the result."))
    return " ".join(said)
