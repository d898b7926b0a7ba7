"""The form of telling a doctor, and of handing records over."""

from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.forms.form import Form


class ToldForm(Form):
    """Who was told what, when and how; then what they answered."""

    missing = {"provider": N_("Choose who you told")}

    def build(self) -> None:
        """Lay the questions out."""
        self.group()
        self.put(self.ask("provider"))
        self.put(self.ask("date", about=False))
        self.put(self.ask("how", across=True))
        self.put(self.ask("what", hint=_("Such as what you decided, or what the new doctor said")))
        self.put(self.ask("answer"))
        self.more(_("Records you handed over"), self.ask("records", _("Which ones")))


FORMS = {"told": ToldForm}
