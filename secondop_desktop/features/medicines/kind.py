"""What medicines tell the rest of the program."""

from collections.abc import Callable, Mapping
from typing import Any

from secondop_desktop.features.medicines.model import Medicine
from secondop_desktop.features.medicines.rules import TAKEN, doubt, in_use, is_fact, must_say
from secondop_desktop.journal.kinds import ASK_ABOUT, DO_ABOUT, MISTAKEN, Field, Kind, Names, Turn
from secondop_desktop.journal.unsure import by_choice
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.lang import N_, _

STATUS = (
    ("taking", N_("I take it now")),
    ("as needed", N_("I take it when I need it")),
    ("planned", N_("Planned, not started yet")),
    ("on hold", N_("Paused for now")),
    ("stopped", N_("I no longer take it")),
    ("not taken", N_("Prescribed, but I do not take it")),
    ("not issued", N_("Withdrawn before I got it")),
    ("avoid", N_("I must not take it")),
    ("not known", N_("Not known")),
    MISTAKEN,
)
_OVER = frozenset({"stopped"})

_NEVER = {
    "not taken": N_("not taken"),
    "not issued": N_("withdrawn"),
    "avoid": N_("must not be taken"),
    MISTAKEN[0]: N_("entered by mistake"),
}


def _title(row: Medicine, names: Names) -> str:
    """Name it; one that was never taken says so wherever it is named."""
    name = row.name or _("Medicine without a name")
    never = _(_NEVER.get(row.status, ""))
    return f"{name} ({never})" if never else name


def _line(row: Medicine, names: Names) -> str:
    """Say the dose as written, which way, what it is for, and whether it is taken now."""
    most = _("at most {amount}").format(amount=row.maximum) if row.maximum else ""
    reason = _("for {reason}").format(reason=row.reason) if row.reason else ""
    status = doubt(row, local_today()) or _(KIND.by_name["status"].label_of(row.status))
    said = (row.dose, row.how_taken, row.route, most, reason, status)
    return " · ".join(part for part in said if part)


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
        Field("route", N_("How it is given, such as by mouth")),
        Field("maximum", N_("The most you may take, such as 8 in 24 hours")),
        Field("reason", N_("What it is for")),
        Field("prescriber", N_("Who prescribed it"), refers="provider"),
        Field("start", N_("When you started"), past_if=_OVER),
        Field("stop", N_("When you stopped"), past_if=_OVER),
        Field("why_stopped", N_("Why you stopped")),
        Field("status", N_("Do you take it now"), choices=STATUS),
        Field("code", N_("Code, if a letter gives one")),
        Field("records", N_("Letters and records about it"), refers="record"),
        Field("notes", N_("Your notes")),
        Field("narrative", N_("What the file says in words")),
    ),
    title=_title,
    line=_line,
    when="start",
    columns=("name", "dose", "how_taken", "reason", "status"),
    turns=(
        ASK_ABOUT,
        DO_ABOUT,
        Turn(
            "allergy",
            N_("Turn into an allergy"),
            "substance",
            {"name": "substance", "notes": "notes"},
            rest="notes",
        ),
        Turn(
            "treatment",
            N_("Turn into a treatment"),
            "name",
            {
                **{"name": "name", "dose": "dose", "reason": "reason", "prescriber": "given_by"},
                **{"start": "date", "stop": "until", "why_stopped": "why_stopped"},
                **{"code": "code", "records": "records", "notes": "notes"},
            },
            rest="notes",
        ),
        Turn(
            "vaccination",
            N_("Turn into a vaccination"),
            "name",
            {"name": "name", "start": "date", "records": "records", "notes": "notes"},
            rest="notes",
        ),
    ),
    fhir=_fhir,
    unsure=by_choice("status", "not known", TAKEN),
    withdrawals={"mistake": ("status", MISTAKEN[0]), "cancelled": ("status", "not issued")},
    is_fact=is_fact,
    judged_by=("status",),
    holds=in_use,
    doubt=doubt,
    must_say=must_say,
    said_none="takes_no_medicines",
)
