"""The screens of the window, in the order of the sidebar; one line each."""

from dataclasses import dataclass

from secondop_desktop.lang import N_


@dataclass(frozen=True)
class Place:
    """One screen: its key (a kind's name for that kind's page), words, icon and group."""

    key: str
    label: str
    icon: str
    group: str = ""


RECORDS = N_("What happened")
CASE = N_("The second opinion")
JOURNAL = N_("This journal")

PLACES = (
    Place("home", N_("Home"), "home"),
    Place("timeline", N_("Timeline"), "timeline"),
    Place("case", N_("My question"), "case", CASE),
    Place("appointment", N_("Appointments"), "appointment", CASE),
    Place("question", N_("Questions to ask"), "question", CASE),
    Place("opinion", N_("Opinions side by side"), "compare", CASE),
    Place("option", N_("Options"), "option", CASE),
    Place("decision", N_("Decision"), "decision", CASE),
    Place("told", N_("Who was told"), "told", CASE),
    Place("letter", N_("Letters"), "letter", CASE),
    Place("task", N_("To do"), "task", CASE),
    Place("cost", N_("Costs"), "cost", CASE),
    Place("diagnosis", N_("Diagnoses"), "diagnosis", RECORDS),
    Place("symptom", N_("Symptoms"), "symptom", RECORDS),
    Place("medicine", N_("Medicines"), "medicine", RECORDS),
    Place("allergy", N_("Allergies"), "allergy", RECORDS),
    Place("record", N_("Records"), "record", RECORDS),
    Place("result", N_("Test results"), "result", RECORDS),
    Place("person", N_("People"), "person", JOURNAL),
    Place("provider", N_("Doctors and places"), "provider", JOURNAL),
    Place("pdf", N_("Make a PDF"), "pdf", JOURNAL),
    Place("import", N_("Bring in files"), "import", JOURNAL),
    Place("copies", N_("Safe copies"), "safe-copy", JOURNAL),
    Place("bin", N_("Bin"), "bin", JOURNAL),
)
"""All screens that the sidebar leads to."""
