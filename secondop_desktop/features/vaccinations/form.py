"""The form of a vaccination."""

from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.forms.form import Form


class VaccinationForm(Form):
    """Which vaccine, when and which dose, as on the card; the rest is folded away."""

    missing = {"name": N_("Enter which vaccine it was, or what it was against")}

    def build(self) -> None:
        """Lay the questions out in the order of a vaccination card."""
        self.group()
        self.put(
            self.ask(
                "name",
                hint=_("As on the card, or simply what it was against, such as flu"),
                suggestions=self.earlier_values("name"),
            )
        )
        self.put(self.ask("date"))
        self.put(self.ask("dose_number"), self.ask("lot"))
        self.put(self.ask("place"))
        self.put(self.ask("status"))
        self.put(self.ask("reaction", hint=_("Such as a sore arm, or a fever for a day")))
        self.put(self.ask("notes"))
        self.more(
            _("No date, or it was not given"),
            self.ask("date_words", hint=_("Such as “as a child”, where no date is known")),
            self.ask("why_not"),
        )
        self.more(
            _("More about this vaccination"),
            self.ask("against", suggestions=self.earlier_values("against")),
            (self.ask("site", hint=_("Such as left arm")), self.ask("route")),
            self.ask("given_by"),
            self.ask("records"),
            self.ask("code"),
            self.ask("narrative"),
        )


FORMS = {"vaccination": VaccinationForm}
