"""The form of a person, and of the carer who keeps the journal for them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.controls.labels import small
from secondop_desktop.widgets.fields import NhsNumberField
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.theme import Space


class PersonForm(Form):
    """Who they are, then what doctors must know at once, then how to reach them."""

    missing = {"name": N_("Enter the full name")}

    def build(self) -> None:
        """Lay the questions out."""
        self._build_self()
        self._build_care()
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
