"""What test results tell the rest of the program."""

from collections.abc import Callable, Mapping
from typing import Any

from secondop_desktop.features.results.model import Result
from secondop_desktop.features.results.rules.held import is_unfinished, page_numbered
from secondop_desktop.features.results.rules.parts import parted_values, unsure
from secondop_desktop.features.results.rules.taken_back import is_fact
from secondop_desktop.journal.kinds import ASK_ABOUT, MISTAKEN, Field, Kind, Names
from secondop_desktop.lang import N_, _

STATE = (
    ("preliminary", N_("Not final yet")),
    ("final", N_("Final")),
    ("amended", N_("Changed after it was sent")),
    ("corrected", N_("Corrected by the lab")),
    ("not known", N_("Not known")),
    ("cancelled", N_("The test was cancelled")),
    MISTAKEN,
)
"""http://hl7.org/fhir/R4/valueset-observation-status.html"""

_TAKEN_BACK = {MISTAKEN[0]: N_("entered by mistake"), "cancelled": N_("cancelled")}


def _title(row: Result, names: Names) -> str:
    """Say the test and what was printed, such as "Ferritin 12 µg/L"."""
    if not row.test:
        return _("Test result")
    printed = (row.test, str(row.value or ""), row.unit if row.value else "")
    said = " ".join(part for part in printed if part)
    back = _(_TAKEN_BACK.get(row.state, ""))
    return f"{said} ({back})" if back else said


def _line(row: Result, names: Names) -> str:
    """Say the printed ranges, whether it is final, the specimen and the lab."""
    state = row.state if row.state != "final" else ""
    word = _(KIND.by_name["state"].label_of(state))
    usual = _("printed range {range}").format(range=row.range) if row.range else ""
    return " · ".join(
        part for part in (word, usual, row.other_ranges, row.specimen, row.lab) if part
    )


def _fhir() -> Mapping[str, Callable[..., Any]]:
    from secondop_desktop.features.results.fhir import FHIR

    return FHIR


KIND = Kind(
    name="result",
    model=Result,
    label=N_("Test result"),
    plural=N_("Test results"),
    add=N_("Add a test result"),
    icon="result",
    fields=(
        Field("test", N_("Name of the test"), required=True),
        Field("value", N_("Result, as printed")),
        Field("state", N_("Is it final"), choices=STATE),
        Field("unit", N_("Unit, as printed")),
        Field("range", N_("Range, as printed")),
        Field("other_ranges", N_("Other ranges printed, each with what it is for")),
        Field("flag", N_("Mark printed beside it")),
        Field("star", N_("For a doctor to see first")),
        Field("date", N_("Date of the test"), happened=True),
        Field("specimen", N_("What was tested, such as blood")),
        Field("lab", N_("Which lab, or who did it")),
        Field("panel", N_("Group of tests it was printed under")),
        Field("code", N_("Code of the test, if known")),
        Field("unit_code", N_("Code of the unit (UCUM), if known")),
        Field("record", N_("Record it comes from"), refers="record"),
        Field("page", N_("Page of that record")),
        Field(
            "place",
            N_("Frame on that page, in ten-thousandths of it"),
            only_with=("record", "page"),
        ),
        Field("notes", N_("Your notes")),
        Field("narrative", N_("What the file says in words")),
    ),
    title=_title,
    line=_line,
    when="date",
    columns=("test", "value", "unit", "range", "date"),
    rules=(page_numbered,),
    turns=(ASK_ABOUT,),
    fhir=_fhir,
    unsure=unsure,
    withdrawals={"mistake": ("state", MISTAKEN[0]), "cancelled": ("state", "cancelled")},
    is_fact=is_fact,
    judged_by=("state", "value", "flag", "notes", "narrative"),
    parted=parted_values,
    is_unfinished=is_unfinished,
)
