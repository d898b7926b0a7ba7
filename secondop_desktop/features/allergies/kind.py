"""What allergies tell the rest of the program."""

from collections.abc import Callable, Mapping
from typing import Any

from secondop_desktop.features.allergies.model import Allergy
from secondop_desktop.journal.kinds import Field, Kind, Names
from secondop_desktop.lang import N_, _

SEVERITY = (
    ("mild", N_("Mild")),
    ("moderate", N_("Moderate")),
    ("severe", N_("Severe")),
    ("unknown", N_("Not known")),
)
KIND_OF = (
    ("allergy", N_("Allergy")),
    ("intolerance", N_("Does not agree with me (intolerance)")),
    ("side effect", N_("Side effect")),
)
STATUS = (
    ("active", N_("I still have it")),
    ("past", N_("I had it in the past")),
    ("doubtful", N_("Not sure that it is one")),
)


def _title(row: Allergy, names: Names) -> str:
    return row.substance or _("Allergy")


def _line(row: Allergy, names: Names) -> str:
    """Say what happens, how bad, and what sort of reaction it is."""
    said = [_(KIND.by_name[name].label_of(getattr(row, name))) for name in ("severity", "kind_of")]
    past = _(KIND.by_name["status"].label_of(row.status)) if row.status != "active" else ""
    return " · ".join(part for part in (row.reaction, *said, past) if part)


def _fhir() -> Mapping[str, Callable[..., Any]]:
    from secondop_desktop.features.allergies.fhir import FHIR

    return FHIR


KIND = Kind(
    name="allergy",
    model=Allergy,
    label=N_("Allergy"),
    plural=N_("Allergies"),
    add=N_("Add an allergy"),
    icon="allergy",
    fields=(
        Field("substance", N_("What you react to"), required=True),
        Field("reaction", N_("What happens")),
        Field("severity", N_("How bad it was"), choices=SEVERITY),
        Field("kind_of", N_("What sort of reaction"), choices=KIND_OF),
        Field("since", N_("Since when")),
        Field("status", N_("How it is now"), choices=STATUS),
        Field("code", N_("Code, if a letter gives one")),
        Field("notes", N_("Your notes")),
    ),
    title=_title,
    line=_line,
    when="since",
    columns=("substance", "reaction", "severity", "since"),
    fhir=_fhir,
)
