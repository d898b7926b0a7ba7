"""Month and weekday names as people write them, in English and in the language in use."""

from collections.abc import Iterable

from secondop_desktop.lang import MONTHS, WEEKDAYS, _
from secondop_desktop.widgets.background.text_folding import fold

_SHORTEST = 3


def month_number(text: str) -> int | None:
    """Read ``7``, ``07``, ``July``, ``jul.`` or ``Gorffennaf``; None when it is no month."""
    number = text.strip()
    if number.isascii() and number.isdecimal():
        return int(number) if len(number) <= 2 and 1 <= int(number) <= 12 else None
    return _place(fold(text).rstrip("."), MONTHS)


def weekday_number(text: str) -> int | None:
    """Read a weekday's name, Monday being 0; None when it is none."""
    return _place(fold(text).rstrip("."), WEEKDAYS)


def _place(word: str, names: Iterable[str]) -> int | None:
    first = 1 if names is MONTHS else 0
    found = {
        place
        for place, name in enumerate(names, first)
        if len(word) >= _SHORTEST
        and (fold(name).startswith(word) or fold(_(name)).startswith(word))
    }
    found |= {place for place, name in enumerate(names, first) if fold(_(name)) == word}
    return found.pop() if len(found) == 1 else None
