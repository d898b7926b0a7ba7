"""All results on a page: under headings, by their look, one below the other, and in prose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from secondop_desktop.exchange.printed_results.beside import Beside, beside, value_in
from secondop_desktop.exchange.printed_results.found import Doubt, FoundRow
from secondop_desktop.exchange.printed_results.heads import Head, below, heads_of, is_heading, split
from secondop_desktop.exchange.printed_results.labelled import labelled
from secondop_desktop.exchange.printed_results.looks import (
    bare_name,
    is_amount,
    is_corrected,
    is_dose,
    is_flag,
    is_group,
    is_name,
    is_remark,
    is_sentence,
    is_word,
    needs_unit,
    range_of,
    value_of,
)
from secondop_desktop.exchange.printed_results.prose import in_prose
from secondop_desktop.exchange.printed_results.under_heads import (
    doubts,
    name_under,
    person_under,
    rows_under,
)
from secondop_desktop.exchange.printed_results.words import Box, Line, Word, around
from secondop_desktop.exchange.tables.days import is_date
from secondop_desktop.journal.values.numbers import COMMA, proofs
from secondop_desktop.journal.values.printed_parts import Printed, named

_BELOW: Final = 1.0
"""Of the height of a line: how far below it the rest of a name may stand."""

_INDENT: Final = 30.0
_LONGEST_REST: Final = 40
_WORDS_OF_REST: Final = 4
_MOST_OF_DATE: Final = 3
_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")


def rows_of(found: Sequence[Line], page: int) -> list[FoundRow]:
    """Return the results in the lines of a page (numbered from 1), from top to bottom."""
    return list(_Page(found, page).rows())


class _Page:
    """Goes down the lines of a page, under the headings that were met last."""

    def __init__(self, found: Sequence[Line], page: int) -> None:
        self.lines, self.page = found, page
        self._heads: list[Head] = []
        self._used: set[int] = set()
        self._last_head: Line | None = None
        self._headings: Line = ()
        self._person = ""

    def rows(self) -> Iterator[FoundRow]:
        rows, self._used = labelled(self.lines, self.page)
        for at, line in enumerate(self.lines):
            if at in self._used:
                continue
            heads = self._heads_at(line, follows=at > 0 and self.lines[at - 1] is self._last_head)
            self._last_head = line if heads else self._last_head
            self._heads = heads or self._heads
            made = ([] if heads else self._of_line(line)) or self._below(at)
            if made:
                self._used.add(at)
                rows += made
            elif rows:
                rows[-1:] = [self._continued(rows[-1], line)]
        yield from (self._in_doubt(row.readable()) for row in rows)
        left = [line for at, line in enumerate(self.lines) if at not in self._used]
        yield from in_prose(left, self.page)

    def _heads_at(self, line: Line, *, follows: bool) -> list[Head]:
        """Return the headings in a line, with those right above it where it goes on with them."""
        above = sorted(self._headings, key=lambda cell: cell.box.left)
        self._headings = (*self._headings, *line) if all(map(is_heading, line)) else ()
        last = self._heads if follows else heads_of(above) if above else []
        more = below(last[0], line) if len(last) == 1 else None
        return [more] if more else heads_of(line)

    def _in_doubt(self, row: FoundRow) -> FoundRow:
        """Doubt ``12.300`` on a page with decimal commas: it is most likely twelve thousand."""
        if not (self._has_commas and _THOUSANDS.fullmatch(row.value.lstrip("<>≤≥ "))):
            return row
        return replace(row, doubts=row.doubts | {Doubt.TWO_READINGS})

    @cached_property
    def _has_commas(self) -> bool:
        words = (word.text for line in self.lines for cell in line for word in cell.words)
        return COMMA in proofs(words)

    def _of_line(self, line: Line) -> list[FoundRow]:
        said = " ".join(cell.text for cell in line)
        rows = self._under_heads(line)
        if is_dose(said):
            rows = [row for row in rows if row.unit and not is_amount(row.unit)]
        else:
            rows = rows or list(self._by_look(line))
        if not is_corrected(said):
            return rows
        return [replace(row, doubts=row.doubts | {Doubt.REMARK}) for row in rows]

    def _under_heads(self, line: Line) -> list[FoundRow]:
        if not self._heads:
            return []
        parts = list(zip(self._heads, split(line, self._heads), strict=True))
        rows = [row for head, part in parts for row in rows_under(head, part, self.page)]
        person = " ".join(person_under(head, part) for head, part in parts).strip()
        self._person = self._person or person
        if not person or person == self._person:
            return rows
        return [replace(row, doubts=row.doubts | {Doubt.OTHER_PATIENT}) for row in rows]

    # By the look of a line ---------------------------------------------------------------

    def _by_look(self, line: Line) -> Iterator[FoundRow]:
        words = [word for cell in line for word in cell.words]
        starts, count = [], 0
        for cell in line:
            starts.append(count)
            count += len(cell.words)
        at, day = 0, _day_before(line)
        while at < len(words):
            found = self._row_at(words, frozenset(starts), at)
            if found is None:
                at = next((start for start in starts if start > at), len(words))
            else:
                row, at = found
                if row is not None:
                    yield replace(row, date=row.date or day)

    def _row_at(
        self, words: Sequence[Word], starts: frozenset[int], at: int
    ) -> tuple[FoundRow | None, int] | None:
        """Return the row whose name begins at a word, and where the next may begin."""
        flag = words[at].text if is_flag(words[at].text) and at + 1 < len(words) else ""
        first = at + bool(flag)
        for end in range(first + 1, len(words)):
            text = words[end].text
            if end not in starts and not (value_of(text) or value_in(text, "")):
                continue
            name = bare_name(" ".join(word.text for word in words[first:end]))
            named_so = is_name(name) and not (is_sentence(name) or is_remark(name))
            found = beside(words, starts, end, name) if named_so else None
            if found is not None and _holds(name, found, whole=end in starts):
                stop = end + found.taken
                return self._made(name, found, flag, words[at:stop]), stop
            if end in starts:
                return None
        return None

    def _made(self, name: str, found: Beside, flag: str, words: Sequence[Word]) -> FoundRow | None:
        flag = flag or ("*" if name.startswith("*") else "")
        test, rest = named(name.strip(" :=*"), found.printed.unit)
        printed = replace(
            found.printed,
            unit=found.printed.unit or rest.unit,
            range=found.printed.range or rest.range,
            flag=found.printed.flag or flag,
        )
        says = printed.unit or printed.range or is_word(printed.value)
        if not says and needs_unit(test):
            return None
        why = {*found.doubts, *doubts(test, printed.value, printed.unit, printed.range)}
        if is_amount(printed.unit) and not printed.range:
            return None
        box = around(word.box for word in words)
        return _row(test, printed, found.date, self.page, box, why)

    # One below the other -----------------------------------------------------------------

    def _below(self, at: int) -> list[FoundRow]:
        """Read a value alone on its line, under the name of its test and over its range."""
        line, above = self.lines[at], self.lines[at - 1] if at else ()
        if len(line) != 1 or len(above) != 1 or at - 1 in self._used:
            return []
        name, printed = above[0].text, value_in(line[0].text, above[0].text)
        apart = abs(above[0].box.left - line[0].box.left) > _INDENT
        if printed is None or not printed.unit or apart or not is_name(name) or is_dose(name):
            return []
        after = self.lines[at + 1] if at + 1 < len(self.lines) else ()
        between = range_of(after[0].text, printed.unit) if len(after) == 1 else ""
        boxes = [above[0].box, line[0].box, *([after[0].box] if between else [])]
        printed = replace(printed, range=printed.range or between)
        if is_amount(printed.unit) and not printed.range:
            return []
        test, _rest = named(name.strip(" :"), printed.unit)
        why = set(doubts(test, printed.value, printed.unit, printed.range))
        return [_row(test, printed, "", self.page, around(boxes), why)]

    def _continued(self, row: FoundRow, line: Line) -> FoundRow:
        """Join what stands under a row: its range, or the rest of a name, which may be in doubt."""
        text = next((said for head in self._heads if (said := name_under(head, line))), "")
        text = text or (line[0].text if len(line) == 1 else "")
        box = line[0].box
        near = 0 <= box.top - row.box.bottom + box.height / 2 < box.height * (_BELOW + 0.5)
        if not (near and text and len(text) < _LONGEST_REST):
            return row
        if not row.range and len(line) == 1 and (between := range_of(text, row.unit)):
            return replace(row, range=between, box=around((row.box, box)))
        if abs(box.left - row.box.left) >= _INDENT:
            return row
        if text[:1].islower() or text.startswith("("):
            return replace(row, test=f"{row.test} {text}", box=around((row.box, box)))
        short = len(text.split()) <= _WORDS_OF_REST
        goes_on = bool(self._heads) and short and is_name(text) and not is_group(text)
        return replace(row, doubts=row.doubts | {Doubt.LONGER_NAME}) if goes_on else row


def _day_before(line: Line) -> str:
    """Return the date that a line begins with, where its tests follow in cells of their own."""
    words = [word.text for word in line[0].words] if len(line) > 1 else []
    texts = (" ".join(words[:end]) for end in range(min(len(words), _MOST_OF_DATE), 0, -1))
    return next(filter(is_date, texts), "")


def _holds(name: str, found: Beside, *, whole: bool) -> bool:
    """Tell whether a value within a cell is one, and no part of the name such as CA 125."""
    if whole:
        return True
    other = Doubt.ANOTHER_NUMBER in found.doubts
    return not other and bool(found.printed.unit or found.printed.range or not needs_unit(name))


def _row(test: str, printed: Printed, date: str, page: int, box: Box, why: set[Doubt]) -> FoundRow:
    return FoundRow(
        test=test,
        value=printed.value,
        unit=printed.unit,
        range=printed.range,
        flag=printed.flag,
        date=date,
        page=page,
        box=box,
        doubts=frozenset(why),
    )
