"""What benefits and risks may hold, and how likely each is, as told."""

from typing import Any

from secondop_desktop.lang import N_, _, ngettext

MATTERS_ENDS = (N_("it does not matter to you"), N_("it matters most to you"))
"""What 0 and 5 stand for."""
MATTERS_SHORT = (N_("not at all"), N_("the most"))
"""The same where there is little room."""


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


def told_words(row: Any) -> str:
    """Say the figure exactly as told, also where half of it is missing or it cannot be."""
    if row.x is not None and row.n is not None:
        return _("{x} in {n} people").format(x=f"{row.x:,}", n=f"{row.n:,}")
    if row.x is not None:
        text = ngettext(
            "{x} person, not known out of how many", "{x} people, not known out of how many", row.x
        )
        return text.format(x=f"{row.x:,}")
    if row.n is not None:
        return _("not known how many out of {n} people").format(n=f"{row.n:,}")
    return ""


def chance_words(row: Any) -> str:
    """Say the chance as told: the words, then "3 in 100 people", then the time."""
    return ", ".join(part for part in (row.chance, told_words(row), row.period) if part)
