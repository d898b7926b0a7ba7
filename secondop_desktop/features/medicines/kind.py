"""What medicines tell the rest of the program."""

from collections.abc import Callable, Mapping
from typing import Any

from secondop_desktop.features.medicines.model import Medicine
from secondop_desktop.journal.kinds import Field, Kind, Names
from secondop_desktop.lang import N_, _

STATUS = (
    ("taking", N_("I take it now")),
    ("as needed", N_("I take it when I need it")),
    ("planned", N_("Planned, not started yet")),
    ("stopped", N_("I no longer take it")),
)


def _title(row: Medicine, names: Names) -> str:
    return row.name or _("Medicine without a name")


def _line(row: Medicine, names: Names) -> str:
    """Say the dose as written, what it is for, and whether it is taken now."""
    reason = _("for {reason}").format(reason=row.reason) if row.reason else ""
    status = _(KIND.by_name["status"].label_of(row.status))
    return " · ".join(part for part in (row.dose, row.how_taken, reason, status) if part)


def _fhir() -> Mapping[str, Callable[..., Any]]:
    from secondop_desktop.features.medicines.fhir import FHIR

    return FHIR


KIND = Kind(
    name="medicine",
    model=Medicine,
    label=N_("Medicine"),
    plural=N_("Medicines"),
    add=N_("Add a medicine"),
    icon="medicine",
    fields=(
        Field("name", N_("Name of the medicine"), required=True),
        Field("dose", N_("Dose, as written on the box")),
        Field("how_taken", N_("How and when you take it")),
        Field("route", N_("By which way, such as by mouth")),
        Field("reason", N_("What it is for")),
        Field("prescriber", N_("Who prescribed it"), refers="provider"),
        Field("start", N_("When you started")),
        Field("stop", N_("When you stopped")),
        Field("why_stopped", N_("Why you stopped")),
        Field("status", N_("Do you take it now"), choices=STATUS),
        Field("code", N_("Code, if a letter gives one")),
        Field("records", N_("Letters and records about it"), refers="record"),
        Field("notes", N_("Your notes")),
    ),
    title=_title,
    line=_line,
    when="start",
    columns=("name", "dose", "how_taken", "reason", "status"),
    fhir=_fhir,
)
