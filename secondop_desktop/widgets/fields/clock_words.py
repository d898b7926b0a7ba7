"""Times of day as people write them; a time that may be morning or evening is asked about."""

import re
from datetime import time

from secondop_desktop.lang import _
from secondop_desktop.widgets.background.text_folding import fold

_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(a\.?m\.?|p\.?m\.?)?")
_WORDS = {"midday": time(12), "noon": time(12), "midnight": time(0)}


def read_clock(text: str) -> tuple[time, ...]:
    """Return the times a text can mean: none, one, or two (``5:30`` is morning or evening).

    ``17:30`` and ``05:30`` follow the 24-hour clock of ISO 8601, so they mean one time.
    """
    word = _in_english(fold(text))
    if word in _WORDS:
        return (_WORDS[word],)
    found = _CLOCK.fullmatch(word)
    if found is None or int(found[2] or 0) > 59:
        return ()
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        return _by_half(hour, minute, found[3][0])
    if hour > 23:
        return ()
    if len(found[1]) == 2 and found[2]:
        return (time(hour, minute),)
    return _either_half(hour, minute)


def _in_english(word: str) -> str:
    for here, english in ((_("midday"), "midday"), (_("midnight"), "midnight")):
        if word == fold(here):
            return english
    for here, english in ((_("am"), "am"), (_("pm"), "pm")):
        if word.endswith(fold(here)) and word[: -len(fold(here))].strip()[-1:].isdecimal():
            return word[: -len(fold(here))] + english
    return word


def _by_half(hour: int, minute: int, half: str) -> tuple[time, ...]:
    if not 1 <= hour <= 12:
        return ()
    return (time(hour % 12 + (12 if half == "p" else 0), minute),)


def _either_half(hour: int, minute: int) -> tuple[time, ...]:
    if not 1 <= hour <= 12:
        return (time(hour, minute),) if hour else ()
    return time(hour % 12, minute), time(hour % 12 + 12, minute)
