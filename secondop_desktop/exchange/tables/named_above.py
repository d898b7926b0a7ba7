"""Tables of a file, each under a name by itself: are those the patients?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from secondop_desktop.exchange.questions import Asked, Choice, Question
from secondop_desktop.exchange.tables.above import OTHER_WORDS, in_capitals, told_above
from secondop_desktop.exchange.tables.measures import is_test
from secondop_desktop.exchange.tables.table import Table
from secondop_desktop.lang import _

_NAME = re.compile(
    r"(?:(?:mr|mrs|ms|miss|dr|herr|frau)\.? )?"
    r"[^\W\d_][^\W\d_'’.-]+(?:[ ,'’.-]+[^\W\d_][^\W\d_'’.-]*){1,3}",
    re.IGNORECASE,
)
_KIN = re.compile(
    r"(?:my )?(?:me|myself|mum|mam|mom|mother|dad|father|wife|husband|partner|son|daughter|"
    r"nan|nana|gran|granny|grandma|grandad|grandpa|sister|brother|aunt|uncle)",
    re.IGNORECASE,
)
_CLOSE = 3
"""A name stands among so many lines right above its table."""


def with_names(tables: Sequence[Table], asked: Asked, file: str) -> list[Table]:
    """Return the tables, each about the person under whose name it stands, if somebody says so."""
    names = [_name(table) for table in tables]
    several = list(dict.fromkeys(filter(None, names)))
    # Who is meant by one “Mum” alone nobody can tell by that word.
    named = len(several) > 1 or any(not _KIN.fullmatch(one) for one in several)
    if not named or asked.ask(_question(several, file)) != "people":
        return list(tables)
    pairs = zip(tables, names, strict=True)
    return [
        replace(one, above=(*one.above, f"Patient: {_called(name)}")) if name else one
        for one, name in pairs
    ]


def _called(name: str) -> str:
    return name.title() if _KIN.fullmatch(name) else name


def _name(table: Table) -> str:
    """Return what reads like a name above a table or on its sheet, where nothing else names one."""
    if told_above(table.above).get("name"):
        return ""
    lines = [line.strip(" :") for line in table.above[-_CLOSE:]]
    sheet = next((row.sheet for row in table.rows[:1]), "")
    return next((one for one in (*reversed(lines), sheet) if may_be_name(one)), "")


def may_be_name(text: str) -> bool:
    """Tell whether a line of its own reads like the name of a person, or what one is called."""
    if _KIN.fullmatch(text):
        return True
    plain = in_capitals(text) and bool(_NAME.fullmatch(text))
    return plain and not (OTHER_WORDS.search(text) or is_test(text))


def _question(names: Sequence[str], file: str) -> Question:
    text = _("In {file} tables are under the names {names}. Is each about the person named?")
    no = _("No: those are no people")
    if len(names) == 1:
        text = _("In {file} a table is under the name {names}. Is it about the person named?")
        no = _("No: that is no person")
    return Question(
        "named-above",
        text.format(file=file, names=", ".join(f"“{one[:40]}”" for one in names[:5])),
        (Choice("people", _("Yes")), Choice("titles", no)),
        "people",
    )
