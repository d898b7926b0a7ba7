"""Which spaces hold a line together: an amount and its unit, a date, a number, a title.

``4.1`` at the end of a line and ``m/s`` on the next, or half of a telephone number, is read
wrongly; a line that begins with a dot is read as a list.
"""

import re

TIE = "\ue000"
"""Stands for such a space while lines are broken; it is in no text and never drawn."""

_UNIT = (
    r"(?:[kcmµμnp]?(?:g|l|L|mol|m|s|Hz|Pa|W|J|U)|mcg|mmHg|bpm|IU|iu|units?|"
    r"micrograms?|milligrams?|tablets?|capsules?|drops?|puffs?|pt|am|pm)(?!\w)|[%°↑↓HL](?!\w)"
)
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_LONG = "January February March April May June July August September October November December"
_BEFORE_YEAR = "|".join(f"(?<={name} )" for name in (*_MONTHS.split("|"), *_LONG.split()))
_TIES = re.compile(  # each begins with its space, which is found far faster than a place between
    " (?:"
    rf"(?<=[0-9] )(?=[0-9]|{_UNIT}|(?:{_MONTHS}))"
    rf"|(?:{_BEFORE_YEAR})(?=[0-9]{{4}}(?![0-9]))"
    r"|(?:(?<=\bDr )|(?<=\bMr )|(?<=\bMs )|(?<=\bMrs )|(?<=\bProf ))(?=\w)"
    r"|(?<=[Pp]age )(?=[0-9])"
    r"|(?=[·–](?: |$)))"
)


def tied(text: str) -> str:
    """Return the text, its spaces that must not end a line as ``TIE``: each stays one letter."""
    return _TIES.sub(TIE, text) if " " in text else text
