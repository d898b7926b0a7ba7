"""The form of an allergy or another reaction."""

from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.forms.form import Form


class AllergyForm(Form):
    """What it is a reaction to, what happens and how bad it was; then since when."""

    missing = {"substance": N_("Enter what you react to")}

    def build(self) -> None:
        """Lay the questions out."""
        self.group()
        self.put(self.ask("substance", hint=_("Such as penicillin, nuts or plasters")))
        self.put(self.ask("reaction", hint=_("Such as a rash, or a swollen face")))
        self.put(self.ask("severity"), self.ask("kind_of"))
        self.put(self.ask("since"))
        self.put(self.ask("status"), self.ask("certainty"))
        self.more(
            _("More about this reaction"),
            self.ask("criticality"),
            self.ask("route"),
            self.ask("last"),
            self.ask("recorder"),
            self.ask("recorded"),
        )
        self.more(_("Notes and code"), self.ask("notes"), self.ask("code"), self.ask("narrative"))


FORMS = {"allergy": AllergyForm}
