"""The form of a diagnosis."""

from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.forms.form import Form


class DiagnosisForm(Form):
    """What it is called, who told it and how sure they were; the rest is folded away."""

    missing = {"name": N_("Enter what it is called")}

    def build(self) -> None:
        """Lay the questions out in the order in which a letter tells them."""
        self.group()
        self.put(self.ask("name", hint=_("As the letter puts it, or as you were told")))
        self.put(self.ask("date"))
        self.put(self.ask("given_by"))
        self.put(self.ask("certainty"), self.ask("status"))
        self.put(self.ask("stage"), self.ask("body_site"))
        self.put(self.ask("notes"))
        self.more(
            _("More about this diagnosis"),
            self.ask("version_of", hint=_("When two doctors name the same illness differently")),
            self.ask("began_words", hint=_("Such as “at age 52”, where no date is known")),
            self.ask("recorded"),
            self.ask("ended"),
            self.ask("ended_words"),
            self.ask("records"),
            self.ask("code"),
            self.ask("narrative"),
        )


FORMS = {"diagnosis": DiagnosisForm}
