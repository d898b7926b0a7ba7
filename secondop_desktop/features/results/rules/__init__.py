"""Test results in a row, in a report, and by their dates: only what was printed, never judged."""

from secondop_desktop.features.results.rules.by_date import DateTable, TestLine, by_date
from secondop_desktop.features.results.rules.parts import parted_values
from secondop_desktop.features.results.rules.report import (
    Printed,
    decimal_of,
    labs_offered,
    place_in_letter,
    remembered,
    same_report,
    same_result,
    units_offered,
)
from secondop_desktop.features.results.rules.series import (
    Band,
    Point,
    Series,
    bands,
    is_unfinished,
    page_numbered,
    same_unit,
    same_words,
    series,
    side_of,
    side_words,
    summary,
)
from secondop_desktop.features.results.rules.taken_back import is_fact

__all__ = [
    "Band",
    "DateTable",
    "Point",
    "Printed",
    "Series",
    "TestLine",
    "bands",
    "by_date",
    "decimal_of",
    "is_fact",
    "is_unfinished",
    "labs_offered",
    "page_numbered",
    "parted_values",
    "place_in_letter",
    "remembered",
    "same_report",
    "same_result",
    "same_unit",
    "same_words",
    "series",
    "side_of",
    "side_words",
    "summary",
    "units_offered",
]
