"""What diagnoses tell the rest of the program."""

from collections.abc import Callable, Mapping
from typing import Any

from secondop_desktop.features.diagnoses.model import Diagnosis
from secondop_desktop.features.diagnoses.rules import doubt, holds, is_fact
from secondop_desktop.journal.kinds import ASK_ABOUT, MISTAKEN, Field, Kind, Names, Turn
from secondop_desktop.journal.unsure import by_choice
from secondop_desktop.lang import N_, _

CERTAINTY = (
    ("suspected", N_("Suspected")),
    ("unconfirmed", N_("Not confirmed")),
    ("differential", N_("One of several that it could be")),
    ("provisional", N_("Working diagnosis, not certain yet")),
    ("confirmed", N_("Confirmed")),
    ("ruled out", N_("Ruled out")),
    MISTAKEN,
)
STATUS = (
    ("active", N_("I have it now")),
    ("recurring", N_("It has come back")),
    ("remission", N_("In remission")),
    ("inactive", N_("Not active now")),
    ("on hold", N_("On hold")),
    ("resolved", N_("I no longer have it")),
)

_DOUBTS = {
    "unconfirmed": N_("not confirmed"),
    "differential": N_("one of several that it could be"),
    "ruled out": N_("ruled out"),
    MISTAKEN[0]: N_("entered by mistake"),
}


def _title(row: Diagnosis, names: Names) -> str:
    """Name it; one that is not certain or was ruled out says so wherever it is named."""
    name = row.name or _("Diagnosis without a name")
    doubt = _(_DOUBTS.get(row.certainty, ""))
    return f"{name} ({doubt})" if doubt else name


def _line(row: Diagnosis, names: Names) -> str:
    """Say how sure and who told it, how it is now if not as ever, and when it began."""
    sure = _(KIND.by_name["certainty"].label_of(row.certainty))
    now = _(KIND.by_name["status"].label_of(row.status)) if row.status != "active" else ""
    name = names(row.given_by)
    by = _("told by {name}").format(name=name) if name else ""
    return " · ".join(part for part in (sure, row.stage, now, row.began_words, by) if part)


def _fhir() -> Mapping[str, Callable[..., Any]]:
    from secondop_desktop.features.diagnoses.fhir import FHIR

    return FHIR


KIND = Kind(
    name="diagnosis",
    model=Diagnosis,
    label=N_("Diagnosis"),
    plural=N_("Diagnoses"),
    add=N_("Add a diagnosis"),
    icon="diagnosis",
    fields=(
        Field("name", N_("What it is called"), required=True),
        Field("given_by", N_("Who told you"), refers="provider"),
        Field("date", N_("When you were told"), happened=True),
        Field("began_words", N_("When it began, in words")),
        Field("recorded", N_("When it was written down"), happened=True),
        Field("certainty", N_("How sure they were"), choices=CERTAINTY),
        Field("status", N_("How it is now"), choices=STATUS),
        Field("stage", N_("Stage or how serious")),
        Field("body_site", N_("Part of the body")),
        Field("version_of", N_("Another view of this diagnosis"), refers="diagnosis"),
        Field("ended", N_("When it ended"), happened=True),
        Field("ended_words", N_("When it ended, in words")),
        Field("code", N_("Code, if a letter gives one")),
        Field("records", N_("Letters and records about it"), refers="record"),
        Field("notes", N_("Your notes")),
        Field("narrative", N_("What the file says in words")),
    ),
    title=_title,
    line=_line,
    when="date",
    columns=("name", "date", "certainty", "status", "given_by"),
    turns=(
        ASK_ABOUT,
        Turn(
            "symptom",
            N_("Turn into a symptom note"),
            "what",
            {"name": "what", "date": "date", "notes": "notes"},
            rest="notes",
        ),
        Turn(
            "treatment",
            N_("Turn into a treatment"),
            "name",
            {
                **{"name": "name", "date": "date", "body_site": "body_site"},
                **{"code": "code", "records": "records", "notes": "notes"},
            },
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
)
