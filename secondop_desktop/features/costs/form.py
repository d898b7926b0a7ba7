"""The form of a cost."""

from secondop_desktop.features.costs.rules import POUNDS
from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.fields import MoneyField
from secondop_desktop.widgets.forms.form import Form


class CostForm(Form):
    """What it is for, how much and how far it is; the insurer's papers after that."""

    missing = {"what": N_("Enter what it is for")}

    def build(self) -> None:
        """Lay the questions out."""
        self.set_default("currency", POUNDS)
        self.group()
        self.put(self.ask("what", hint=_("Such as the first appointment, a scan, or parking")))
        amount = MoneyField()
        self.put(self.bind(amount, "amount", hint=_("Such as 250 or 89.50")))
        self.companion(amount.currency, "currency")
        self.put(self.ask("state", _("Where it has got to")), self.ask("payer"))
        self.put(self.ask("provider"))
        self.put(self.ask("date"))
        self.put(self.ask("due", about=False))
        self.group(_("Papers"))
        self.put(self.ask("record", hint=_("Ask for quotes and fees in writing")))
        self.more(
            _("Health insurance"),
            self.ask("policy", suggestions=self.earlier_values("policy")),
            self.ask(
                "authorisation",
                hint=_("Ask the insurer for it before you book"),
                suggestions=self.earlier_values("authorisation"),
            ),
        )
        self.more(_("Your notes"), self.ask("notes"))


FORMS = {"cost": CostForm}
