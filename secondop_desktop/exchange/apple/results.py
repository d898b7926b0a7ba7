"""The measurements of an export as test results."""

from collections.abc import Collection, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from secondop_desktop.exchange.apple.measures import MEASURES, PULSE
from secondop_desktop.exchange.apple.scanning import Day, Reading, Scanned
from secondop_desktop.exchange.fhir.beside import labelled
from secondop_desktop.exchange.read_entries import ReadEntry, mark
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity
from secondop_desktop.lang import N_, _, ngettext

_UNITS = {"count/min": "/min", "degC": "°C", "degF": "°F", "count": ""}
_FINEST = Decimal("0.0001")
"""No meter for the home measures finer; more digits come from a unit that was converted."""

_OF_THE_DAY = {
    "lowest": N_("Pulse, lowest of the day"),
    "mean": N_("Pulse, mean of the day"),
    "highest": N_("Pulse, highest of the day"),
}


def results(found: Scanned, groups: Collection[str], file: str) -> Iterator[ReadEntry]:
    """Yield a result for each reading of the groups, and three for each day of pulse."""
    for reading in found.readings:
        if MEASURES[reading[0]].group in groups:
            yield _single(reading, file)
    if MEASURES[PULSE].group in groups:
        for day, told in sorted(found.days.items()):
            yield from _daily(day, told, file)


def _single(reading: Reading, file: str) -> ReadEntry:
    kind, at, value, unit, source = reading
    measure = MEASURES[kind]
    text, unit = _as_printed(value, unit)
    values: dict[str, Any] = {
        "test": _(measure.test),
        "panel": _(measure.panel) if measure.panel else "",
        "value": Quantity(text),
        "unit": unit,
        "code": measure.code,
        "notes": labelled(_("Measured with"), source),
    }
    _put_date(values, at)
    return _entry(kind, f"{at}\n{value}\n{source}", values, file)


def _daily(day: str, told: Day, file: str) -> Iterator[ReadEntry]:
    figures = {"lowest": told.low, "mean": told.mean, "highest": told.high}
    measure = MEASURES[PULSE]
    for which, number in figures.items():
        values: dict[str, Any] = {
            "test": _(_OF_THE_DAY[which]),
            "panel": _(measure.panel),
            "value": Quantity(str(int(number + 0.5))),
            "unit": _UNITS.get(told.unit, told.unit),
            "notes": _readings(told.count) if which == "mean" else "",
        }
        _put_date(values, day)
        yield _entry(PULSE, f"{day}\n{which}", values, file)


def _readings(count: int) -> str:
    text = ngettext(
        "From {count} reading of that day.", "From {count} readings of that day.", count
    )
    return text.format(count=count)


def _entry(kind: str, name: str, values: dict[str, Any], file: str) -> ReadEntry:
    where = _("{file}, {what}").format(file=file, what=values["test"])
    return ReadEntry("result", f"apple:{kind}:{mark(name)}", values, where, file=file)


def _as_printed(value: str, unit: str) -> tuple[str, str]:
    """Return a value and its unit as a meter would print them."""
    plain = unit.partition("<")[0] + unit.rpartition(">")[2] if "<" in unit else unit
    try:
        number = Decimal(value)
        if not number.is_finite():
            raise InvalidOperation
    except InvalidOperation:
        return value, _UNITS.get(plain, plain)
    if plain == "%" and number <= 1:
        number *= 100
    digits = -int(number.as_tuple().exponent)
    if digits > 4:
        number = number.quantize(_FINEST)
    text = f"{number:f}"
    if plain == "%" or digits > 4:
        text = text.rstrip("0").rstrip(".") if "." in text else text
    return text, _UNITS.get(plain, plain)


def _put_date(values: dict[str, Any], at: str) -> None:
    """Set when it was, on the clock of the telephone."""
    try:
        values["date"] = PartialDate.parse(at[:16].replace(" ", "T"))
    except ValueError:
        if at:
            values["unread"] = {"date": at[:100]}
