"""The form of a treatment."""

from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.forms.form import Form


class TreatmentForm(Form):
    """What was done, when and by whom; how it turned out; what was left in; the rest folded."""

    missing = {"name": N_("Enter what was done, or is to be done")}

    def build(self) -> None:
        """Lay the questions out in the order in which a person tells them."""
        self._build_what()
        self._build_after()
        self._build_implants()

    def _build_what(self) -> None:
        self.group()
        self.put(self.ask("name", hint=_("Such as hip replacement, stent, or FOLFOX")))
        self.put(self.ask("type"))
        self.put(self.ask("body_site", hint=_("Such as left hip")), self.ask("reason"))
        self.put(self.ask("date"))
        self.put(self.ask("status"))
        self.put(self.ask("given_by"), self.ask("place"))
        self.more(
            _("When it ended, how many and how much"),
            self.ask("until"),
            self.ask("date_words", hint=_("Such as “as a child”, where no date is known")),
            (
                self.ask("cycles", hint=_("Such as 4 of 6 cycles, or 15 fractions")),
                self.ask("dose", hint=_("As told or written, such as 40 Gy")),
            ),
        )

    def _build_after(self) -> None:
        self.group(_("How it went"))
        self.put(self.ask("response", hint=_("What it did, and what was said")))
        self.put(self.ask("side_effects"))
        self.more(_("It was stopped, or not done"), self.ask("why_stopped"))

    def _build_implants(self) -> None:
        self.group(_("What was left in the body"))
        self.put(
            self.ask(
                "implants",
                _("Implants"),
                _("Such as a pacemaker, a stent or a new joint, as its card says"),
            )
        )
        self.put(self.ask("implant_card", hint=_("Staff may ask for it before an MRI scan")))
        self.put(self.ask("notes"))
        self.more(
            _("Letters and codes"),
            self.ask("records"),
            self.ask("code"),
            self.ask("narrative"),
        )


FORMS = {"treatment": TreatmentForm}
