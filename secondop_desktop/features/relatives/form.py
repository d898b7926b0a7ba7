"""The form of what one relative had."""

from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.forms.form import Form

_WHO = (
    N_("Mother"),
    N_("Father"),
    N_("Sister"),
    N_("Brother"),
    N_("Daughter"),
    N_("Son"),
    N_("Mother’s mother"),
    N_("Mother’s father"),
    N_("Father’s mother"),
    N_("Father’s father"),
    N_("Mother’s sister"),
    N_("Mother’s brother"),
    N_("Father’s sister"),
    N_("Father’s brother"),
)


class RelativeForm(Form):
    """Who it is, what they had and at what age; whether they died of it; the rest is folded."""

    missing = {"who": N_("Enter who it is, such as mother")}

    def build(self) -> None:
        """Lay the questions out."""
        self.group("", _("One illness at a time. Add the same relative again for another."))
        known = self.earlier_values("who", *(_(who) for who in _WHO))
        self.put(
            self.ask(
                "who",
                _("Who it is"),
                _("Such as mother, or father’s sister. No name is needed."),
                suggestions=known,
            )
        )
        self.put(self.ask("condition", suggestions=self.earlier_values("condition")))
        self.put(self.ask("age", hint=_("Such as 52, or “in her sixties”")))
        self.put(self.ask("died_of_it", empty=N_("Not known")))
        self.put(self.ask("living", across=True))
        self.put(self.ask("age_died"))
        self.put(self.ask("notes"))
        self.more(
            _("More about this relative"),
            self.ask("date"),
            self.ask("certainty"),
            self.ask("recorded"),
            self.ask("records"),
            self.ask("code"),
            self.ask("narrative"),
        )


FORMS = {"relative": RelativeForm}
