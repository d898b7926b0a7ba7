"""Rows under the headings of results that are none: sums, and what its own row takes back."""

import re

from secondop_desktop.exchange.tables.layout import Holds
from secondop_desktop.lang import _

_SUMS = re.compile(
    r"(?:total|sum|number|count|printed|page|report|end of|gedruckt|seite)\b.*", re.I
)

_MEANS = re.compile(
    r"(?:(?:overall|weekly|monthly|daily|\d+[- ]day) )?(?:average|mean|median|avg|total|sum|"
    r"min(?:imum)?|max(?:imum)?|highest|lowest|range|sd|"
    r"standard deviation|durchschnitt|mittel(?:wert)?|summe|"
    r"gesamt|cyfartaledd|cyfanswm|moyenne|media)s?\b[^\d]*(?:\([^()]*\)[^\d]*)?",
    re.I,
)
"""What stands before a line that sums up others, where a date would stand."""

_NO_UNIT = re.compile(r"0\d*|[2-9]|[1-9]\d+")
"""Figures that stand where a unit should: behind the comma of a number that was parted by it."""

_VOID = re.compile(
    r"cancel|void|withdrawn|deleted|in error|rejected|invalid|storniert|annulliert|canslo",
    re.IGNORECASE,
)
_FINAL = re.compile(
    r"f|final|complete|completed|authorised|authorized|verified|reported|available|normal|"
    r"endgültig|validiert|terfynol",
    re.IGNORECASE,
)
"""What columns of the status say: that a result does not count, or nothing that is to be told."""


def is_mean(text: str) -> bool:
    """Tell whether this stands before a line that sums up others, where a date would stand."""
    return bool(_MEANS.fullmatch(text))


def is_sum(test: str) -> bool:
    """Tell whether a row that bears this name in place of a test sums up others."""
    return bool(_SUMS.fullmatch(test)) or is_mean(test)


def standing(status: str) -> str:
    """Return how a result stands, if that is more than that it does; raises where it is void."""
    if _VOID.search(status):
        said = _("The row says that the result does not count: “{status}”.")
        raise ValueError(said.format(status=status[:40]))
    return "" if not status or _FINAL.fullmatch(status) else status


def refuse_figures(unit: str) -> None:
    """Raise where figures stand as the unit: what is before them is but a part of a number."""
    if _NO_UNIT.fullmatch(unit):
        said = _(
            "“{text}” is not a unit. A comma in the number may have parted it: put the number in "
            "quotation marks, or write it with a point."
        )
        raise ValueError(said.format(text=unit))


def sum_said(holds: Holds) -> str:
    """Say why a row that sums up others was left out."""
    if holds is Holds.MEASURES:
        return _("The row sums up others, so it is no result of its own.")
    return _("It has no date, unit or range: it reads like a line under a table.")
