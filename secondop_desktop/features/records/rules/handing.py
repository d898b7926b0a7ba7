"""To whom a record was handed, and when."""

from collections.abc import Iterable
from typing import Any

from secondop_desktop.journal.kinds import Names
from secondop_desktop.journal.values.dates import undated_last
from secondop_desktop.lang import _


def handed(record: str, told: Iterable[Any]) -> list[Any]:
    """Return what tells of handing over a record, the first first; undated ones come last."""
    found = (row for row in told if record in row.records)
    return sorted(found, key=lambda row: undated_last(row.date))


def handed_words(row: Any, names: Names) -> str:
    """Say to whom and when, as "Given to Dr Bell, 5 March 2024"."""
    who = names(row.provider) or _("someone who is not named")
    if row.date is None:
        return _("Given to {name}").format(name=who)
    return _("Given to {name}, {date}").format(name=who, date=row.date.words())
