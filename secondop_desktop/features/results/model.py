"""The table of test results."""

from secondop_desktop.journal.model import (
    CaseEntry,
    Mapped,
    choice,
    day,
    line,
    measured,
    printed_range,
    prose,
    ref,
    whole,
    yes_no,
)
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range


class Result(CaseEntry):
    """One value of one test, everything exactly as printed on the report.

    ``place`` frames it on its page: left, top, width and height in ten-thousandths of the page,
    parted by commas; empty where it is not known.
    """

    __tablename__ = "result"

    test: Mapped[str] = line()
    value: Mapped[Quantity | None] = measured()
    state: Mapped[str] = choice()
    unit: Mapped[str] = line()
    range: Mapped[Range | None] = printed_range()
    other_ranges: Mapped[str] = line()
    flag: Mapped[str] = line()
    star: Mapped[bool | None] = yes_no()
    date: Mapped[PartialDate | None] = day()
    specimen: Mapped[str] = line()
    lab: Mapped[str] = line()
    panel: Mapped[str] = line()
    code: Mapped[str] = line()
    unit_code: Mapped[str] = line()
    record: Mapped[str | None] = ref("record")
    page: Mapped[int | None] = whole()
    place: Mapped[str] = line()
    notes: Mapped[str] = prose()
    narrative: Mapped[str] = prose()
