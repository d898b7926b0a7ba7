"""The screens of the window, in the order of the sidebar; one line each."""

from typing import NamedTuple

from secondop_desktop.lang import N_, _


class Place(NamedTuple):
    """One screen: its key (a kind's name for that kind's page), words, icon and group.

    ``entry`` are its words in the sidebar where they are others. ``under`` is the screen whose
    entry in the sidebar stands for this one too; their top rows lead to each other.
    """

    key: str
    label: str
    icon: str
    group: str = ""
    entry: str = ""
    under: str = ""


HEALTH = N_("Health")
CASE = N_("The second opinion")
JOURNAL = N_("This journal")

PLACES = (
    Place("home", N_("Home"), "home"),
    Place("timeline", N_("Timeline"), "timeline"),
    Place("case", N_("My question"), "case", CASE),
    Place("appointment", N_("Appointments"), "appointment", CASE),
    Place("question", N_("Questions to ask"), "question", CASE, N_("Questions")),
    Place("opinion", N_("Opinions side by side"), "compare", CASE, N_("Opinions")),
    Place("decision", N_("Decision"), "decision", CASE, N_("Options, decision")),
    Place("option", N_("Options"), "option", CASE, under="decision"),
    Place("letter", N_("Letters"), "letter", CASE),
    Place("told", N_("Who was told"), "told", CASE, under="letter"),
    Place("task", N_("To do"), "task", CASE, N_("To do and costs")),
    Place("cost", N_("Costs"), "cost", CASE, under="task"),
    Place("diagnosis", N_("Diagnoses"), "diagnosis", HEALTH, N_("Diagnoses, family")),
    Place("relative", N_("Family history"), "relative", HEALTH, under="diagnosis"),
    Place("symptom", N_("Symptoms"), "symptom", HEALTH),
    Place("medicine", N_("Medicines"), "medicine", HEALTH, N_("Medicines, allergies")),
    Place("allergy", N_("Allergies"), "allergy", HEALTH, under="medicine"),
    Place("treatment", N_("Treatments"), "treatment", HEALTH),
    Place("vaccination", N_("Vaccinations"), "vaccination", HEALTH, under="treatment"),
    Place("result", N_("Test results"), "result", HEALTH),
    Place("record", N_("Records"), "record", HEALTH),
    Place("provider", N_("Doctors and places"), "provider", HEALTH, N_("People and places")),
    Place("person", N_("People"), "person", HEALTH, under="provider"),
    Place("pdf", N_("Make a PDF"), "pdf", JOURNAL),
    Place("pack", N_("Pack and sheets"), "export", JOURNAL, under="pdf"),
    Place("share", N_("Save or share"), "export", JOURNAL, under="pdf"),
    Place("import", N_("Bring in files"), "import", JOURNAL),
    Place("copies", N_("Safe copies"), "safe-copy", JOURNAL),
    Place("bin", N_("Bin"), "bin", JOURNAL),
)
"""All screens that the window leads to."""

LISTED = tuple(place for place in PLACES if not place.under and place.group != JOURNAL)
"""Those with an entry of their own in the sidebar."""

TOOLS = tuple(place for place in PLACES if place.group == JOURNAL and place.key != "pdf")
"""Those that the menu and ⋯ lead to."""


def entry_of(key: str) -> str:
    """Return the key of the sidebar's entry that stands for a screen."""
    return next((place.under or key for place in PLACES if place.key == key), key)


def short_name(title: str) -> str:
    """Return the words of the sidebar for a screen with this title, if they are fewer."""
    shorter = (_(p.entry) for p in LISTED if p.entry and _(p.label) == title)
    return min(next(shorter, title), title, key=len)


def beside(key: str) -> list[tuple[str, str]]:
    """Return the other screens (key, untranslated words) behind the same entry."""
    shared = entry_of(key)
    return [
        (place.key, place.label)
        for place in PLACES
        if entry_of(place.key) == shared and place.key != key
    ]
