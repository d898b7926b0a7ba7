"""The numbers of a table, read by the decimal sign that all its cells settle together."""

import re
from collections.abc import Iterable, Sequence

from secondop_desktop.exchange.questions import Asked, Choice, Question
from secondop_desktop.journal.values import numbers
from secondop_desktop.journal.values.numbers import COMMA, POINT
from secondop_desktop.journal.values.printed_parts import with_unit
from secondop_desktop.journal.values.quantities import UNKNOWN, Quantity, Range, Side
from secondop_desktop.lang import _

_AMERICAN = re.compile(r"\b(?:mg/dl|ng/dl|lbs?|°f|deg f)\b|\d\s*[ap]\.?m\b", re.IGNORECASE)


def is_american(texts: Iterable[str]) -> bool:
    """Tell whether some text is written as in the United States: mg/dL, pounds, am and pm."""
    return any(_AMERICAN.search(text) for text in texts)


class Figures:
    """Reads the numbers of one table by its decimal sign; asks where both signs fit."""

    def __init__(
        self,
        name: str,
        values: Sequence[str],
        ranges: Sequence[str],
        asked: Asked,
        *,
        abroad: bool,
        beside: Sequence[str] = (),
        file: str = "",
    ) -> None:
        """Take all values and ranges; ``abroad`` says that the file speaks another language.

        ``beside`` are numbers of other tables of ``file``, for all of which holds what is asked.
        """
        self._abroad = abroad
        proofs = numbers.proofs
        found = proofs(values) or proofs(ranges) or proofs(beside)
        self._sign = next(iter(found)) if len(found) == 1 else ""
        doubtful = [text for text in (*values, *ranges) if self._is_doubtful(text)]
        if doubtful and not self._sign:
            self._sign = self._ask(file or name, doubtful[0], asked)

    def value(self, text: str, printed: Range | None) -> Quantity:
        """Read a value; without a number where the range beside it speaks for the other sign."""
        if self._is_doubtful(text) and not self._sign:
            return Quantity(text, UNKNOWN)
        read = Quantity.of(text, self._sign)
        other = Quantity.of(text, COMMA if self._sign == POINT else POINT)
        if printed and read.number != other.number and _speaks_against(printed, read, other):
            return Quantity(text, UNKNOWN)
        return read

    def range(self, text: str, unit: str) -> Range | None:
        """Read a range; with a unit inside only where it is that of the value."""
        return with_unit(text, unit, self._sign) if text else None

    def _is_doubtful(self, text: str) -> bool:
        """Tell whether a text has two readings here; abroad ``1.234`` has them too."""
        value = Quantity(text)
        own, comma = value.number, Quantity.of(text, COMMA).number
        return bool(value.meanings) or (self._abroad and own != comma)

    def _ask(self, name: str, text: str, asked: Asked) -> str:
        point, comma = (Quantity.of(text, sign) for sign in (POINT, COMMA))
        question = Question(
            "decimal-sign",
            _("Which number is {text} in {file}?").format(text=text, file=name),
            (
                Choice("point", str(point.read_as or text)),
                Choice("comma", str(comma.read_as or text)),
                Choice("open", _("Not known: keep such numbers as they are written")),
            ),
            "open",
        )
        return {"point": POINT, "comma": COMMA}.get(asked.ask(question, once=name), "")


def _speaks_against(printed: Range, read: Quantity, other: Quantity) -> bool:
    """Tell whether only the other reading lies within the range, as ``1,200`` in 0.7-1.3."""
    return printed.side(other) is Side.WITHIN and printed.side(read) is not Side.WITHIN


def limits(low: str, high: str) -> str:
    """Return a range whose ends stand in columns of their own, of which one may be empty."""
    if low and high:
        return f"{low}-{high}"
    return f"≥{low}" if low else f"≤{high}" if high else ""
