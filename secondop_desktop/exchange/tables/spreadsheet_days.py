"""Dates that a spreadsheet made its own: counted as days, or with day and month exchanged."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

from secondop_desktop.exchange.questions import Asked, Choice, Question
from secondop_desktop.exchange.tables.writing import Shape, Written
from secondop_desktop.lang import _

DAY, MONTH, YEAR, OPEN, AS_TOLD = "day-first", "month-first", "year-first", "open", "as-told"
"""The orders of a date; and an answer that leaves it open, or takes it as it stands."""

FROM_1904, SWAPPED = "from-1904", "swapped"
_BETWEEN_EPOCHS = timedelta(days=1462)
"""Older Macs count the days of a spreadsheet from 1904, all others from the end of 1899."""

Figures = tuple[int, int | None, int | None]


class SpreadsheetDays:
    """Asks about the dates of one table; ``texts`` are its cells by the figures in them.

    ``words`` says a date by an order.
    """

    def __init__(
        self,
        texts: Mapping[Figures, str],
        words: Callable[[Written, str], str],
        asked: Asked,
        file: str,
    ) -> None:
        self._texts, self._words, self._asked, self._file = texts, words, asked, file

    def serial(self, parts: Iterable[Written]) -> str:
        """Ask which days are meant by figures as a spreadsheet counts them; return the order."""
        found = next((one for one in parts if one.shape is Shape.SERIAL), None)
        if found is None:
            return AS_TOLD
        text = _("Which date is the number {number} in {file}?")
        return self._ask(
            "serial-dates",
            text.format(number=self._said(found), file=self._file),
            found,
            {
                AS_TOLD: _("{date}, as most spreadsheets count days"),
                FROM_1904: _("{date}, as older Macs count them"),
            },
            AS_TOLD,
        )

    def real(self, parts: Iterable[Written]) -> str:
        """Ask whether day and month of a spreadsheet's own dates changed places.

        One set up for another country makes 3/4/2025 a date with both exchanged, and leaves
        14/4/2025 as text, as it knows no month 14.
        """
        shapes = list(parts)
        whole = [one for one in shapes if one.shape is Shape.PLAIN and one.figures[2]]
        doubtful = next((one for one in whole if may_be_swapped(one)), None)
        left = next((one for one in shapes if _is_certain(one)), None)
        if doubtful is None or left is None or any((one.figures[2] or 0) > 12 for one in whole):
            return AS_TOLD
        text = _(
            "Some dates in {file} are text, such as {text}, and others are dates of the "
            "spreadsheet. Which date is {date}?"
        )
        said = {"text": self._said(left), "date": self._said(doubtful)}
        return self._ask(
            "swapped-dates",
            text.format(file=self._file, **said),
            doubtful,
            {
                AS_TOLD: _("{date}, as the spreadsheet shows it"),
                SWAPPED: _("{date}: day and month changed places in the spreadsheet"),
            },
            OPEN,
        )

    def _said(self, found: Written) -> str:
        return self._texts.get(found.figures, "")

    def _ask(
        self, key: str, text: str, found: Written, orders: Mapping[str, str], default: str
    ) -> str:
        choices = (
            Choice(one, said.format(date=self._words(found, one))) for one, said in orders.items()
        )
        left = Choice(OPEN, _("Not known: keep such dates as they are written"))
        question = Question(key, text, (*choices, left), default)
        answer = self._asked.ask(question, once=self._file)
        return "" if answer == OPEN else answer


def may_be_swapped(found: Written) -> bool:
    """Tell a whole date of which day and month can change places and mean another one."""
    _year, month, day = found.figures
    if found.shape is not Shape.PLAIN or month is None or day is None:
        return False
    return day <= 12 and day != month


def four_years_on(year: int, month: int | None, day: int | None) -> Figures:
    """Return a day by the count from 1904 that was read by the usual one."""
    found = date(year, month or 1, day or 1) + _BETWEEN_EPOCHS
    return found.year, found.month, found.day


def _is_certain(found: Written) -> bool:
    """Tell a date with the year last of which only one order can be meant."""
    return found.shape is Shape.LAST and len(possible(found)) == 1


def possible(found: Written) -> list[str]:
    """Return the orders in which its figures can be a day and a month."""
    a, b, _year = found.figures
    day = (b or 0) <= 12
    month = a <= 12 and not (found.dotted and day)
    return [order for order, fits in ((DAY, day), (MONTH, month)) if fits]
