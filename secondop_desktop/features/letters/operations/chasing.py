"""What a letter says that asks again: for a referral, or for records that were due."""

from datetime import date
from typing import Any

from secondop_desktop.features.letters.operations.letter_sources import Shelf, when
from secondop_desktop.features.letters.rules import Fact
from secondop_desktop.lang import _


def is_referral_open(shelf: Shelf) -> bool:
    """Tell whether a referral was asked for and nobody has answered yet."""
    case = shelf.case()
    return bool(
        case and case.referral_asked and not (case.referral_accepted or case.referral_declined)
    )


def open_records(shelf: Shelf, holder: str | None = None) -> list[Any]:
    """Return the records that were asked for and did not come, of one holder or of all."""
    rows = [row for row in shelf.of("record") if row.asked and not row.received]
    open_ones = [row for row in rows if row.state in {"wanted", "asked"}]
    return [row for row in open_ones if not holder or row.holder == holder]


def has_decision(shelf: Shelf) -> bool:
    """Tell whether something was decided that a letter could tell."""
    return any(row.stage == "made" for row in shelf.of("decision"))


def chased(shelf: Shelf, case: Any, to: str | None, today: date) -> dict[str, Fact]:
    """Return what was asked for before, when, and how long ago that is."""
    late = open_records(shelf, to)
    asked = min((row.asked for row in late), key=lambda day: day.stored, default=None)
    month = asked is not None and (today - asked.last_day).days > 31
    referral = is_referral_open(shelf)
    return {
        "late_record": [
            _("{record}, asked for {when}").format(record=row.title, when=when(row.asked))
            for row in late
            if row.title
        ],
        "month_over": "yes" if month else "",
        "referral_asked": when(case.referral_asked) if referral else "",
        "referral_sent": when(case.referral_sent) if referral else "",
        "referral_not_sent": "yes" if referral and not case.referral_sent else "",
    }
