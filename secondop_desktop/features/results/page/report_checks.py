"""What stands in the way of Done on a lab report: the line, and the box it is about."""

from collections.abc import Sequence
from typing import Any

from secondop_desktop.features.results.rules.report import Printed, same_result
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _

Wrong = tuple[str, int, str]
"""A sentence, the number of a line from 0, and the name of a box."""


def missing(lines: Sequence[Printed]) -> list[Wrong]:
    """Return the lines that lack their test or their result."""
    found = []
    for at, line in enumerate(lines):
        if not line.is_empty and not line.test:
            text = _("Line {number}: enter the name of the test")
            found.append((text.format(number=at + 1), at, "test"))
        elif line.test and not line.value:
            text = _("Line {number}: enter the result of {test}, or clear the line")
            found.append((text.format(number=at + 1, test=line.test), at, "value"))
    return found


def duplicates(
    lines: Sequence[Printed], saved: Sequence[Any], date: PartialDate | None
) -> list[Wrong]:
    """Return the lines that the journal has already, or that stand in the report twice."""
    found = []
    for at, line in enumerate(lines):
        if line.is_empty:
            continue
        words = {"number": at + 1, "result": f"{line.test} {line.value} {line.unit}".strip()}
        if any(same_result(row, line, date) for row in saved):
            text = _(
                "Line {number}: {result} of this date is in your journal already. "
                "Clear the line, or press Done again to keep both."
            )
            found.append((text.format(**words), at, "test"))
        elif line in lines[:at]:
            text = _(
                "Line {number}: {result} is in this report twice. "
                "Clear the line, or press Done again to keep both."
            )
            found.append((text.format(**words), at, "test"))
    return found
