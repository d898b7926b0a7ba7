"""What treatments tell the rest of the program."""

from collections.abc import Callable, Mapping
from typing import Any

from secondop_desktop.features.treatments.model import Treatment
from secondop_desktop.features.treatments.rules import doubt, holds, is_fact
from secondop_desktop.journal.kinds import ASK_ABOUT, DO_ABOUT, MISTAKEN, Field, Kind, Names
from secondop_desktop.journal.unsure import by_choice
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.lang import N_, _, in_short

TYPE = (
    ("operation", N_("Operation")),
    ("procedure", N_("Procedure, such as a stent or an endoscopy")),
    ("course", N_("Course of medicine, such as chemotherapy")),
    ("radiotherapy", N_("Radiotherapy")),
    ("therapy", N_("Therapy, such as physiotherapy")),
    ("implant", N_("Implant, such as a pacemaker")),
    ("other", N_("Something else")),
)
STATUS = (
    ("planned", N_("It is planned")),
    ("going on", N_("It is going on now")),
    ("paused", N_("Paused for now")),
    ("done", N_("It was done")),
    ("stopped early", N_("It was stopped early")),
    ("not done", N_("It was not done after all")),
    ("not known", N_("Not known")),
    MISTAKEN,
)
_OVER = frozenset({"done", "stopped early"})
_BEGUN = _OVER | {"going on", "paused"}
_SHORTLY = 60  # letters of how it turned out
_SHORT = {
    "planned": N_("planned"),
    "not done": N_("not done"),
    "stopped early": N_("stopped early"),
    MISTAKEN[0]: N_("entered by mistake"),
}


def _title(row: Treatment, names: Names) -> str:
    """Name it, without a date when in words; one not done, or not to its end, says so."""
    name = row.name or _("Treatment without a name")
    also = ("" if row.date else row.date_words, _(_SHORT.get(row.status, "")))
    said = ", ".join(part for part in also if part)
    return f"{name} ({said})" if said else name


def _line(row: Treatment, names: Names) -> str:
    """Say when in words, where, how much, by whom, and how it turned out."""
    where = row.body_site if row.body_site.lower() not in row.name.lower() else ""
    until = _("until {date}").format(date=row.until.words()) if row.until else ""
    by = names(row.given_by)
    came = in_short(row.response.replace("\n", " "), _SHORTLY)
    unsure = doubt(row, local_today())
    when = row.date_words if row.date else ""
    said = (when, until, where, row.cycles, row.dose, by, names(row.place), came, unsure)
    return " · ".join(part for part in said if part)


def _fhir() -> Mapping[str, Callable[..., Any]]:
    from secondop_desktop.features.treatments.fhir import FHIR

    return FHIR


KIND = Kind(
    name="treatment",
    model=Treatment,
    label=N_("Treatment"),
    plural=N_("Treatments"),
    add=N_("Add a treatment"),
    icon="treatment",
    fields=(
        Field("name", N_("What was done"), required=True),
        Field("type", N_("What kind of treatment"), choices=TYPE),
        Field("body_site", N_("Where in the body")),
        Field("date", N_("When it was, or began"), past_if=_BEGUN),
        Field("until", N_("When it ended"), past_if=_OVER),
        Field("date_words", N_("When, in words")),
        Field("cycles", N_("How many times, cycles or fractions")),
        Field("dose", N_("Dose, as told")),
        Field("reason", N_("What it was for")),
        Field("given_by", N_("Who did it"), refers="provider"),
        Field("place", N_("Which hospital or clinic"), refers="provider"),
        Field("status", N_("Where it has got to"), choices=STATUS),
        Field("why_stopped", N_("Why it was stopped or not done")),
        Field("response", N_("How it turned out")),
        Field("side_effects", N_("Side effects and complications")),
        Field("implants", N_("What was left in the body")),
        Field("implant_card", N_("Where the implant card is kept")),
        Field("code", N_("Code, if a letter gives one")),
        Field("records", N_("Letters and records about it"), refers="record"),
        Field("notes", N_("Your notes")),
        Field("narrative", N_("What the file says in words")),
    ),
    title=_title,
    line=_line,
    when="date",
    columns=("name", "type", "date", "until", "status"),
    turns=(ASK_ABOUT, DO_ABOUT),
    fhir=_fhir,
    unsure=by_choice("status", "not known", _OVER | {"going on"}),
    withdrawals={"mistake": ("status", MISTAKEN[0])},
    is_fact=is_fact,
    judged_by=("status",),
    holds=holds,
    doubt=doubt,
)
