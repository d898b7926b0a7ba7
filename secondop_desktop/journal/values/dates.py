"""Dates as people remember them: whole, partial ("March 2024"), or about; never invented."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import cached_property
from typing import Self

from secondop_desktop.journal.values import moments
from secondop_desktop.lang import MONTHS, WEEKDAYS, _, time_words
from secondop_desktop.patterns import pattern

_ISO = pattern(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)"
    r"(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?"
)
_ABOUT = " ~"


class NoSuchDay(ValueError):
    """Written as a date is written, but the calendar has no such day, or the day no such time."""


@dataclass(frozen=True)
class PartialDate:
    """A date known to the year, month, day or minute, in local time, perhaps only about.

    Raises ValueError when the parts make no date of the calendar.
    """

    year: int
    month: int | None = None
    day: int | None = None
    clock: time | None = None
    about: bool = False

    def __post_init__(self) -> None:
        known = [part is not None for part in (self.month, self.day, self.clock)]
        if known != sorted(known, reverse=True):
            raise ValueError("a day needs its month, a time its day")
        first = (1 if part is None else part for part in (self.month, self.day))
        date(self.year, *first)
        if self.clock:
            clock = self.clock.replace(second=0, microsecond=0, tzinfo=None)
            object.__setattr__(self, "clock", clock)

    @classmethod
    def parse(cls, text: str, *, about: bool = False) -> Self:
        """Read ISO 8601 (``2024``, ``2024-03``, ``2024-03-05``, ``2024-03-05T10:30``).

        With ``Z`` or an offset it is a moment, and the time kept is that of the clock in the UK.
        Raises NoSuchDay for 31 February, and ValueError for anything else.
        """
        about = about or text.endswith(_ABOUT)
        found = _ISO.fullmatch(text.removesuffix(_ABOUT).strip())
        if found is None:
            raise ValueError(f"not a date: {text[:40]}")
        *figures, offset = found.groups()
        year, month, day, hour, minute = (int(part) if part else None for part in figures)
        try:
            clock = time(hour, minute or 0) if hour is not None else None
            read = cls(year or 0, month, day, clock, about)
            return read._here(offset) if offset else read
        except (ValueError, OverflowError) as error:
            raise NoSuchDay(str(error)) from error

    def _here(self, offset: str) -> Self:
        """Return what the clock in the UK shows when it is this where the offset holds."""
        moment = datetime.fromisoformat(f"{self.iso}{offset.replace('Z', '+00:00')}")
        return replace(self.of(moments.local(moment)), about=self.about)

    @classmethod
    def of(cls, moment: date | datetime) -> Self:
        """Make a whole date, with its time if the moment has one."""
        clock = (
            moment.time().replace(second=0, microsecond=0, tzinfo=None)
            if isinstance(moment, datetime)
            else None
        )
        return cls(moment.year, moment.month, moment.day, clock)

    @property
    def iso(self) -> str:
        """The date as ISO 8601, as far as it is known, without "about"."""
        text = f"{self.year:04}"
        if self.month:
            text += f"-{self.month:02}"
        if self.day:
            text += f"-{self.day:02}"
        if self.clock:
            text += f"T{self.clock.hour:02}:{self.clock.minute:02}"
        return text

    @cached_property
    def stored(self) -> str:
        """One text that sorts honestly: the less precise just before what it may contain."""
        return self.iso + (_ABOUT if self.about else "")

    @property
    def first_day(self) -> date:
        """The earliest day this date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day this date can mean."""
        if self.day:
            return self.first_day
        month = self.month or 12
        return date(self.year, month, monthrange(self.year, month)[1])

    @cached_property
    def is_skipped(self) -> bool:
        """Whether the clock never showed this time of day, as it went forward over it."""
        return self.clock is not None and moments.is_skipped(
            datetime.combine(self.first_day, self.clock)
        )

    @cached_property
    def is_repeated(self) -> bool:
        """Whether the clock showed this time of day twice, as it went back over it."""
        return self.clock is not None and moments.is_repeated(
            datetime.combine(self.first_day, self.clock)
        )

    def without_time(self) -> Self:
        """Return the same date with no time of day."""
        return self if self.clock is None else replace(self, clock=None)

    def words(self, *, weekday: bool = False) -> str:
        """Say it in words: ``5 March 2024``, ``about 2019``, ``14 July 2026, 10:30am``."""
        parts = [str(self.day)] if self.day else []
        parts += [_(MONTHS[self.month - 1])] if self.month else []
        text = " ".join([*parts, str(self.year)])
        if weekday and self.day:
            text = " ".join([_(WEEKDAYS[self.first_day.weekday()]), text])
        if self.clock:
            text += f", {time_words(self.clock.hour, self.clock.minute)}"
        return _("about {date}").format(date=text) if self.about else text

    def __lt__(self, other: "PartialDate") -> bool:
        return self.stored < other.stored

    def __str__(self) -> str:
        return self.words()


def undated_first(when: PartialDate | None) -> str:
    """Return the text to sort by where what has no date comes before all that has one."""
    return when.stored if when else ""


def undated_last(when: PartialDate | None) -> str:
    """Return the text to sort by where what has no date comes after all that has one."""
    return when.stored if when else "~"
