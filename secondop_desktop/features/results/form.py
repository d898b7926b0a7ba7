"""The form of a test result."""

from secondop_desktop.journal.values.printed_parts import Printed, parted
from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.fields import LineField, QuantityField, RangeField
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
        value.parted = self._parted
        value.apart.connect(self._put_apart)
        self.put(self.bind(value, "value", hint=_("With its sign, such as <0.5, or in words")))
        if value.unit is not None:
            self.companion(value.unit, "unit")
        self.put(
            self.ask("range", hint=_("Such as 115 to 150, <5, or words")),
            self.ask("flag", hint=_("Such as H, L or *"), chars=8),
        )
        self._follow_unit(value.unit)
        self.put(self.ask("date"))
        self.put(
            self.ask(
                "specimen",
                _("What was tested"),
                suggestions=self.earlier_values("specimen", _("Blood"), _("Urine")),
            ),
            self.ask("lab", suggestions=self.earlier_values("lab")),
        )
        self.put(self.tick("star", _("For a doctor to see first"), _("It stands first in the PDF")))
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

    def _follow_unit(self, unit: LineField | None) -> None:
        """Let the range know the unit, which it may repeat."""
        between = self.edits["range"]
        if unit is not None and isinstance(between, RangeField):
            between.unit = lambda: self._typed("unit")
            unit.edited.connect(between.read_again)

    def _parted(self, text: str) -> Printed | None:
        """Return the parts of what was typed as the result, where it holds more than a number."""
        given = Printed(text, *(self._typed(name) for name in ("unit", "flag", "range")))
        found = parted(given, self._typed("test"))
        return found if found != given else None

    def _typed(self, name: str) -> str:
        return str(self.edits[name].value() or "") if name in self.edits else ""

    def _put_apart(self, found: Printed) -> None:
        """Put unit, mark and range into their own boxes, but over nothing that stands there."""
        parts = {"unit": found.unit, "flag": found.flag, "range": found.range}
        for name, text in parts.items():
            if text and not self._typed(name):
                kept = self.kind.type_of(name).read(text)
                self.edits[name].set_value(kept)
                self.edits[name].edited.emit()


FORMS = {"result": ResultForm}
