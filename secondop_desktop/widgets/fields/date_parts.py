"""What stands in the boxes of a date, read as one date or described as wrong; never guessed."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, time
from typing import Final, Literal, Self

from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import MONTHS, _, time_words
from secondop_desktop.widgets.fields.clock_words import read_clock
from secondop_desktop.widgets.fields.date_words import is_certain, read_date
from secondop_desktop.widgets.fields.month_words import month_number

Needs = Literal["year", "month", "day"]
_TICKED = "~"
_SHORT_YEAR: Final = re.compile(r"\d{1,2}[/.\- ]\d{1,2}[/.\- ]\d{2}")
"""A whole date in the first box but for the century, which is not guessed."""


@dataclass(frozen=True)
class DateParts:
    """The texts of the boxes as typed, and whether "about" is ticked."""

    day: str = ""
    month: str = ""
    year: str = ""
    clock: str = ""
    about: bool = False

    @classmethod
    def of(cls, date: PartialDate | None) -> Self:
        """Write a date into boxes, the month by its name."""
        if date is None:
            return cls()
        return cls(
            day=str(date.day or ""),
            month=_(MONTHS[date.month - 1]) if date.month else "",
            year=f"{date.year:04}",
            clock=time_words(date.clock.hour, date.clock.minute) if date.clock else "",
            about=date.about,
        )

    @classmethod
    def from_draft(cls, text: str) -> Self:
        """Read what `draft` wrote; one line that is certainly a date is spread over the boxes."""
        lines = text.split("\n")
        if len(lines) == 1 and is_certain(text):
            return cls.of(read_date(text)[0])
        texts = [*lines, "", "", "", ""]
        return cls(texts[0], texts[1], texts[2], texts[3], _TICKED in lines[4:])

    @property
    def draft(self) -> str:
        """One text that keeps everything typed, a line for each box."""
        lines = (self.day, self.month, self.year, self.clock, _TICKED if self.about else "")
        return "\n".join(lines).rstrip("\n")

    @property
    def empty(self) -> bool:
        """True when nothing is typed."""
        return not (self.day or self.month or self.year or self.clock)

    @property
    def clocks(self) -> tuple[time, ...]:
        """The times of day that the time box can mean."""
        return read_clock(self.clock) if self.clock else ()

    @property
    def meanings(self) -> tuple[PartialDate, ...]:
        """The dates to choose from when a whole date in the first box may be one of several."""
        return () if is_certain(self.day) else self.whole

    @property
    def whole(self) -> tuple[PartialDate, ...]:
        """What a whole date in the first box can mean; one with its day stands for all boxes.

        A year or a month alone is one only while the boxes for these are empty.
        """
        if len(self.day) <= len("31"):
            return ()
        alone = not (self.month or self.year)
        return tuple(date for date in read_date(self.day) if alone or date.day)

    def date(self) -> PartialDate | None:
        """Return the date when every box can be read, else None."""
        year, month, day = _year(self.year), month_number(self.month), _day(self.day)
        clocks = self.clocks
        if year is None or (self.month and not month) or (self.day and not day):
            return None
        if self.clock and len(clocks) != 1:
            return None
        try:
            return PartialDate(year, month, day, clocks[0] if clocks else None, self.about)
        except ValueError:
            return None

    def problem(self, label: str, needs: Needs = "year") -> str | None:
        """Describe the first thing wrong, for a field with this label; None when all is well."""
        if self.empty:
            return None
        if self.meanings:
            dates = _(" or ").join(date.words() for date in self.meanings)
            return _("{label}: choose which date is meant, {dates}").format(
                label=label, dates=dates
            )
        return self._day_or_month() or self._missing(label, needs) or self._year_or_time(label)

    def _day_or_month(self) -> str | None:
        if _SHORT_YEAR.fullmatch(self.day):
            return _("The year must have 4 numbers, like 2026")
        if self.day and not _day(self.day):
            return _("The day must be a number between 1 and 31")
        if self.month and not month_number(self.month):
            return _("The month must be a number between 1 and 12, or a month’s name")
        return None

    def _missing(self, label: str, needs: Needs) -> str | None:
        if not self.year:
            return _("“{label}” must include a year").format(label=label)
        if not self.month and (self.day or needs in {"month", "day"}):
            return _("“{label}” must include a month").format(label=label)
        if not self.day and (self.clock or needs == "day"):
            return _("“{label}” must include a day").format(label=label)
        return None

    def _year_or_time(self, label: str) -> str | None:
        year, month, day = _year(self.year), month_number(self.month), _day(self.day)
        if year is None:
            return _("The year must have 4 numbers, like 2026")
        if month and day and day > (last := monthrange(year, month)[1]):
            words = PartialDate(year, month).words()
            return _("“{label}” must be a real date: {month} has {count} days").format(
                label=label, month=words, count=last
            )
        if self.clock and len(self.clocks) > 1:
            return _("The time must say am or pm, like 5:30pm")
        if self.clock and not self.clocks:
            return _("The time must be like 10:30am or 17:30")
        return self._skipped()

    def _skipped(self) -> str | None:
        date = self.date()
        if date is None or date.clock is None or not date.is_skipped:
            return None
        return _("There was no {time} on {date}: the clocks went forward").format(
            time=time_words(date.clock.hour, date.clock.minute), date=date.without_time().words()
        )


def _year(text: str) -> int | None:
    known = len(text) == 4 and text.isascii() and text.isdecimal()
    return int(text) if known and 1 <= int(text) <= MAXYEAR else None


def _day(text: str) -> int | None:
    known = len(text) <= 2 and text.isascii() and text.isdecimal()
    return int(text) if known and 1 <= int(text) <= 31 else None
