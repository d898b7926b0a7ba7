"""What symptom notes tell the rest of the program."""

from secondop_desktop.features.symptoms.model import Symptom
from secondop_desktop.features.symptoms.rules import severity_in_scale, severity_text
from secondop_desktop.journal.kinds import ASK_ABOUT, Field, Kind, Names, Turn
from secondop_desktop.lang import N_, _


def _title(row: Symptom, names: Names) -> str:
    return row.what or _("Symptom note")


def _line(row: Symptom, names: Names) -> str:
    return severity_text(row)


KIND = Kind(
    name="symptom",
    model=Symptom,
    label=N_("Symptom note"),
    plural=N_("Symptom notes"),
    add=N_("Add a symptom"),
    icon="symptom",
    fields=(
        Field("what", N_("What you felt"), required=True),
        Field("date", N_("When"), happened=True),
        Field("severity", N_("How bad, from 0 to 10")),
        Field("severity_words", N_("How bad, in your own words")),
        Field("helps", N_("What helps")),
        Field("notes", N_("Your notes")),
    ),
    title=_title,
    line=_line,
    when="date",
    columns=("date", "what", "severity", "severity_words"),
    rules=(severity_in_scale,),
    turns=(
        ASK_ABOUT,
        Turn(
            "diagnosis",
            N_("Turn into a diagnosis"),
            "name",
            {"what": "name", "date": "date", "notes": "notes"},
            rest="notes",
        ),
    ),
)
