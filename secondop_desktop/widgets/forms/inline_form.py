"""Some questions of an entry, laid into a page: saved while typing, without a Done of their own."""

from typing import Any

from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.forms.form_foot import FormFoot


class InPlaceForm(Form):
    """A form inside a page that says itself whose entry it is, and how to leave it."""

    def _head(self) -> None:
        super()._head()
        self.heading.hide()

    def _foot(self) -> None:
        """Have no buttons: what belongs to the whole entry is asked in its own form."""
        self.foot = FormFoot()
        self.foot.setParent(self)
        self.foot.hide()

    def _say_title(self, row: Any) -> None:
        """Leave it to the page to say what this is."""

    def _on_saved(self) -> None:
        self.trouble.hide()
        self.saved.emit()
