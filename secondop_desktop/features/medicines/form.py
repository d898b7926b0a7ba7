"""The form of a medicine."""

from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.forms.form import Form


class MedicineForm(Form):
    """What it is and how it is taken, as it is written on the box; the rest is folded away."""

    missing = {"name": N_("Enter the name of the medicine")}

    def build(self) -> None:
        """Lay the questions out."""
        self.group()
        self.put(self.ask("name", hint=_("As written on the box, with its strength")))
        self.put(
            self.ask("dose", hint=_("Such as 5 mg")),
            self.ask("how_taken", hint=_("Such as once a day")),
        )
        self.put(self.ask("reason", suggestions=self.earlier_values("reason")))
        self.put(self.ask("status"))
        self.put(self.ask("start"))
        self.put(self.ask("prescriber"))
        self.put(self.ask("notes"))
        self.more(
            _("When and why it was stopped"),
            self.ask("stop"),
            self.ask("why_stopped"),
        )
        self.more(
            _("How it is given, letters and codes"),
            (self.ask("route"), self.ask("maximum")),
            self.ask("records"),
            self.ask("code"),
            self.ask("narrative"),
        )


FORMS = {"medicine": MedicineForm}
