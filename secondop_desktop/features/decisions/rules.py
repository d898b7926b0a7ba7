"""What options, outcomes and readiness may hold, and how they are said."""

from typing import Any

from secondop_desktop.lang import N_, _

STANCES = (
    ("recommended", N_("They suggest it")),
    ("possible", N_("They say it is possible")),
    ("advised against", N_("They advise against it")),
    ("not discussed", N_("Not discussed")),
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
        return _("{x} in {n} people cannot be: the first number must not be the larger.").format(
            x=row.x, n=row.n
        )
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
