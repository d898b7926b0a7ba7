"""Blood pressures in one cell, ``132/84``: the upper and the lower one told apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from secondop_desktop.exchange.tables.measures import BOTH, LOWER, PRESSURE, UPPER, is_pressure
from secondop_desktop.journal.values.printed_parts import Printed


@dataclass(frozen=True)
class One:
    """A value in a row: its column, its test, what is printed, and what else is said of it."""

    column: int
    test: str
    printed: Printed
    beside: dict[str, str]


def apart(row: Sequence[One]) -> Iterator[One]:
    """Yield the values of a row, each of one test.

    Both pressures may stand under ``Systolic``, too; where another cell of the row says something
    else, what is printed stays whole.
    """
    for one in row:
        parts = _parts(one)
        others = {other.test: other for other in row if _is_beside(one, other)}
        if parts and all(_agree(part, others.get(part.test), one) for part in parts):
            yield from (part for part in parts if part.test not in others)
        else:
            yield one


def _parts(one: One) -> list[One]:
    found = BOTH.fullmatch(one.printed.value.strip())
    if found is None or not (is_pressure(one.test) or one.test in {UPPER, LOWER}):
        return []
    beside = one.beside | {"panel": one.beside["panel"] or PRESSURE}
    printed = replace(one.printed, unit=one.printed.unit or found[3] or "")
    return [
        replace(one, test=test, printed=replace(printed, value=text), beside=beside)
        for test, text in zip((UPPER, LOWER), found.groups(), strict=False)
    ]


def _is_beside(one: One, other: One) -> bool:
    """Tell whether another cell tells of the same measurement."""
    return other is not one and other.beside.get("notes") == one.beside.get("notes")


def _agree(part: One, other: One | None, whole: One) -> bool:
    return other is None or other.printed.value in {part.printed.value, whole.printed.value}
