"""The lists that are read: which kind each row is, and which column becomes what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from secondop_desktop.exchange.tables import event_headings as events
from secondop_desktop.exchange.tables import list_headings as heads
from secondop_desktop.exchange.tables import list_words as words
from secondop_desktop.exchange.tables.headings import Headings
from secondop_desktop.exchange.tables.list_words import Words
from secondop_desktop.lang import N_

UNREAD = "unread"
NOTES = "notes"


@dataclass(frozen=True)
class Sort:
    """One sort of list.

    ``days`` names for each date the field that keeps words standing in its place: UNREAD, NOTES or
    a field of the kind; none where such a row cannot be kept. ``words`` tells the choices, and
    ``odd`` where a word that is none of them goes, which is NOTES if not named. What
    stands in ``beside`` has no field, and becomes a line of the notes. ``coming`` says that dates
    may lie ahead. ``scale`` holds numbers out of ten, by the field that keeps any other words.
    ``unnamed`` and ``denied`` say why a row is left out.
    """

    kind: str
    headings: Headings
    name: str
    texts: Sequence[str]
    days: Mapping[str, str]
    doctors: Sequence[str]
    words: Mapping[str, Words]
    odd: Mapping[str, str] = field(default_factory=dict)
    beside: Sequence[str] = ()
    coming: bool = False
    scale: Mapping[str, str] = field(default_factory=dict)
    unnamed: str = ""
    denied: str = ""


MEDICINES = Sort(
    "medicine",
    heads.MEDICINES,
    "name",
    ("name", "dose", "how_taken", "route", "reason", "why_stopped", NOTES),
    {"start": UNREAD, "stop": UNREAD},
    ("prescriber",),
    {"status": words.TAKEN, "when_needed": words.WHEN_NEEDED},
    coming=True,
    unnamed=N_("The row does not name its medicine."),
    denied=N_("The row says what is not taken, so it is not a medicine."),
)
APPOINTMENTS = Sort(
    "appointment",
    heads.APPOINTMENTS,
    "purpose",
    ("purpose", "place", NOTES),
    {"when": ""},
    ("provider",),
    {"status": words.ATTENDED},
    coming=True,
)
ALLERGIES = Sort(
    "allergy",
    heads.ALLERGIES,
    "substance",
    ("substance", "reaction", "code", NOTES),
    {"since": NOTES, "last": NOTES, "recorded": NOTES},
    ("recorder",),
    {
        "severity": words.SEVERITY,
        "criticality": words.CRITICALITY,
        "kind_of": words.KIND_OF,
        "certainty": words.ALLERGY_SURE,
        "status": words.ALLERGY_STATUS,
    },
    odd={"severity": "reaction"},
    unnamed=N_("The row does not say what the person reacts to."),
    denied=N_("The row says what the person does not react to, so it is not an allergy."),
)
VACCINATIONS = Sort(
    "vaccination",
    heads.VACCINATIONS,
    "name",
    (
        "name",
        "against",
        "dose_number",
        "lot",
        "site",
        "route",
        "why_not",
        "reaction",
        "code",
        NOTES,
    ),
    {"date": "date_words"},
    ("given_by", "place"),
    {"status": words.GIVEN},
    beside=("maker", "amount", "expires", "next"),
    unnamed=N_("The row does not name its vaccine."),
    denied=N_("The row says what was not given, so it is not a vaccination."),
)
DIAGNOSES = Sort(
    "diagnosis",
    heads.DIAGNOSES,
    "name",
    ("name", "stage", "body_site", "code", NOTES),
    {"date": "began_words", "ended": "ended_words", "recorded": NOTES},
    ("given_by",),
    {"certainty": words.DIAGNOSIS_SURE, "status": words.DIAGNOSIS_STATUS},
    unnamed=N_("The row does not name its diagnosis."),
    denied=N_("The row says what the person does not have, so it is not a diagnosis."),
)
TREATMENTS = Sort(
    "treatment",
    events.TREATMENTS,
    "name",
    (
        "name",
        "body_site",
        "cycles",
        "dose",
        "reason",
        "why_stopped",
        "response",
        "side_effects",
        "implants",
        "code",
        NOTES,
    ),
    {"date": "date_words", "until": NOTES},
    ("given_by", "place"),
    {"type": words.TREATMENT_TYPE, "status": words.TREATED},
    beside=("anaesthetic", "stay"),
    coming=True,
    unnamed=N_("The row does not name its treatment."),
    denied=N_("The row says what was not done, so it is not a treatment."),
)
SYMPTOMS = Sort(
    "symptom",
    events.SYMPTOMS,
    "what",
    ("what", "helps", NOTES),
    {"date": NOTES},
    (),
    {},
    beside=("until", "lasted", "often", "trigger", "place", "doing", "taken"),
    scale={"severity": "severity_words"},
    unnamed=N_("The row does not say what was felt."),
    denied=N_("The row says what was not felt, so it is not a symptom."),
)
