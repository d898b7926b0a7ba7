"""The form of a person, and of the carer who keeps the journal for them."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.controls.labels import small
from secondop_desktop.widgets.fields import NamedTextsField, NhsNumberField
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.forms.labelled_field import Question
from secondop_desktop.widgets.theme import Space


class PersonForm(Form):
    """Who they are, then what doctors must know at once, then how to reach them."""

    missing = {"name": N_("Enter the full name")}

    def build(self) -> None:
        """Lay the questions out."""
        self._alerts: dict[str, tuple[Question, ...]] = {}
        self._build_self()
        self._build_care()
        self._build_alerts()
        self._build_life()
        self._build_contact()
        self._build_carer()

    def _build_self(self) -> None:
        self.group()
        self.put(self.ask("name"), self.ask("known_as"))
        self.put(self.ask("birth_date", calendar=False, about=False))
        self.put(
            self.bind(
                NhsNumberField(),
                "nhs_number",
                hint=_("Ten numbers, on most letters from the hospital or the GP surgery"),
            )
        )
        self.put(self.ask("gp"))
        hospitals = [row.organisation or row.name for row in self._places()]
        numbers = NamedTextsField(
            (_("Hospital"), _("Number there")),
            _("Add a hospital number"),
            list(dict.fromkeys(filter(None, hospitals))),
        )
        self.more(_("Numbers at hospitals"), self.bind(numbers, "hospital_numbers"))

    def _places(self) -> list[Any]:
        """Return the doctors and places of the person, whose hospitals are offered."""
        return self.journal.entries("provider", person=self.draft.entry or "")

    def _build_care(self) -> None:
        self.group(
            _("Allergies and medicines"),
            _("Saying “none” helps. Doctors take an empty line to mean that nobody asked."),
        )
        self.put(
            self.ask(
                "no_known_allergies",
                _("Allergies"),
                yes=N_("No known allergies"),
                no=N_("There are allergies"),
            ),
            self.ask(
                "takes_no_medicines",
                _("Medicines"),
                yes=N_("Takes no medicines"),
                no=N_("Takes medicines"),
            ),
        )

    def _build_alerts(self) -> None:
        self.group(
            _("What a doctor must know first"),
            _("“No” is an answer too. “Not asked” tells a doctor to ask."),
        )
        self._ask_alert("blood_thinner", self.ask("blood_thinner_words"))
        self._ask_alert(
            "implants",
            self.ask("implants_words", hint=_("Such as a pacemaker, a stent or a new hip")),
            self.ask("implants_mri", hint=_("As it is written there, such as “MR conditional”")),
            self.ask("implants_card"),
        )
        self._ask_alert("pregnancy", self.ask("pregnancy_words"))
        self._ask_alert(
            "infection", self.ask("infection_words", hint=_("Such as MRSA or hepatitis B"))
        )
        self._ask_alert(
            "care_decision",
            self.ask("care_decision_words"),
            self.ask("care_decision_date", about=False),
            self.ask("care_decision_paper"),
        )
        self.put(self.ask("alerts_checked", about=False))

    def _ask_alert(self, name: str, *about: Question) -> None:
        """Ask a yes-or-no question; what a yes means is asked below it once it is a yes."""
        self.put(self.ask(name))
        for question in about:
            self.put(question)
        self._alerts[name] = about
        self.edits[name].edited.connect(self._show_alerts)

    def _show_alerts(self) -> None:
        """Show what belongs to a yes, or was written down all the same."""
        for name, about in self._alerts.items():
            yes = self.edits[name].value() is True
            for question in about:
                question.setVisible(yes or bool(question.edit.value() or question.edit.typed()))

    def reload(self) -> None:
        """Show the person as saved, with the questions that their answers lead to."""
        super().reload()
        self._show_alerts()

    def _build_life(self) -> None:
        self.group(
            _("How life is"), _("In the person’s own words. It shows a doctor who is asking.")
        )
        self.put(self.ask("what_matters", hint=_("Such as going on living at home")))
        self.put(self.ask("what_i_fear"))
        self.more(
            _("Home, work and habits"),
            self.ask("living_with"),
            self.ask("work"),
            self.ask("walking", hint=_("Such as to the shops, with a stick")),
            (self.ask("smoking"), self.ask("alcohol")),
        )
        self.more(
            _("Height and weight"),
            self.ask("height", hint=_("With its unit, such as 168 cm or 5 ft 6")),
            self.ask("height_date"),
            self.ask("weight", hint=_("With its unit, such as 61 kg or 9 st 8")),
            self.ask("weight_date"),
        )

    def _build_contact(self) -> None:
        self.group(_("How to reach and help them"))
        self.put(self.ask("phone"), self.ask("email"))
        self.put(self.ask("address"), self.ask("emergency_contacts"))
        self.put(
            self.ask(
                "communication",
                hint=_("Such as large print, a hearing loop, an interpreter or step-free access"),
            )
        )
        self.more(
            _("More about this person"),
            (self.ask("language", suggestions=(_("English"), _("Welsh"))), self.ask("sex")),
            self.ask("notes"),
        )

    def _build_carer(self) -> None:
        self.group(
            _("Someone who helps"),
            _("For a relative or carer who keeps this journal. Leave it empty if nobody helps."),
        )
        self.put(self.ask("carer"), self.ask("carer_relationship"))
        self.put(self.ask("carer_phone"), self.ask("carer_email"))
        self.put(self.ask("carer_address", hint=_("For letters that you write for them")))
        self.more(
            _("Permission to act for them"),
            self.ask("authority", hint=_("They can simply agree, as long as they can decide")),
            (
                self.ask("authority_since", about=False),
                self.ask("authority_until", hint=_("Leave it empty if it has no end"), about=False),
            ),
            self.ask("authority_paper", hint=_("Such as: signed letter, in the kitchen drawer")),
            self._where_it_differs(),
        )

    def _where_it_differs(self) -> QWidget:
        """Tell how the rules differ across the UK, in plain words and without advice."""
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        for text in _DIFFERENCES:
            column.addWidget(small(_(text)))
        return told


_DIFFERENCES = (
    N_(
        "England and Wales: a lasting power of attorney for health and welfare counts only once "
        "the person can no longer decide for themselves."
    ),
    N_(
        "Scotland has its own law. There it is a welfare power of attorney, or a guardian chosen "
        "by the sheriff court."
    ),
    N_(
        "Northern Ireland: for now, a power of attorney there is about money and property, not "
        "about health. Ask the surgery or the hospital what they need to see."
    ),
    N_("The GP practice decides about access to someone's record online (proxy access)."),
)
"""How the rules differ across the UK; gov.uk, mygov.scot and nidirect.gov.uk say more."""

FORMS = {"person": PersonForm}
