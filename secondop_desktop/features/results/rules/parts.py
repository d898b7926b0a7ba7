"""Number, unit, mark and range that were given as one result, told apart."""

from collections.abc import Mapping
from typing import Any

from secondop_desktop.journal.unsure import by_words
from secondop_desktop.journal.values.quantities import Quantity


def parted_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what changes where number, unit, mark and range were given as one: ``5.5 H``."""
    from secondop_desktop.journal.values.printed_parts import Printed, parted, with_unit

    value, between = values.get("value"), values.get("range")
    given = Printed(
        value.text if value else "",
        values.get("unit") or "",
        values.get("flag") or "",
        between.text if between else "",
    )
    found = parted(given, values.get("test") or "") if value and not value.read_as else given
    changes: dict[str, Any] = {}
    if found != given:
        changes = {"value": Quantity(found.value), "unit": found.unit, "flag": found.flag}
    read = with_unit(found.range, found.unit) if found.range else None
    if read and not (between and (between.read_as or between == read)):
        changes["range"] = read
    return changes


def unsure(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a value that says itself that it is not certain: a bare number would be believed."""
    value = values.get("value")
    printed = " ".join(filter(None, (str(value or ""), values.get("unit"))))
    return {"value": Quantity(by_words(printed)), "unit": "", "unit_code": ""}
