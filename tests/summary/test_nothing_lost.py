"""Whatever was written into a chosen entry comes out on paper, in both sizes."""

from collections.abc import Iterator

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Field, Kind
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range
from tests.exchange.pdf.papers import pages_of
from tests.summary.printed import EVERY, made, solid

_MACHINE = frozenset(
    {"code", "unit_code", "file_name", "file_type", "text", "raw", "currency", "chase"}
    | {"implant_card", "implants_card", "care_decision_paper"}
)
"""Fields for programs and reminders, and where papers lie at home; ``text`` of a record is what
search found in its file."""


def _free(kind: Kind) -> Iterator[Field]:
    """Yield the fields that a person writes freely."""
    for one in kind.fields:
        machine = one.name in _MACHINE and not (one.name == "text" and kind.name != "record")
        if not (one.choices or one.refers or one.file or machine):
            yield one


def _lines(journal: Journal) -> Iterator[tuple[str, str]]:
    for name, kind in KINDS.items():
        for row in journal.entries(name):
            for one in _free(kind):
                for text in _texts(getattr(row, one.name)):
                    yield f"{name}.{one.name}", text


def _texts(value: object) -> list[str]:
    """Return what a value looks like on paper, line by line."""
    if isinstance(value, PartialDate):
        return [value.without_time().words()]
    if isinstance(value, tuple):  # what to bring, each with a tick
        return [part[0] for part in value if not isinstance(part, str)]
    if isinstance(value, str | Quantity | Range):
        return [line.strip(" ,") for line in str(value).splitlines()]
    return []


def _is_printed(where: str, line: str, found: str) -> bool:
    """Tell whether a line is there; of a tall row that is cut, its neighbours may stand between."""
    if where.startswith("option."):
        return all(solid(word) in found for word in line.split())
    return solid(line).casefold() in found.casefold()  # what a name says is not said again


@pytest.mark.parametrize("large", [False, True])
def test_every_line_of_the_sample_is_printed_and_no_id(sample: Journal, large: bool) -> None:
    data, built = made(sample, sections=EVERY, private=True, large_print=large)
    found = solid("".join(pages_of(data)))
    lost = [(where, line) for where, line in _lines(sample) if not _is_printed(where, line, found)]
    assert lost == []
    assert built.missing == 0
    ids = [row.id for name in KINDS for row in sample.entries(name)]
    assert [entry for entry in ids if entry in found] == []
