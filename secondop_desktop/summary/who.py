"""Whose paper it is, in the words that every page bears."""

from datetime import date
from typing import Any

from secondop_desktop.exchange.pdf.pages.chapter import brief_of, dotted, on
from secondop_desktop.journal.values.health_number import spaced
from secondop_desktop.lang import TITLE, _, in_short

_NAME = 240
"""Letters of a name that every page has room for; few people have as many."""


def name_of(row: Any) -> str:
    """Return the person's name, however little is known of it."""
    return in_short(row.name or row.known_as, _NAME) or _("No name yet")


def full_name(row: Any) -> str:
    """Return the whole name where ``name_of`` cannot; else nothing."""
    name = " ".join((row.name or row.known_as).split())
    return "" if name == name_of(row) or not name else name


def known_of(row: Any, sex: str, today: date) -> str:
    """Say what tells the person from others: date of birth and age, sex, health number."""
    return dotted(_born(row, today), sex, number(row))


def _born(row: Any, today: date) -> str:
    """Say when they were born, and how old they are where the date says it beyond doubt."""
    said = on(_("born {date}"), brief_of(row, "birth_date"))
    age = age_on(row.birth_date, today) if row.birth_date else None
    return said if age is None else _("{born} ({age})").format(born=said, age=age)


def age_on(born: Any, today: date) -> int | None:
    """Return the age in whole years, None where a partial date leaves two possible."""
    if born.about:
        return None
    ages = {_years(born.first_day, today), _years(born.last_day, today)}
    (age,) = ages if len(ages) == 1 else (None,)
    return age if age is not None and age >= 0 else None


def _years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def number(row: Any) -> str:
    """Say the person's number in groups of 3, 3 and 4."""
    grouped = in_short(spaced(row.nhs_number), TITLE)
    whole = grouped.replace(" ", "\N{NO-BREAK SPACE}")
    return _("NHS\N{NO-BREAK SPACE}{number}").format(number=whole) if grouped else ""
