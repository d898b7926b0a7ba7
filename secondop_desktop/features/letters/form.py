"""The form of a letter."""

from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.fields import TextField
from secondop_desktop.widgets.form import Form


class LetterForm(Form):
    """To whom and what for, then the letter itself with room to write."""

    missing = {"title": N_("Enter what to call this letter")}

    def build(self) -> None:
        """Lay the questions out."""
        self.group()
        self.put(self.ask("title", hint=_("Only for you, to find it again")))
        self.put(self.ask("to"))
        self.put(self.ask("type"))
        self.group()
        self.put(self.bind(TextField(12, 40), "text"))
        self.put(self.ask("date", about=False))
        self.more(_("Sent, and earlier versions"), self.ask("sent"), self.ask("version_of"))


FORMS = {"letter": LetterForm}
