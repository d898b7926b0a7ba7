"""One lab report while it is written down: its lines as printed, and what is known of each test."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from secondop_desktop.features.results.rules.series import same_unit, same_words
from secondop_desktop.journal.values import numbers
from secondop_desktop.journal.values.dates import PartialDate, undated_last
from secondop_desktop.journal.values.quantities import Quantity, Range

_UNITS: Final = ("g/L", "mmol/L", "µmol/L", "mmol/mol", "µg/L", "mg/L", "10⁹/L", "U/L", "%")


@dataclass(frozen=True)
class Printed:
    """A line of a report as it is typed; ``read_as`` is what the person says the value means."""

    test: str = ""
    value: str = ""
    unit: str = ""
    range: str = ""
    flag: str = ""
    read_as: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any((self.test, self.value, self.unit, self.range, self.flag))

    @classmethod
    def of(cls, row: Any) -> "Printed":
        """Return the line that a saved result was printed in."""
        value = row.value or Quantity("")
        return cls(row.test, value.text, row.unit, str(row.range or ""), row.flag, value.read_as)

    def quantity(self, decimal: str) -> Quantity | None:
        """Return the value: as the person settled it, else by the sign of its report, if known."""
        if not self.value:
            return None
        if self.read_as:
            return Quantity(self.value).settled(self.read_as)
        return Quantity.of(self.value, decimal)

    def between(self, decimal: str) -> Range | None:
        """Return the printed range."""
        return Range.of(self.range, decimal) if self.range else None

    def values(self, decimal: str) -> dict[str, Any]:
        """Return the fields of a result that a line of a report with this decimal sign fills."""
        return {
            "test": self.test,
            "value": self.quantity(decimal),
            "unit": self.unit,
            "range": self.between(decimal),
            "flag": self.flag,
        }


def decimal_of(lines: Sequence[Printed]) -> str:
    """Return the decimal sign that the lines of one report prove, empty where they prove none."""
    return numbers.decimal_sign([one.value for one in lines], [one.range for one in lines])


def units_offered(rows: Sequence[Any]) -> list[str]:
    """Return the units to offer while typing: the newest results' first, then usual ones."""
    return list(dict.fromkeys([*(row.unit for row in reversed(rows) if row.unit), *_UNITS]))


def labs_offered(rows: Sequence[Any]) -> list[str]:
    """Return the laboratories to offer while typing, that of the newest result first."""
    return list(dict.fromkeys(row.lab for row in reversed(rows) if row.lab))


def remembered(rows: Iterable[Any]) -> Mapping[str, Printed]:
    """Return for each test its unit and range as its latest result has them, by the plain name."""
    known: dict[str, Printed] = {}
    for row in sorted(rows, key=_when):
        if row.test.strip():
            printed = Printed(row.test.strip(), unit=row.unit, range=str(row.range or ""))
            known[same_words(row.test)] = printed
    return known


def same_result(row: Any, line: Printed, date: PartialDate | None) -> bool:
    """Tell whether a saved result says the same of the same test on the same date."""
    return (
        row.date == date
        and same_words(row.test) == same_words(line.test)
        and str(row.value or "") == str(Quantity(line.value))
        and same_unit(row.unit) == same_unit(line.unit)
    )


def same_report(row: Any, other: Any) -> bool:
    """Tell whether two results stand in one report: of one date, laboratory and letter."""
    return all(getattr(row, name) == getattr(other, name) for name in ("date", "lab", "record"))


def place_in_letter(row: Any) -> str:
    """Return where a result is printed: ``record:<id>#page=2&words=<frame>``, or empty."""
    if not row.record:
        return ""
    where = {"page": row.page, "words": row.place if row.page else ""}
    told = "&".join(f"{name}={value}" for name, value in where.items() if value)
    return f"record:{row.record}#{told}" if told else f"record:{row.record}"


def _when(row: Any) -> tuple[str, str]:
    return ("" if row.date is None else undated_last(row.date), row.created)
