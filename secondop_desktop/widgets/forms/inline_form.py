"""Some questions of an entry, laid into a page: saved while typing, without a Done of their own."""

from typing import Any

from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.forms.form import Form


class InPlaceForm(Form):
    """A form inside a page that says itself whose entry it is, and how to leave it."""

    def _head(self) -> None:
        super()._head()
        self.title.hide()
        self.owner.hide()

    def _foot(self) -> None:
        """Have no buttons: what belongs to the whole entry is asked in its own form."""
        self.done_button = Button("", parent=self)
        self.again_button = Button("", parent=self)
        self.bin_button = Button("", parent=self)
        self.again_button.hide()
        self.done_button.hide()
        self.bin_button.hide()

    def _say_title(self, row: Any) -> None:
        """Leave it to the page to say what this is."""

    def _on_saved(self) -> None:
        self.trouble.hide()
        self.saved.emit()
