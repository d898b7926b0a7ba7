"""The form of one entry in a window over the page, for what is not worth a page of its own."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.forms.unsaved_changes import leave_unsaved
from secondop_desktop.widgets.layout.scroll_column import ScrollColumn
from secondop_desktop.widgets.theme import Space

_CHARS = 76


class EntryDialog(QDialog):
    """Shows a form until it is done; closing it saves what was typed, as everywhere."""

    def __init__(self, form: Form, parent: QWidget) -> None:
        super().__init__(parent)
        self.form = form
        self.setWindowTitle(form.heading.title.text())
        self.setAccessibleName(form.heading.title.text())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        scroll = ScrollColumn(self, wide=True)
        scroll.set_margins(Space.WIDE)
        scroll.content.addWidget(form)
        column.addWidget(scroll, 1)
        column.addLayout(self._foot())
        form.finished.connect(self.accept)
        room = parent.window().size()
        width = min(self.fontMetrics().averageCharWidth() * _CHARS, room.width() - Space.HUGE)
        self.resize(width, room.height() - Space.HUGE)

    def _foot(self) -> QVBoxLayout:
        """Return the form's buttons under what scrolls: Done is in sight however long it is."""
        foot = QVBoxLayout()
        foot.setContentsMargins(Space.WIDE, Space.SMALL, Space.WIDE, Space.MEDIUM)
        foot.addWidget(self.form.foot)
        return foot

    def done(self, result: int) -> None:
        """Close when everything typed is saved, or the person lets it go."""
        if self.form.flush() or leave_unsaved(self, self.form):
            super().done(result)


def edit_in_dialog(form: Form, parent: QWidget) -> str | None:
    """Show the form and wait; returns the entry's id, or None when nothing was written."""
    dialog = EntryDialog(form, parent)
    dialog.exec()
    entry = form.draft.entry
    dialog.deleteLater()
    return entry
