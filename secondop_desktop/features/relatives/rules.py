"""What of the family history may stand as a fact, and how ages are said."""

from typing import Any

from secondop_desktop.journal.kinds import MISTAKEN
from secondop_desktop.lang import _


def is_fact(row: Any) -> bool:
    """Tell whether it may stand as the family's history: what was entered by mistake may not."""
    return bool(row.certainty != MISTAKEN[0])


def age_words(row: Any) -> str:
    """Say at what age it began; an age told in words stays as it is."""
    return _("at age {age}").format(age=row.age) if row.age[:1].isdigit() else str(row.age)


def end_words(row: Any) -> list[str]:
    """Say whether they died of it, and when or whether they died; nothing that nobody told."""
    cause = {True: _("died of it"), False: _("did not die of it")}.get(row.died_of_it, "")
    at = _("died at age {age}") if row.age_died[:1].isdigit() else _("died {age}")
    last = at.format(age=row.age_died) if row.age_died else ""
    told = last or row.died_of_it is True
    living = {"living": _("living"), "died": "" if told else _("has died")}.get(row.living, "")
    return [part for part in (cause, last, living) if part]
