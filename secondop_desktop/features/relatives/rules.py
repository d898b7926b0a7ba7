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
    years = row.age_died[:1].isdigit()
    if row.died_of_it:
        of_it = _("died of it at age {age}") if years else _("died of it {age}")
        return [of_it.format(age=row.age_died).strip()]
    at = _("died at age {age}") if years else _("died {age}")
    last = at.format(age=row.age_died) if row.age_died else ""
    dead = last or (_("has died") if row.living == "died" else "")
    other = _("not of it") if row.died_of_it is False and dead else ""
    living = _("living") if row.living == "living" and not last else ""
    return [part for part in (dead, other, living) if part]
