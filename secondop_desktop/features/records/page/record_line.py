"""One record on its way: where it stands, and what the user can put down in one act."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from secondop_desktop.features.records.rules.gathering import standing
from secondop_desktop.features.records.rules.requests import arrived, awaited, overdue
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.labels import heading, small
from secondop_desktop.widgets.controls.tag import Status, Tag
from secondop_desktop.widgets.fields.wrapping import WrapCheck
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone


class RecordLine(QWidget):
    """The title with a tag, where it stands in words, and the buttons that fit."""

    asked = Signal()
    came = Signal()
    longer = Signal(bool)
    opened = Signal()
    form_wanted = Signal()
    holder_wanted = Signal()

    def __init__(self, row: Any, title: str, today: date) -> None:
        super().__init__()
        self.entry, self.title = row.id, title
        self.parts: dict[str, QWidget] = {}
        """What can take the focus, by what it does."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.HAIR, 0, Space.HAIR)
        column.setSpacing(Space.SMALL)
        head = QHBoxLayout()
        column.addLayout(head)
        head.setSpacing(Space.MEDIUM)
        head.addWidget(heading(title, 3), 1)
        head.addWidget(Tag(_status(row, today)), 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(small(" ".join(standing(row, today))))
        if awaited(row):
            column.addWidget(self._longer(bool(row.extended)))
        self._place_buttons(column, row)

    def _longer(self, ticked: bool) -> WrapCheck:
        box = WrapCheck(_("They said they need two more months"))
        box.setAccessibleName(f"{box.text()}: {self.title}")
        box.setChecked(ticked)
        box.toggled.connect(self.longer)
        self.parts["longer"] = box
        return box

    def _place_buttons(self, column: QVBoxLayout, row: Any) -> None:
        flow = Flow(spacing=Space.SMALL)
        column.addLayout(flow)
        if not arrived(row):
            if not awaited(row) or row.asked is None:
                flow.addWidget(
                    self._button("asked", _("I asked for it today"), "letter", self.asked.emit)
                )
            flow.addWidget(self._button("came", _("It came…"), "check", self.came.emit))
            flow.addWidget(self._who_or_what(row))
        else:
            flow.addWidget(self._button("open", _("Open"), "record", self.opened.emit, Rank.QUIET))

    def _who_or_what(self, row: Any) -> Button:
        """Ask who holds it as long as that is open, else offer the whole form."""
        if not row.holder:
            words = _("Say who holds it…")
            return self._button("holder", words, "edit", self.holder_wanted.emit, Rank.QUIET)
        return self._button("form", _("Edit"), "edit", self.form_wanted.emit, Rank.QUIET)

    def _button(
        self,
        does: str,
        words: str,
        icon: str,
        act: Callable[[], None],
        rank: Rank = Rank.PLAIN,
    ) -> Button:
        button = Button(words, icon, rank)
        button.setAccessibleName(f"{words}: {self.title}")
        button.clicked.connect(act)
        self.parts[does] = button
        return button


def _status(row: Any, today: date) -> Status:
    if arrived(row):
        return Status(_("Here"), Tone.SUCCESS)
    if not awaited(row):
        return Status(_("Wanted"))
    if overdue(row, today):
        return Status(_("Overdue"), Tone.WARNING)
    return Status(_("Asked for"), Tone.INFO)
