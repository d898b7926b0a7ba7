"""A person laid out to be read: who they are, what a doctor must know first, how life is."""

from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from secondop_desktop.features.people.rules.alerts import alerts
from secondop_desktop.journal.kinds import Field
from secondop_desktop.journal.values.health_number import spaced
from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.labels import heading, muted
from secondop_desktop.widgets.kind_pages.entry_view import Reading, add_facts_grid

_WHO: Final = ("name", "known_as", "birth_date", "nhs_number", "hospital_numbers", "sex")
_LIFE: Final = (
    *("what_matters", "what_i_fear", "living_with", "work", "walking", "smoking", "alcohol"),
    *("height", "height_date", "weight", "weight_date"),
)
_HELPER: Final = (
    *("carer", "carer_relationship", "carer_phone", "carer_email", "carer_address"),
    *("authority", "authority_since", "authority_until", "authority_paper"),
)
_PARTS: Final = ((N_("How life is"), _LIFE), (N_("Someone who helps"), _HELPER))


class PersonReading(Reading):
    """Shows every answer of what a doctor must know first: no and not asked are told apart.

    ``pages_wanted`` is sent by the button that leads to the pages of this person.
    """

    pages_wanted = Signal()

    def add_parts(self, column: QVBoxLayout) -> None:
        """Put who they are first, then the parts of the form under its headings."""
        name = self.row.known_as or self.row.name or _("this person")
        self.pages = Button(_("Go to the pages of {name}").format(name=name), "arrow-right")
        self.pages.clicked.connect(self.pages_wanted)
        self.pages.hide()
        column.addWidget(self.pages, 0, Qt.AlignmentFlag.AlignLeft)
        apart = {*_WHO, *_LIFE, *_HELPER, *self._alert_fields()}
        self.add_facts(column, [self.kind.by_name[name] for name in _WHO])
        self._add_alerts(column)
        self.add_facts(column, [field for field in self.kind.fields if field.name not in apart])
        for title, names in _PARTS:
            if any(getattr(self.row, name) for name in names):
                column.addWidget(heading(_(title), 3))
                self.add_facts(column, [self.kind.by_name[name] for name in names])
        if self.row.private:
            column.addWidget(muted(_("Kept out of PDFs")))

    def words_of(self, field: Field, names: Any) -> str:
        """Say a field in words; the health number in its groups."""
        said = super().words_of(field, names)
        return spaced(said) if field.name == "nhs_number" else said

    def _alert_fields(self) -> list[str]:
        told = tuple(one.name for one in alerts(self.row))
        return [
            field.name
            for field in self.kind.fields
            if field.name.startswith(told) or field.name == "alerts_checked"
        ]

    def _add_alerts(self, column: QVBoxLayout) -> None:
        """Say each answer, those that nobody gave among them."""
        column.addWidget(heading(_("What a doctor must know first"), 3))
        facts = [(one.label, one.said[:1].upper() + one.said[1:]) for one in alerts(self.row)]
        checked = self.row.alerts_checked
        if checked:
            facts.append((_(self.kind.by_name["alerts_checked"].label), checked.words()))
        add_facts_grid(column, facts)
