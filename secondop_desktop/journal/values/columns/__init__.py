"""Column types: what the file holds as plain text, and what the program works with.

Each type also reads what a person, a script or an import gives (``read``) and shows it as
JSON (``show``). ``read`` raises ValueError with a description that can follow a field's name.
"""

from secondop_desktop.journal.values.columns.days import Day
from secondop_desktop.journal.values.columns.lists_and_maps import (
    Checklist,
    Named,
    Pairs,
    Refs,
    Words,
)
from secondop_desktop.journal.values.columns.numbers import Amount, Whole, YesNo
from secondop_desktop.journal.values.columns.printed import Measured, PrintedRange
from secondop_desktop.journal.values.columns.texts import Code, Line, Moment, Prose, Reference
from secondop_desktop.journal.values.columns.value import Value

__all__ = [
    "Amount",
    "Checklist",
    "Code",
    "Day",
    "Line",
    "Measured",
    "Moment",
    "Named",
    "Pairs",
    "PrintedRange",
    "Prose",
    "Reference",
    "Refs",
    "Value",
    "Whole",
    "Words",
    "YesNo",
]
