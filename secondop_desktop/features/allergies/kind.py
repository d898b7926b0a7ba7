"""What allergies tell the rest of the program."""

from collections.abc import Callable, Mapping
from typing import Any

from secondop_desktop.features.allergies.model import Allergy
from secondop_desktop.features.allergies.rules import doubt, holds, is_fact
from secondop_desktop.journal.kinds import ASK_ABOUT, MISTAKEN, Field, Kind, Names, Turn
from secondop_desktop.journal.unsure import by_choice
from secondop_desktop.lang import N_, _, inside

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
CERTAINTY = (
    ("unconfirmed", N_("Suspected, not confirmed")),
    ("presumed", N_("Assumed, not tested")),
    ("confirmed", N_("Confirmed")),
    ("ruled out", N_("Ruled out")),
    MISTAKEN,
)
CRITICALITY = (
    ("high", N_("It could do serious harm")),
    ("low", N_("It is not likely to do serious harm")),
    ("not known", N_("Nobody could say")),
)
"""http://hl7.org/fhir/R4/valueset-allergy-intolerance-criticality.html"""


_TOLD = ("severity", "criticality", "kind_of", "status", "certainty")


def _title(row: Allergy, names: Names) -> str:
    """Name it; one that is not certain or was ruled out says so wherever it is named."""
    name = row.substance or _("Allergy")
    sure = {"unconfirmed": _("not confirmed"), "ruled out": _("ruled out")}.get(row.certainty, "")
    sure = _("entered by mistake") if row.certainty == MISTAKEN[0] else sure
    return f"{name} ({sure})" if sure else name


def _line(row: Allergy, names: Names) -> str:
    """Say what happens, how bad, what sort of reaction it is, and how sure that is."""
    told = {name: _(KIND.by_name[name].label_of(getattr(row, name))) for name in _TOLD}
    past = told["status"] if row.status != "active" else ""
    sure = told["certainty"] if row.certainty != "confirmed" else ""
    danger = told["criticality"] if row.criticality == "high" else ""
    said = (row.reaction, told["severity"], danger, told["kind_of"], past, sure)
    return " · ".join(part for part in said if part)


def _must_say(row: Allergy) -> tuple[str, ...]:
    """Say what kind of reaction it is, what happens, how bad, and that it is over where it is."""
    said = {name: inside(_(KIND.by_name[name].label_of(getattr(row, name)))) for name in _TOLD}
    kind_of = said["kind_of"] if row.kind_of != "allergy" else ""
    danger = said["criticality"] if row.criticality == "high" else ""
    past = said["status"] if row.status != "active" else ""
    return kind_of, row.reaction.rstrip(". "), said["severity"], danger, past


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
        Field("kind_of", N_("What kind of reaction"), choices=KIND_OF),
        Field("since", N_("Since when"), happened=True),
        Field("status", N_("How it is now"), choices=STATUS),
        Field("certainty", N_("How sure it is"), choices=CERTAINTY),
        Field("criticality", N_("How serious the next time could be"), choices=CRITICALITY),
        Field("route", N_("How it got into your body, such as by mouth")),
        Field("last", N_("When it last happened"), happened=True),
        Field("recorder", N_("Who wrote it down"), refers="provider"),
        Field("recorded", N_("When it was written down"), happened=True),
        Field("code", N_("Code, if a letter gives one")),
        Field("notes", N_("Your notes")),
        Field("narrative", N_("What the file says in words")),
    ),
    title=_title,
    line=_line,
    when="since",
    columns=("substance", "reaction", "severity", "certainty", "since"),
    turns=(
        ASK_ABOUT,
        Turn(
            "medicine",
            N_("Turn into a medicine"),
            "name",
            {"substance": "name", "notes": "notes"},
            rest="notes",
        ),
    ),
    fhir=_fhir,
    unsure=by_choice("certainty", "unconfirmed", {"confirmed"}),
    withdrawals={"mistake": ("certainty", MISTAKEN[0]), "refuted": ("certainty", "ruled out")},
    is_fact=is_fact,
    judged_by=("certainty",),
    holds=holds,
    doubt=doubt,
    must_say=_must_say,
    said_none="no_known_allergies",
)
