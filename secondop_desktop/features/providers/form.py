"""The form of a doctor, a surgery, a clinic or a hospital."""

from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.forms.form import Form


class ProviderForm(Form):
    """Who they are and how to reach them; then what helps to choose between them."""

    missing = {"name": N_("Enter the name of the doctor or place")}

    def build(self) -> None:
        """Lay the questions out."""
        self.group()
        self.put(self.ask("name", hint=_("Such as Dr Ann Bell, or Hill Road Surgery")))
        self.put(
            self.ask("role", _("What they are"), _("Such as consultant, GP or nurse")),
            self.ask("specialty", hint=_("Such as the heart, or bones")),
        )
        self.put(self.ask("organisation", suggestions=self.earlier_values("organisation")))
        self.put(self.ask("phone"), self.ask("email"))
        self.more(
            _("Address and more"),
            self.ask("address"),
            self.ask("website"),
            self.ask("gmc_number", hint=_("Every doctor in the UK has one. It is 7 numbers long.")),
            self.ask("notes"),
        )
        self._build_choosing()

    def _build_choosing(self) -> None:
        self.group(
            _("Choosing who to see"),
            _("For a doctor you may ask for a second opinion. Leave it empty for all others."),
        )
        self.put(self.tick("shortlisted", _("I can choose them")))
        self.put(self.ask("funding", across=True))
        self.put(self.ask("independent", hint=_("Such as in another team or another hospital")))
        self.put(self.ask("experience", hint=_("What you found out or were told")))
        self.put(self.ask("waiting_time"), self.ask("distance"))
        self.put(self.ask("cost_note", hint=_("Ask for the fees in writing first")))
        self.more(_("Your own order"), self.ask("rank", hint=_("1 for your first choice")))


FORMS = {"provider": ProviderForm}
