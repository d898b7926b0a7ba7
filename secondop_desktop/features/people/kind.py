"""What people tell the rest of the program."""

from collections.abc import Callable, Mapping
from typing import Any

from secondop_desktop.features.people.model import Person
from secondop_desktop.journal.kinds import Field, Kind, Names
from secondop_desktop.lang import N_, _

SEX = (("female", N_("Female")), ("male", N_("Male")), ("other", N_("Other")))
AUTHORITY = (
    ("consent", N_("They agreed that I help")),
    ("proxy access", N_("Access given by the GP practice (proxy access)")),
    ("lpa", N_("Lasting power of attorney for health and welfare")),
    ("deputy", N_("Deputy chosen by the court")),
    ("parent", N_("I am their parent")),
    ("other", N_("Something else")),
)


def _title(row: Person, names: Names) -> str:
    return row.name or row.known_as or _("Person without a name")


def _line(row: Person, names: Names) -> str:
    """Say when they were born, and who helps."""
    born = _("born {date}").format(date=row.birth_date.words()) if row.birth_date else ""
    helper = _("helped by {name}").format(name=row.carer) if row.carer else ""
    return " · ".join(part for part in (born, helper) if part)


def _fhir() -> Mapping[str, Callable[..., Any]]:
    from secondop_desktop.features.people.fhir import FHIR

    return FHIR


KIND = Kind(
    name="person",
    model=Person,
    label=N_("Person"),
    plural=N_("People"),
    add=N_("Add a person"),
    icon="person",
    fields=(
        Field("name", N_("Full name"), required=True),
        Field("known_as", N_("Likes to be called")),
        Field("birth_date", N_("Date of birth"), happened=True),
        Field("nhs_number", N_("NHS, CHI or H&C number")),
        Field("hospital_numbers", N_("Hospital numbers, by hospital")),
        Field("sex", N_("Sex, as on health records"), choices=SEX),
        Field("address", N_("Address")),
        Field("phone", N_("Phone")),
        Field("email", N_("Email")),
        Field("language", N_("Language you prefer")),
        Field("communication", N_("Help you need to hear, see, read or get about")),
        Field("emergency_contacts", N_("Who to call in an emergency")),
        Field("gp", N_("GP"), refers="provider"),
        Field("no_known_allergies", N_("No known allergies")),
        Field("takes_no_medicines", N_("Takes no medicines")),
        Field("blood_thinner", N_("Takes a blood thinner")),
        Field("blood_thinner_words", N_("Which blood thinner, and since when")),
        Field("implants", N_("Has an implant")),
        Field("implants_words", N_("What is implanted, and where")),
        Field("implants_mri", N_("What the card says about MRI scans")),
        Field("implants_card", N_("Where that card is kept")),
        Field("pregnancy", N_("Is or may be pregnant")),
        Field("pregnancy_words", N_("How far along, or when it is due")),
        Field("infection", N_("Has an infection to know of")),
        Field("infection_words", N_("Which infection, and since when")),
        Field("care_decision", N_("Decision about resuscitation or care")),
        Field("care_decision_words", N_("What was decided, such as no resuscitation")),
        Field("care_decision_date", N_("When it was decided"), happened=True),
        Field("care_decision_paper", N_("Where the signed form is kept")),
        Field("alerts_checked", N_("When this was last checked"), happened=True),
        Field("living_with", N_("Living with")),
        Field("work", N_("Work, now or before")),
        Field("walking", N_("Walking: how far, and with what help")),
        Field("smoking", N_("Smoking, now or before")),
        Field("alcohol", N_("Alcohol")),
        Field("height", N_("Height")),
        Field("height_date", N_("When that was measured"), happened=True),
        Field("weight", N_("Weight")),
        Field("weight_date", N_("When that was weighed"), happened=True),
        Field("what_matters", N_("What matters most")),
        Field("what_i_fear", N_("Worries and fears")),
        Field("carer", N_("Who helps keep this journal")),
        Field("carer_relationship", N_("How they know each other")),
        Field("carer_address", N_("Address of whoever helps")),
        Field("carer_phone", N_("Phone of whoever helps")),
        Field("carer_email", N_("Email of whoever helps")),
        Field("authority", N_("What lets the helper act"), choices=AUTHORITY),
        Field("authority_since", N_("Since when")),
        Field("authority_until", N_("Until when")),
        Field("authority_paper", N_("Where that paper is kept")),
        Field("notes", N_("Your notes")),
    ),
    title=_title,
    line=_line,
    columns=("name", "birth_date", "nhs_number", "phone"),
    fhir=_fhir,
)
