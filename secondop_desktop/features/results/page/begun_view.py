"""A result that stands in no series: one only begun, or one that has no value."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.journal.kinds import Kind
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.labels import heading, muted, paragraph
from secondop_desktop.widgets.kind_pages.entry_rows import row_item
from secondop_desktop.widgets.theme import Space


class BegunView(QWidget):
    """Says what is written of it so far and leads into its form; ``opened`` carries its id."""

    opened = Signal(str)

    def __init__(self, kind: Kind, row: Any) -> None:
        super().__init__()
        self.entry = str(row.id)
        self._kind = kind
        self.title = heading("", 2)
        self.about = muted("")
        self.said = paragraph("")
        self.more = Button(_("Carry on writing it"), "edit", Rank.PRIMARY)
        self.more.clicked.connect(lambda: self.opened.emit(self.entry))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MEDIUM)
        for part in (self.title, self.about, self.said):
            column.addWidget(part)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.show_row(row)

    def show_row(self, row: Any) -> None:
        """Show it as it is saved now."""
        item = row_item(self._kind, row, lambda _entry: "")
        self.title.setText(item.title)
        self.about.setText(" · ".join(part for part in (item.date, item.detail) if part))
        begun = _("This is a draft. It is not counted as a result, and not printed.")
        self.said.setText(begun if self._kind.is_draft(row) else row.notes)
        self.said.setVisible(bool(self.said.text()))
