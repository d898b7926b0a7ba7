"""The dates of a table: what all of them together say of how each was written."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import time
from typing import Any, TypeVar

from secondop_desktop.errors import UserError
from secondop_desktop.exchange import clock_changes
from secondop_desktop.exchange.letting_go import taken
from secondop_desktop.exchange.questions import Asked, Choice, Question
from secondop_desktop.exchange.tables.midnight import midnight_is_a_time
from secondop_desktop.exchange.tables.spreadsheet_days import (
    AS_TOLD,
    DAY,
    FROM_1904,
    MONTH,
    OPEN,
    SWAPPED,
    YEAR,
    SpreadsheetDays,
    four_years_on,
    may_be_swapped,
    possible,
)
from secondop_desktop.exchange.tables.writing import Shape, Written, written
from secondop_desktop.exchange.tables.yearless_days import with_years
from secondop_desktop.journal.values import clock
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, ngettext

T = TypeVar("T")
_DAY, _MONTH, _YEAR, _OPEN, _AS_TOLD = DAY, MONTH, YEAR, OPEN, AS_TOLD
_SHORT = (_DAY, _MONTH, _YEAR)
_AHEAD = 20
"""Years of two figures reach so far ahead where a table holds what is still to come."""

_ENOUGH = 3
"""So many dates show which figure is the year: the one that does not change."""


@dataclass(frozen=True)
class Cell:
    """A date in a table: its line, its text, and the text of a time of day beside it."""

    line: int
    text: str
    clock: str = ""


def as_written(cell: Cell) -> str:
    """Return a date with its time as the table prints them."""
    return " ".join(filter(None, (cell.text, cell.clock)))[:100]


@dataclass(frozen=True)
class ReadDate:
    """A date as it can be kept: read, or as it stands in the table where that must stay open."""

    date: PartialDate | None = None
    unread: str = ""

    def values(self, name: str) -> dict[str, Any]:
        """Return the column values that keep it in the date field of this name."""
        if self.unread:
            return {"unread": {name: self.unread}}
        return {name: self.date} if self.date else {}


class Days:
    """Reads the dates of one table, all by the same order; asks where two orders fit.

    ``american`` says that other cells look as in the United States, where the month stands
    first; ``coming`` that the table holds what is still to come. ``beside`` are other dates of the
    file, such as of birth, which may show an order that these leave open. What is asked holds for
    all tables of ``file``, but for the year of dates without one. In a ``sheet`` some may be dates
    of the spreadsheet and others text.
    """

    def __init__(
        self,
        name: str,
        cells: Iterable[Cell],
        asked: Asked,
        *,
        american: bool = False,
        coming: bool = False,
        beside: Iterable[str] = (),
        file: str = "",
        sheet: bool = False,
    ) -> None:
        self._name, self._asked, self._coming = name, asked, coming
        self._today = clock.local_today()
        self._doubt = _OPEN if american else _DAY
        self._beside = _orders_of(beside)
        self._file = file or name
        self.notices: list[str] = []
        self._found: dict[tuple[str, str], PartialDate | None] = {}
        given = [cell for cell in cells if cell.text]
        self._dated = with_years([cell.text for cell in given], name, asked)
        dated = self._dated
        whole = (replace(cell, text=dated.get(cell.text, cell.text)) for cell in taken(given))
        self._known = {(cell.text, cell.clock): cell for cell in whole}
        parts = [found for cell in self._known.values() if (found := _taken(cell))]
        clocks = [one.local_clock for one in parts if one.local_clock is not None]
        self._timed = any(clock != time(0) for clock in clocks)
        self._to_midnight = not coming and midnight_is_a_time(clocks, asked, self._file)
        self._order = self._found_order(parts)
        self._short = self._found_short(parts)
        told = SpreadsheetDays(
            {found.figures: text for text, _clock in self._known if (found := _plain(text))},
            lambda one, order: self._arranged(one, order).without_time().words(),
            self._asked,
            self._file,
        )
        self._serial = told.serial(parts)
        self._real = told.real(parts) if sheet else _AS_TOLD
        self._say_years(parts)
        self._future = _OPEN if coming else self._found_future()

    def read(self, cell: Cell) -> ReadDate:
        """Read one date; raises ValueError with the sentence that says why it is none."""
        try:
            date = self._read_once(self._dated.get(cell.text, cell.text), cell.clock)
        except ValueError:
            raise ValueError(_("“{text}” is not a date.").format(text=cell.text[:40])) from None
        if date is None or (not self._coming and self._is_ahead(date, self._future)):
            return ReadDate(unread=as_written(cell))
        where = _("{file}, line {number}").format(file=self._name, number=cell.line)
        if odd := clock_changes.said(where, date):
            self.notices.append(odd)
        return ReadDate(date.without_time() if date.is_skipped else date)

    def _read_once(self, text: str, clock: str) -> PartialDate | None:
        """Read a date once, however many rows bear it."""
        if (text, clock) not in self._found:
            self._found[text, clock] = self._date(written(text, clock))
        return self._found[text, clock]

    # One date --------------------------------------------------------------------------------

    def _date(self, found: Written) -> PartialDate | None:
        """Return what is meant; None where that is still open."""
        order = self._order_of(found)
        return self._arranged(found, order) if order else None

    def _order_of(self, found: Written) -> str:
        if found.shape is Shape.SHORT:
            fits = self._fitting(found, _SHORT)
            return fits[0] if len(fits) == 1 else self._short
        if found.shape is Shape.LAST:
            fits = possible(found)
            return fits[0] if len(fits) == 1 else self._order
        if found.shape is Shape.SERIAL:
            return self._serial
        return self._real if may_be_swapped(found) else _AS_TOLD

    def _arranged(self, found: Written, order: str) -> PartialDate:
        a, b, c = found.figures
        arranged = {
            _AS_TOLD: (a, b, c), _DAY: (c, b, a), _MONTH: (c, a, b), _YEAR: (a, b, c),
            SWAPPED: (a, c, b),
            FROM_1904: four_years_on(a, b, c) if order == FROM_1904 else (a, b, c),
        }[order]  # fmt: skip
        year, month, day = arranged
        whole = self._year(year or 0) if found.short_year else year or 0
        if found.clock == time(0) and not self._to_midnight:
            return PartialDate(whole, month, day)
        date = found.date(whole, month, day)
        midnight = found.local_clock == time(0) and not self._to_midnight
        return date if self._timed and not midnight else date.without_time()

    def _year(self, short: int) -> int:
        """Read a year of two figures as the latest that is not after the last one possible."""
        return self._last_year - (self._last_year - short) % 100

    @property
    def _last_year(self) -> int:
        return self._today.year + (_AHEAD if self._coming else 0)

    def _fitting(self, found: Written, orders: Iterable[str]) -> list[str]:
        """Return the orders in which it is a day of the calendar that has come already."""
        fits = []
        for order in orders:
            try:
                date = self._arranged(found, order)
            except ValueError:
                continue
            if self._coming or not self._is_ahead(date):
                fits.append(order)
        return fits

    def _is_ahead(self, date: PartialDate, unless: str = _OPEN) -> bool:
        return unless == _OPEN and date.first_day > self._today

    # All dates -------------------------------------------------------------------------------

    def _found_order(self, parts: Iterable[Written]) -> str:
        """Tell whether day or month stands first by the dates in which only one can."""
        open_ones: list[Written] = []
        settled: set[str] = set()
        for found in (one for one in parts if one.shape is Shape.LAST):
            orders = possible(found)
            if len(orders) == 2 and found.figures[0] != found.figures[1]:
                open_ones.append(found)
            settled.update(orders if len(orders) == 1 else ())
        if len(settled) == 2:
            raise UserError(self._contradicts())
        if settled or not open_ones:
            return next(iter(settled), _DAY)
        if len(self._beside) == 1:
            return next(iter(self._beside))
        ahead = any(self._fitting(found, [_DAY, _MONTH]) == [_MONTH] for found in open_ones)
        default = _OPEN if ahead else self._doubt
        return self._ask(open_ones[0], [_DAY, _MONTH], "date-order", default)

    def _contradicts(self) -> str:
        return _(
            "{file}: in some dates the day comes first, in others the month. Write the dates "
            "like 2024-03-25 and bring in the file again."
        ).format(file=self._name)

    def _ask(self, found: Written, orders: Sequence[str], key: str, default: str) -> str:
        """Ask which date is meant by one of them; empty where it is to stay open."""
        example = next(text for text, _clock in self._known if _same(text, found))
        answer = self._asked.ask(
            Question(
                key,
                _("Which date is {date} in {file}?").format(date=example, file=self._file),
                (
                    *(self._choice(found, order) for order in orders),
                    Choice(_OPEN, _("Not known: keep such dates as they are written")),
                ),
                default,
            ),
            once=self._file,
        )
        return "" if answer == _OPEN else answer

    def _choice(self, found: Written, order: str) -> Choice:
        words = {
            _DAY: _("{date}, day first"),
            _MONTH: _("{date}, month first"),
            _YEAR: _("{date}, year first"),
        }
        date = self._arranged(found, order).without_time()
        return Choice(order, words[order].format(date=date.words()))

    def _found_short(self, parts: Iterable[Written]) -> str:
        """Tell which figure is the year in dates such as 24-03-12; empty where that is open."""
        by_figures = {one.figures: one for one in parts if one.shape is Shape.SHORT}
        short = list(by_figures.values())
        orders = [o for o in _SHORT if all(self._fitting(one, [o]) for one in short)]
        if not short or len(orders) < 2:
            return orders[0] if orders else ""
        orders = _by_the_year(short, orders)
        if _YEAR in orders and len(orders) > 1:
            return self._ask(short[0], orders, "short-dates", _OPEN)
        if len(orders) == 1 or self._order != _DAY:
            return orders[0] if len(orders) == 1 else self._order
        return self._ask(short[0], orders, "date-order", self._doubt)

    def _say_years(self, parts: Iterable[Written]) -> None:
        """Say the window of years of two figures."""
        shapes = list(parts)
        if any(found.short_year for found in shapes):
            last = self._last_year
            self.notices.append(
                _("{file}: years of two figures were read as {first} to {last}.").format(
                    file=self._name, first=last - 99, last=last
                )
            )

    def _found_future(self) -> str:
        ahead = list(self._ahead())
        if not ahead:
            return _OPEN
        cell, date = ahead[0]
        text = ngettext(
            "{count} date in {file} is in the future: {date} in line {number}. Keep it?",
            "{count} dates in {file} are in the future, such as {date} in line {number}. "
            "Keep them?",
            len(ahead),
        )
        question = Question(
            "future-dates",
            text.format(count=len(ahead), file=self._name, date=date.words(), number=cell.line),
            (
                Choice(_OPEN, _("No: leave the date empty, and show what is written")),
                Choice(_AS_TOLD, _("Yes, as it is written")),
            ),
            _OPEN,
        )
        return self._asked.ask(question)

    def _ahead(self) -> Iterator[tuple[Cell, PartialDate]]:
        for cell in self._known.values():
            found = _taken(cell)
            date = self._tried_date(found) if found else None
            if date and self._is_ahead(date):
                yield cell, date.without_time()

    def _tried_date(self, found: Written) -> PartialDate | None:
        return _tried(lambda: self._date(found))


def _by_the_year(short: Sequence[Written], orders: Sequence[str]) -> list[str]:
    """Drop the orders in which the figure that never changes would be the day, not the year."""
    firsts, lasts = ({found.figures[at] for found in short} for at in (0, 2))
    if len(short) < _ENOUGH or (len(firsts) == 1) == (len(lasts) == 1):
        return list(orders)
    return [order for order in orders if (order == _YEAR) == (len(firsts) == 1)]


def is_date(text: str) -> bool:
    """Tell whether a cell holds a date for certain: no bare year, and no bare figures."""
    if re.fullmatch(r"[\d.]+", text) and not re.fullmatch(r"\d{1,2}\.\d{1,2}\.\d{2,4}", text):
        return False
    return _tried(lambda: written(text)) is not None


def _plain(text: str) -> Written | None:
    return _tried(lambda: written(text))


def _taken(cell: Cell) -> Written | None:
    return _tried(lambda: written(cell.text, cell.clock))


def _tried(read: Callable[[], T]) -> T | None:
    try:
        return read()
    except ValueError:
        return None


def _same(text: str, found: Written) -> bool:
    other = _tried(lambda: written(text))
    return other is not None and other.figures == found.figures


def _orders_of(texts: Iterable[str]) -> set[str]:
    """Return the orders of day and month that dates show of which only one can be meant."""
    found: set[str] = set()
    for text in texts:
        try:
            one = written(text)
        except ValueError:
            continue
        orders = possible(one) if one.shape is Shape.LAST else ()
        found.update(orders if len(orders) == 1 else ())
    return found
