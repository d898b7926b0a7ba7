"""Rows without a journal: every column empty but those a test names."""

from types import SimpleNamespace
from typing import Any

from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.values.dates import PartialDate

DR_SHAH = "c0ffee0000000000000a"


def row(kind: Kind, **values: Any) -> Any:
    """Return a row of a kind as reading from the journal gives it."""
    columns = {column.name: column.type for column in kind.model.__table__.c}
    strange = values.keys() - columns.keys()
    assert not strange, f"{kind.name} has no {strange}"
    empty = {name: kind.type_of(name).empty for name in columns}
    return SimpleNamespace(**(empty | values))


def names(entry: str | None) -> str:
    """Know one doctor only, as if everything else had gone for good."""
    return {DR_SHAH: "Dr Shah"}.get(entry or "", "")


def day(text: str) -> PartialDate:
    """Read an ISO date."""
    return PartialDate.parse(text)
