"""One line of what second doctors usually ask to see: the tick, what there is, and what to do."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.features.records.page.list_rows import in_a_line
from secondop_desktop.features.records.rules.needed import Found, Need
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.labels import muted
from secondop_desktop.widgets.controls.panel import Panel
from secondop_desktop.widgets.fields.wrapping import WrapCheck
from secondop_desktop.widgets.lists.button_rows import RowButton
from secondop_desktop.widgets.lists.rich_row_painting import Row
from secondop_desktop.widgets.theme import Space

_MOST = 6
"""So many of the newest are listed; more are counted."""


class NeedLine(Panel):
    """The tick is the user's own: what the journal has does not set it."""

    ticked = Signal(bool)
    entry_wanted = Signal(str)
    place_wanted = Signal(str)
    record_wanted = Signal()

    def __init__(self, need: Need, label: str, ready: bool) -> None:
        super().__init__()
        self.need = need
        self.parts: dict[str, QWidget] = {}
        self.setAccessibleName(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.LARGE, Space.MEDIUM, Space.LARGE, Space.MEDIUM)
        column.setSpacing(Space.SMALL)
        self.parts["tick"] = self.box = self._tick(label, ready)
        column.addWidget(self.box)
        for part in self._what_there_is():
            column.addWidget(part)
        self._act(column, label)

    def _tick(self, label: str, ready: bool) -> WrapCheck:
        box = WrapCheck(label)
        box.setChecked(ready)
        box.setAccessibleName(_("Ready: {line}").format(line=label))
        font = box.font()
        font.setBold(True)
        box.setFont(font)
        box.toggled.connect(self.ticked)
        return box

    def _what_there_is(self) -> Iterator[QWidget]:
        found = self.need.found
        for at, one in enumerate(found[:_MOST]):
            yield self._row(at, one)
        if len(found) > _MOST:
            more = len(found) - _MOST
            yield muted(_("and {number} more in Records").format(number=more))
        if not found:
            yield muted(_("Not in the journal"))

    def _row(self, at: int, found: Found) -> RowButton:
        row = RowButton(Row(in_a_line(found.words), in_a_line(found.given)), self, arrow=False)
        row.clicked.connect(lambda: self._go(found))
        self.parts[f"found {at}"] = row
        return row

    def _go(self, found: Found) -> None:
        if found.entry:
            self.entry_wanted.emit(found.entry)
        else:
            self.place_wanted.emit(found.screen)

    def _act(self, column: QVBoxLayout, label: str) -> None:
        need = self.need
        if need.want is not None and not need.found:
            words, icon = _("Want it"), "add"
        elif need.place and not need.found:
            words, icon = _("Write it down"), "arrow-right"
        else:
            return
        button = Button(words, icon, Rank.PLAIN)
        button.setAccessibleName(f"{words}: {label}")
        wants = need.want is not None
        button.clicked.connect(
            lambda: self.record_wanted.emit() if wants else self.place_wanted.emit(need.place)
        )
        self.parts["act"] = button
        column.addWidget(button)
