"""The form of a symptom note."""

from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.fields import ScaleField
from secondop_desktop.widgets.forms.form import Form


class SymptomForm(Form):
    """What was felt and when, how bad it was in words and as a number, and what helps."""

    missing = {"what": N_("Write what you felt")}

    def build(self) -> None:
        """Lay the questions out."""
        self.group()
        self.put(
            self.ask(
                "what",
                hint=_("Such as out of breath on the stairs"),
                suggestions=self.earlier_values("what"),
            )
        )
        self.put(self.ask("date"))
        self.put(self.ask("severity_words", hint=_("Such as I had to sit down")))
        scale = ScaleField(10, _("none at all"), _("as bad as you can imagine"))
        self.put(self.bind(scale, "severity", _("How bad it was, as a number")))
        self.put(self.ask("helps", hint=_("Such as rest, warmth or a medicine")))
        self.more(_("Your notes"), self.ask("notes"))


FORMS = {"symptom": SymptomForm}
