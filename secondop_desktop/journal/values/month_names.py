"""The names of months and weekdays in the languages of papers that reach people in the UK."""

import unicodedata

_LEAST = 3
_ENGLISH = "january february march april may june july august september october november december"
MONTHS_ELSEWHERE = (
    "januar februar märz april mai juni juli august september oktober november dezember",
    "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
)
"""Their names in German, Welsh, French, Spanish and Italian, each from the first to the last."""

_AFTER_O = "ionawr chwefror fawrth ebrill fai fehefin orffennaf awst fedi hydref dachwedd ragfyr"
"""The Welsh names as they begin after "o" (of)."""

_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri "
    "sat sun montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so"
)


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).rstrip(".")


_NAMES = tuple(
    tuple(_fold(name) for name in names.split())
    for names in (_ENGLISH, *MONTHS_ELSEWHERE, _AFTER_O)
)
_DAYS = frozenset(map(_fold, _WEEKDAYS.split()))


def month_of(word: str) -> int:
    """Return the month that a word names, whole or shortened; 0 for every other word.

    A shortened name is a beginning of one month and of no other, in any of the languages.
    """
    short = _fold(word)
    if len(short) < _LEAST:
        return 0
    found = {
        number for names in _NAMES for number, name in enumerate(names, 1) if name.startswith(short)
    }
    whole = {number for names in _NAMES for number, name in enumerate(names, 1) if name == short}
    return (whole or found).pop() if len(whole or found) == 1 else 0


def is_weekday(word: str) -> bool:
    """Tell whether a word names a day of the week."""
    return _fold(word) in _DAYS
