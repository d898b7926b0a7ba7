"""The form of a letter."""

from typing import Any

from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.fields import LineField, TextField
from secondop_desktop.widgets.forms.form import Form

_TALL = 18
_LINES = 400
"""The letter grows with its words: the page scrolls, not a window inside it."""


class LetterForm(Form):
    """To whom and what about, then the letter itself with room to write."""

    missing = {"title": N_("Enter what to call this letter")}

    def build(self) -> None:
        """Lay the questions out."""
        self.group()
        self.put(self.ask("to"))
        self.put(self.ask("subject"))
        self.put(self.bind(TextField(_TALL, _LINES), "text"))
        self.group()
        self.put(self.ask("date", about=False))
        name = self.bind(LineField(), "title", hint=_("Only for you, to find it again"))
        self.put(name, self.ask("type"))
        self.more(
            _("Names and addresses on it"),
            self.bind(TextField(3, 8), "sender"),
            self.bind(TextField(3, 8), "recipient"),
        )
        self.more(_("When it was sent"), self.ask("sent"), self.ask("how"))

    def _say_title(self, row: Any) -> None:
        """Leave the room over the letter to the letter: it says whose it is, the list its title."""
        super()._say_title(row)
        self.heading.hide()


FORMS = {"letter": LetterForm}
