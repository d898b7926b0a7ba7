"""The form of a person, and of the carer who keeps the journal for them."""

from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.fields import NhsNumberField
from secondop_desktop.widgets.form import Form


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
            _("For a relative or carer who keeps this journal. Leave it empty if nobody does."),
        )
        self.put(self.ask("carer"), self.ask("carer_relationship"))
        self.more(
            _("Permission to act for them"),
            self.ask("authority"),
            (self.ask("authority_since"), self.ask("authority_until")),
            self.ask("authority_paper"),
        )


FORMS = {"person": PersonForm}
