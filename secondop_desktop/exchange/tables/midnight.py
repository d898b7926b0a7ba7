"""Whether 00:00 in a table is midnight, or stands where nobody knew the time."""

from collections.abc import Sequence
from datetime import time

from secondop_desktop.exchange.questions import Asked, Choice, Question
from secondop_desktop.lang import _, ngettext

_NIGHT = (time(22), time(2))
"""Who measures at night measures around midnight too."""

_SELDOM = 3
"""Of such a table at most every third time is midnight."""

_NO_TIME, _A_TIME = "no-time", "midnight"


def midnight_is_a_time(clocks: Sequence[time], asked: Asked, file: str) -> bool:
    """Tell whether to keep 00:00 as a time of day; ask where other times stand beside it.

    Without another time it only fills up a date. A false midnight would say more than is known,
    so without an answer the day is kept alone.
    """
    found = clocks.count(time(0))
    if not found or found == len(clocks):
        return False
    if found * _SELDOM <= len(clocks) and any(map(_is_at_night, clocks)):
        return True
    return asked.ask(_question(found, file), once=file) == _A_TIME


def _is_at_night(clock: time) -> bool:
    return clock != time(0) and (clock >= _NIGHT[0] or clock < _NIGHT[1])


def _question(count: int, file: str) -> Question:
    text = ngettext(
        "In {file} {count} time is 00:00. Was that at midnight?",
        "In {file} {count} times are 00:00. Was that at midnight?",
        count,
    )
    return Question(
        "midnight",
        text.format(file=file, count=count),
        (
            Choice(_NO_TIME, _("No: the time is not known, keep only the day")),
            Choice(_A_TIME, _("Yes, at midnight")),
        ),
        _NO_TIME,
    )
