"""Dates before the person was born: of what is theirs, one is hardly right."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.values.dates import PartialDate

_OF_THE_MOTHER = re.compile(
    r"\b(?:mother|mum|mam|maternal|matern\w*|pregnan\w*|ante-?natal|pre-?natal|in utero|womb"
    r"|fo?et(?:al|us)|amnio\w*)\b",
    re.IGNORECASE,
)
"""Words by which an entry says that it tells of the mother, or of the time before a birth."""

_ABOUT = 10
"""Years by which a date of birth that is only about right may be wrong."""


def birth_of(journal: Journal, person: str | None) -> PartialDate | None:
    """Return when a person was born, None where nobody wrote it down."""
    if not person or "person" not in journal.kinds:
        return None
    born: PartialDate | None = journal.get("person", person).birth_date
    return born


def day_before_birth(date: PartialDate, born: PartialDate | None) -> bool:
    """Tell whether a date lies before a birth, however exact each of the two is."""
    if born is None or date.last_day >= born.first_day:
        return False
    return not born.about or date.last_day.year < born.first_day.year - _ABOUT


def before_birth(kind: Kind, values: Mapping[str, Any], born: PartialDate | None) -> Iterable[str]:
    """Yield the date fields of an entry that say a day before the person was born.

    The family history may do so, and what tells of the mother.
    """
    if born is None or kind.of_others or _tells_of_the_mother(values):
        return
    for name in kind.dates:
        told = values.get(name)
        if isinstance(told, PartialDate) and day_before_birth(told, born):
            yield name


def _tells_of_the_mother(values: Mapping[str, Any]) -> bool:
    texts = (one for one in values.values() if isinstance(one, str))
    return any(map(_OF_THE_MOTHER.search, texts))
