"""What options, benefits and risks may hold, and the four checks before deciding."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from secondop_desktop.lang import N_, _

STANCES = (
    ("recommended", N_("They suggest it")),
    ("possible", N_("They say it is possible")),
    ("advised against", N_("They advise against it")),
    ("not discussed", N_("Not discussed")),
)
WAITING_NAME = N_("Wait, or do nothing for now")
"""The name of the option that every case has."""
MATTERS_ENDS = (N_("0 means it does not matter to you"), N_("5 means it matters most to you"))


@dataclass(frozen=True)
class Check:
    """One yes/no check: its field, its statement, and what to do after a "no"."""

    field: str
    label: str
    to_do: str


CHECKS = (
    Check(
        "sure",
        N_("I feel sure what is right for me"),
        N_("Write down what you like and what you do not like about each option."),
    ),
    Check(
        "know_options",
        N_("I know what I can choose from"),
        N_("Ask a doctor to go through each option with you, waiting too."),
    ),
    Check(
        "clear_values",
        N_("I know what matters most to me"),
        N_("Go through the benefits and risks and say how much each matters to you."),
    ),
    Check(
        "support",
        N_("I have enough help to decide"),
        N_("Think of someone to talk it over with: family, a friend, a nurse or a group."),
    ),
)


def stances_known(row: Any) -> str:
    """Say what is wrong when a stance is not one of the four words."""
    words = dict(STANCES)
    if all(stance in words or not stance for stance in row.stances.values()):
        return ""
    return _("Each view of this option must be one of: {words}.").format(words=", ".join(words))


def chance_fits(row: Any) -> str:
    """Say what is wrong when "x in n" cannot be counted in people."""
    if row.x is not None and row.x < 0:
        return _("The number of people it happens to must be 0 or more.")
    if row.n is not None and row.n < 1:
        return _("The number of people it is counted in must be 1 or more.")
    if row.x is not None and row.n is not None and row.x > row.n:
        text = _("{x} in {n} people cannot be: the first number must not be the larger one.")
        return text.format(x=row.x, n=row.n)
    return ""


def matters_in_scale(row: Any) -> str:
    """Say what is wrong when "how much it matters" is not within 0 to 5."""
    if row.matters is None or 0 <= row.matters <= 5:
        return ""
    return _("How much it matters to you must be a number from 0 to 5.")


def page_numbered(row: Any) -> str:
    """Say what is wrong when the page is less than 1."""
    return "" if row.page is None or row.page >= 1 else _("The page must be 1 or more.")


def chance_words(row: Any) -> str:
    """Say the chance as told: the words, then "3 in 100 people", then the time."""
    known = row.x is not None and row.n is not None
    people = _("{x} in {n} people").format(x=row.x, n=row.n) if known else ""
    return ", ".join(part for part in (row.chance, people, row.period) if part)


def lacks_waiting(options: Iterable[Any]) -> bool:
    """Tell whether no option yet is waiting or doing nothing, as every case has one."""
    return not any(option.waiting for option in options)


def in_order(options: Iterable[Any]) -> tuple[Any, ...]:
    """Return options in the user's own order; those without a rank follow as they came."""
    return tuple(sorted(options, key=lambda row: (row.rank is None, row.rank or 0)))


def answered_no(row: Any) -> tuple[Check, ...]:
    """Return the checks answered with "no"; one not answered is not a "no"."""
    return tuple(check for check in CHECKS if getattr(row, check.field) is False)
