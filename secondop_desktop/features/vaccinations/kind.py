"""What vaccinations tell the rest of the program."""

from collections.abc import Callable, Mapping
from typing import Any

from secondop_desktop.features.vaccinations.model import Vaccination
from secondop_desktop.features.vaccinations.rules import dose_words, is_fact, unsure, was_given
from secondop_desktop.journal.kinds import ASK_ABOUT, DO_ABOUT, MISTAKEN, Field, Kind, Names
from secondop_desktop.lang import N_, _

STATUS = (
    ("given", N_("It was given")),
    ("not given", N_("It was not given")),
    ("planned", N_("It is planned")),
    MISTAKEN,
)
_SHORT = {
    "not given": N_("not given"),
    "planned": N_("planned"),
    MISTAKEN[0]: N_("entered by mistake"),
}


def _title(row: Vaccination, names: Names) -> str:
    """Name it, without a date when in words; one that was not given says so."""
    name = row.name or row.against or _("Vaccination without a name")
    also = ("" if row.date else row.date_words, _(_SHORT.get(row.status, "")))
    said = ", ".join(part for part in also if part)
    return f"{name} ({said})" if said else name


def _line(row: Vaccination, names: Names) -> str:
    """Say what it is against, which dose, when in words, the batch, and where it was given."""
    against = _("against {illness}").format(illness=row.against) if row.against else ""
    against = against if row.against.lower() not in row.name.lower() else ""
    dose = dose_words(row)
    lot = _("batch {number}").format(number=row.lot) if row.lot else ""
    where = names(row.place)
    when = row.date_words if row.date else ""
    said = (when, against, dose, row.site, lot, where, row.why_not)
    return " · ".join(part for part in said if part)


def _fhir() -> Mapping[str, Callable[..., Any]]:
    from secondop_desktop.features.vaccinations.fhir import FHIR

    return FHIR


KIND = Kind(
    name="vaccination",
    model=Vaccination,
    label=N_("Vaccination"),
    plural=N_("Vaccinations"),
    add=N_("Add a vaccination"),
    icon="vaccination",
    fields=(
        Field("name", N_("Which vaccine"), required=True),
        Field("against", N_("What it protects against")),
        Field("date", N_("When it was given"), past_if=frozenset({"given"})),
        Field("date_words", N_("When, in words")),
        Field("dose_number", N_("Which dose, such as 2 or booster")),
        Field("lot", N_("Batch number")),
        Field("site", N_("Where on the body")),
        Field("route", N_("How it was given")),
        Field("given_by", N_("Who gave it"), refers="provider"),
        Field("place", N_("Where it was given"), refers="provider"),
        Field("status", N_("Was it given"), choices=STATUS),
        Field("why_not", N_("Why it was not given")),
        Field("reaction", N_("How it went afterwards")),
        Field("code", N_("Code, if a letter gives one")),
        Field("records", N_("Letters and records about it"), refers="record"),
        Field("notes", N_("Your notes")),
        Field("narrative", N_("What the file says in words")),
    ),
    title=_title,
    line=_line,
    when="date",
    columns=("name", "date", "dose_number", "lot", "place"),
    turns=(ASK_ABOUT, DO_ABOUT),
    fhir=_fhir,
    unsure=unsure,
    withdrawals={"mistake": ("status", MISTAKEN[0])},
    is_fact=is_fact,
    judged_by=("status",),
    holds=was_given,
)
