"""The form of one entry in a window over the page, for what is not worth a page of its own."""

from PySide6.QtWidgets import QWidget

from secondop_desktop.widgets.dialogs.scrolling_dialog import ScrollingDialog
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.forms.unsaved_changes import leave_unsaved


class EntryDialog(ScrollingDialog):
    """Shows a form until it is done; closing it saves what was typed, as everywhere."""

    chars = 76

    def __init__(self, form: Form, parent: QWidget) -> None:
        super().__init__(parent, form.heading.title.text())
        self.form = form
        self.content.addWidget(form)
        self.foot.addWidget(form.foot)
        form.finished.connect(self.accept)

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
