"""The form of a test result."""

from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.fields import QuantityField
from secondop_desktop.widgets.forms.form import Form

_UNITS = ("g/L", "mmol/L", "µmol/L", "mmol/mol", "µg/L", "mg/L", "10⁹/L", "U/L", "%", "mmHg", "kg")


class ResultForm(Form):
    """Test, result, unit and range exactly as they are printed; where it is from comes after."""

    missing = {"test": N_("Enter the name of the test")}

    def build(self) -> None:
        """Lay the questions out in the order of a printed line."""
        self.group("", _("Copy what is printed. Nothing is rounded or converted."))
        self.put(self.ask("test", suggestions=self.earlier_values("test")))
        value = QuantityField(self.earlier_values("unit", *_UNITS))
        self.put(self.bind(value, "value", hint=_("With its sign, such as <0.5, or in words")))
        if value.unit is not None:
            self.companion(value.unit, "unit")
        self.put(
            self.ask("range", hint=_("Such as 115 to 150, <5, or words")),
            self.ask("flag", hint=_("Such as H, L or *"), chars=8),
        )
        self.put(self.ask("date"))
        self.put(
            self.ask(
                "specimen",
                _("What was tested"),
                suggestions=self.earlier_values("specimen", _("Blood"), _("Urine")),
            ),
            self.ask("lab", suggestions=self.earlier_values("lab")),
        )
        self.group(_("Where it is from"))
        self.put(self.ask("record", hint=_("So that you and the doctor can look it up")))
        self.put(self.ask("page", least=1))
        self.put(self.ask("notes"))
        self.more(
            _("More about this result"),
            self.ask("other_ranges", hint=_("Such as “Critical range: 2.5 to 6.5”")),
            self.ask("state"),
            self.ask("panel", suggestions=self.earlier_values("panel")),
            (self.ask("code"), self.ask("unit_code")),
            self.ask("narrative"),
        )


FORMS = {"result": ResultForm}
