"""Which medicines are taken now: one rule for every screen, letter and sheet of paper."""

from collections.abc import Mapping
from datetime import date
from enum import IntEnum
from typing import Any

from secondop_desktop.journal.kinds import MISTAKEN
from secondop_desktop.lang import N_, _

TAKEN = frozenset({"taking", "as needed"})
AVOID = "avoid"
NEVER = frozenset({"not issued", "not taken", AVOID})
"""Prescribed, perhaps, and never taken."""

_MARKED: Mapping[str, str] = {
    "taking": N_("marked as taken"),
    "as needed": N_("marked as taken when needed"),
    "planned": N_("marked as planned"),
    "stopped": N_("marked as stopped"),
}
_OPEN: Mapping[str, str] = {
    "on hold": N_("on hold"),
    "not known": N_("not known whether it is taken"),
}


class Part(IntEnum):
    """The parts of a list of medicines, in their order."""

    NOW = 0
    DOUBTED = 1
    NOT_TAKEN = 2
    STOPPED = 3


HEADINGS: Mapping[Part, str] = {
    Part.NOW: N_("Taking now"),
    Part.DOUBTED: N_("Not certain"),
    Part.NOT_TAKEN: N_("Planned, or never taken"),
    Part.STOPPED: N_("Stopped"),
}


def part(row: Any, today: date) -> Part:
    """Return in which part of a list a medicine stands."""
    if in_use(row, today):
        return Part.NOW
    if doubt(row, today):
        return Part.DOUBTED
    never = row.status in NEVER or row.status in {"planned", MISTAKEN[0]}
    return Part.NOT_TAKEN if never or _is_to_come(row, today) else Part.STOPPED


def is_fact(row: Any) -> bool:
    """Tell whether it was ever prescribed or taken: one entered by mistake was not."""
    return bool(row.status != MISTAKEN[0])


def in_use(row: Any, today: date) -> bool:
    """Tell whether a medicine is taken now: its dates say so, and its status does not deny it.

    A stop in the past ends it whatever its status says. Only one that has certainly passed
    does: "2026" may still be to come in June 2026. Without a status a stop today ends it too.
    """
    if _is_to_come(row, today) or _is_past(row, today):
        return False
    if row.status:
        return row.status in TAKEN
    return row.stop is None or bool(row.stop.last_day > today)


def doubt(row: Any, today: date) -> str:
    """Say why it is not certain: put on hold, not known, or its status and dates disagree.

    Then both are said: "marked as taken; stop date 14 September 2018".
    """
    if row.status in _OPEN:
        return _(_OPEN[row.status])
    found = _against(row, today) if row.status in _MARKED else ""
    return "; ".join((marked(row), found)) if found else ""


def marked(row: Any) -> str:
    """Say what its status marks it as, such as "marked as taken"; nothing of others."""
    return _(_MARKED.get(row.status, ""))


def _against(row: Any, today: date) -> str:
    """Say the date that speaks against the status."""
    taken = row.status in TAKEN
    later = row.stop is not None and row.stop.first_day > today
    if (taken and _is_past(row, today)) or (row.status == "stopped" and later):
        return _("stop date {date}").format(date=row.stop.words())
    begun = row.start is not None and row.start.last_day < today
    if (taken and _is_to_come(row, today)) or (row.status == "planned" and begun):
        return _("start date {date}").format(date=row.start.words())
    return ""


def _is_past(row: Any, today: date) -> bool:
    return row.stop is not None and bool(row.stop.last_day < today)


def _is_to_come(row: Any, today: date) -> bool:
    return row.start is not None and bool(row.start.first_day > today)


def taken(row: Any) -> tuple[str, ...]:
    """Say how it is taken, whether only when needed, how much at most and which way: all of it."""
    needed = _("when needed") if row.status == "as needed" and not _says_when(row) else ""
    most = _("at most {amount}").format(amount=row.maximum) if row.maximum else ""
    return row.how_taken, needed, most, row.route


def _says_when(row: Any) -> bool:
    """Tell whether how it is taken says already that it is not taken always."""
    how = row.how_taken.casefold()
    return _("when") in how or _("need") in how


def must_say(row: Any) -> tuple[str, ...]:
    """Return its dose, and how it is taken."""
    return row.dose, *taken(row)


def avoided(row: Any) -> bool:
    """Tell whether it must not be taken, which doctors must know as they must an allergy."""
    return bool(row.status == AVOID)
