"""Results of which each part has its own label: ``Test: Ferritin  Result: 12  Units: ug/L``."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from secondop_desktop.exchange.printed_results.beside import value_in
from secondop_desktop.exchange.printed_results.found import FoundRow
from secondop_desktop.exchange.printed_results.looks import flag_of, is_name, range_of, unit_of
from secondop_desktop.exchange.printed_results.under_heads import doubts
from secondop_desktop.exchange.printed_results.words import Box, Line, Word, around
from secondop_desktop.exchange.tables.days import is_date
from secondop_desktop.exchange.tables.headings import RESULTS, plain
from secondop_desktop.journal.values.printed_parts import named

_PARTS: Final = frozenset({"test", "value", "unit", "range", "flag", "date"})
_MOST_OF_LABEL: Final = 3


@dataclass
class _Group:
    """The labelled parts of one result, and the numbers of the lines they stand in."""

    said: dict[str, list[Word]] = field(default_factory=dict)
    lines: set[int] = field(default_factory=set)

    def text(self, part: str) -> str:
        return " ".join(word.text for word in self.said.get(part, ())).strip(" ,;|")


def labelled(found: Sequence[Line], page: int) -> tuple[list[FoundRow], set[int]]:
    """Return the results whose test and value both have a label, and the lines that tell them."""
    rows, lines = [], set[int]()
    for group in _groups(found):
        if (row := _row(group, page)) is not None:
            rows.append(row)
            lines |= group.lines
    return rows, lines


def _groups(found: Sequence[Line]) -> Iterator[_Group]:
    """Yield the labelled parts from each test to the next; a line without a label ends one."""
    group = _Group()
    for at, line in enumerate(found):
        parts = list(_parts([word for cell in line for word in cell.words]))
        if not parts and group.said:
            yield group
            group = _Group()
        for part, words in parts:
            if part == "test" and group.said.get("test"):
                yield group
                group = _Group()
            if part in _PARTS:
                group.said.setdefault(part, words)
                group.lines.add(at)
    yield group


def _parts(words: Sequence[Word]) -> Iterator[tuple[str, list[Word]]]:
    """Yield what stands behind each label of a line, which has to begin with one."""
    at, part, said = 0, "", list[Word]()
    while at < len(words):
        label, taken = _label(words, at)
        if label:
            if part:
                yield part, said
            part, said, at = label, [], at + taken
        elif not part:
            return
        else:
            said.append(words[at])
            at += 1
    if part:
        yield part, said


def _label(words: Sequence[Word], at: int) -> tuple[str, int]:
    """Return what a label that begins with a word announces, and how many words it has."""
    for taken in range(1, min(_MOST_OF_LABEL, len(words) - at) + 1):
        text = " ".join(word.text for word in words[at : at + taken])
        if text.endswith(":"):
            known = RESULTS.by_heading.get(plain(text[:-1]), "another" if taken == 1 else "")
            if known:
                return known, taken
    return "", 0


def _row(group: _Group, page: int) -> FoundRow | None:
    test, unit = named(group.text("test"), unit_of(group.text("unit")))
    printed = value_in(group.text("value"), test)
    if printed is None or not is_name(test):
        return None
    unit_said = printed.unit or unit.unit or group.text("unit")
    between = range_of(group.text("range"), unit_said) or group.text("range") or printed.range
    day = group.text("date")
    return FoundRow(
        test=test,
        value=printed.value,
        unit=unit_said,
        range=between,
        flag=printed.flag or flag_of(group.text("flag")),
        date=day if is_date(day) else "",
        page=page,
        box=_around(group),
        doubts=frozenset(doubts(test, printed.value, unit_said, between)),
    )


def _around(group: _Group) -> Box:
    return around(word.box for part in group.said.values() for word in part)
