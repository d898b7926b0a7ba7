"""Tables that this program wrote itself: every field comes back, and nothing private comes open."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from io import StringIO
from typing import Any

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.formulas import restored, unescaped
from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.read_entries import Link, ReadEntry, Reading, Skipped, own_name
from secondop_desktop.exchange.tables.cells import LONGEST, Row
from secondop_desktop.exchange.tables.own_dates import as_written_here
from secondop_desktop.exchange.tables.own_headings import (
    BESIDE,
    check_marks,
    heads_of,
    is_own,
    kind_of,
    named,
)
from secondop_desktop.exchange.tables.table import on_sheet, place
from secondop_desktop.journal import entry_json
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Field, Kind, Kinds
from secondop_desktop.journal.progress import Tell, counted, nobody
from secondop_desktop.journal.values.columns import Checklist, Pairs, Refs
from secondop_desktop.journal.values.health_number import joined
from secondop_desktop.lang import _

NUMBER = "nhs_number"
"""The column that is written in groups, as people know it, and read as digits."""
_OF_FILE = frozenset({"file", "file_name", "file_type", "file_size", "pages"})
_DONE, _OPEN = "[x] ", "[ ] "
"""Stand before the lines of a checklist: before those ticked off, and before what looks so."""


ABOUT, BY_DATE = "about_these_tables", "by_date"
"""Stand in brackets in the first cell of a sheet that is only there to be looked at."""


def is_only_shown(cells: Sequence[str]) -> bool:
    """Tell by its first line whether a sheet of ours holds nothing that the others do not."""
    return bool(cells) and named(cells[0]) in {ABOUT, BY_DATE}


def more(name: str, part: int) -> str:
    """Return what a column is called that goes on where the cells of another are full."""
    return f"{name}_more{part + 1}"


_MORE = re.compile(r"(.+)_more\d+")


def _whole(row: Mapping[str, str]) -> dict[str, str]:
    """Return a row with the texts that several cells hold put together."""
    found: dict[str, str] = {}
    for name, text in row.items():
        begun = _MORE.fullmatch(name)
        of = begun[1] if begun else name
        found[of] = found.get(of, "") + text
    return found


def ticked(pairs: Sequence[tuple[str, bool]]) -> str:
    """Write a checklist as lines, those ticked off with a mark before them."""
    return "\n".join(_line(text, done=done) for text, done in pairs)


def _line(text: str, *, done: bool) -> str:
    if done:
        return _DONE + text
    return _OPEN + text if text.startswith((_DONE, _OPEN)) or not text else text


def _unticked(line: str) -> list[object]:
    found = next((mark for mark in (_DONE, _OPEN) if line.startswith(mark)), "")
    return [line[len(found) :], found == _DONE]


Lines = Sequence[tuple[int, Sequence[str]]]
"""Rows with the number of the line on which each begins, every cell as it stands."""


def read(
    text: str, name: str, kinds: Kinds, asked: Asked | None = None, tell: Tell = nobody
) -> Reading | None:
    """Read a table that ``tables_out`` wrote; None for any other text.

    Raises UserError where columns were taken out without which it cannot come back safely.
    ``tell`` hears how many rows are read.
    """
    csv.field_size_limit(LONGEST)
    first = re.split(r"[\r\n]", text[:LONGEST], maxsplit=1)[0]
    for separator in (",", ";", "\t"):
        if is_own(next(csv.reader([first], delimiter=separator), [])):
            lines = list(_lines(text, separator))
            return read_lines(lines, name, name, kinds, asked=asked, tell=tell)
    return None


def read_lines(
    lines: Lines,
    name: str,
    called: str,
    kinds: Kinds,
    sheet: str = "",
    *,
    asked: Asked | None = None,
    tell: Tell = nobody,
) -> Reading | None:
    """Read the rows of such a table; None for any other, which may be a sheet of a workbook.

    ``called`` is the name under which it was saved.
    """
    first = lines[0][1] if lines else ()
    heads, kind = heads_of(first), kind_of(first, called, kinds) if is_own(first) else None
    if kind is None:
        return None
    check_marks(heads, on_sheet(name, sheet) if sheet else name)
    drafts: list[ReadEntry] = []
    skipped: list[Skipped] = []
    people: dict[str, ReadEntry] = {}
    found = _rows(heads, lines[1:], _of_workbook if sheet else restored)
    rows, notices = as_written_here(kind, name, found, asked or Asked())
    for number, row in counted(rows, tell):
        at = Row(number, (), sheet)
        where = place(on_sheet(name, sheet) if sheet else name, at)
        try:
            draft = replace(_draft(kind, row, where), pointer=at.pointer)
        except UserError as why:
            skipped.append(Skipped(where, str(why)))
            continue
        person = draft if draft.kind == "person" else _person(row, where)
        people.setdefault(person.origin, person)
        drafts += [] if draft.kind == "person" else [draft]
    return Reading(drafts, skipped, list(people.values()), notices)


def _rows(
    heads: Sequence[str], lines: Lines, as_kept: Callable[[str], str] = restored
) -> list[tuple[int, dict[str, str]]]:
    """Return the cells of each line by their headings."""
    return [
        (number, _whole({head: as_kept(cell) for head, cell in zip(heads, cells, strict=False)}))
        for number, cells in lines
    ]


def _of_workbook(cell: str) -> str:
    return unescaped(restored(cell))


def _lines(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    begins = 1
    for cells in reader:
        if any(cells):
            yield begins, cells
        begins = reader.line_num + 1


def _draft(kind: Kind, row: Mapping[str, str], where: str) -> ReadEntry:
    told = {name: _given(kind, name, text) for name, text in row.items() if _is_told(kind, name)}
    values = entry_json.values(
        kind, {name: value for name, value in told.items() if str(value).strip()}
    )
    values |= _unread(kind, row, values)
    return ReadEntry(
        kind.name,
        own_name(row["id"]),
        values,
        where,
        about=own_name(row["person"]) if kind.name != "person" else "",
        entry=row["id"],
        names={name: row.get(f"{name}_name", "") for name in values},
        emptied=_emptied(kind, row, values),
    )


def _emptied(kind: Kind, row: Mapping[str, str], values: Mapping[str, Any]) -> list[str]:
    """Return the fields whose cell is empty; the file of a record is in no table."""
    left = {*_OF_FILE, *values.get("unread", ())}
    return [n for n in kind.by_name if n in row and not row[n].strip() and n not in left]


def _unread(kind: Kind, row: Mapping[str, str], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was typed and is no value yet, but for fields that have one now."""
    if "unread" not in row:
        return {}
    try:
        typed = Pairs().read(row["unread"])
    except ValueError as error:
        text = _("{kind}: {field} {problem}.")
        raise UserError(text.format(kind=kind.name, field="unread", problem=error)) from None
    return {"unread": {name: one for name, one in typed.items() if not values.get(name)}}


def _is_told(kind: Kind, name: str) -> bool:
    if name in kind.by_name or name == "private":
        return True
    if name == "case":
        return "case" in kind.types
    mere = name.endswith("_name") or name in {"draft", "unread"}
    return bool(BESIDE.fullmatch(name)) and not mere


def _given(kind: Kind, name: str, text: str) -> object:
    if name in kind.by_name and isinstance(kind.type_of(name), Checklist):
        return [_unticked(line) for line in text.replace("\r\n", "\n").split("\n")] if text else ""
    return joined(text) if name == NUMBER else text


def _person(row: Mapping[str, str], where: str) -> ReadEntry:
    name = row.get("person_name", "")
    values = {"name": name} if name else {}
    return ReadEntry(
        "person", own_name(row["person"]), values, where, settled=True, entry=row["person"]
    )


def settled(reading: Reading, journal: Journal) -> Reading:
    """Turn the ids in our own tables into what they mean in this journal.

    An entry that is there or comes in with them is linked; any other is left out and named.
    """
    coming = {d.entry: d.origin for d in (*reading.drafts, *reading.people) if d.entry}
    if not coming:
        return reading
    there = _Settling(journal, coming)
    return replace(
        reading,
        drafts=[there.draft(one) for one in reading.drafts],
        people=[there.draft(one) for one in reading.people],
        notices=[*reading.notices, *dict.fromkeys(there.notices)],
    )


def _is_linked(kind: Kind, name: str) -> bool:
    return type(kind.types.get(name)) is Refs


_CASE = (Field("case", "", refers="case"),)


class _Settling:
    def __init__(self, journal: Journal, coming: Mapping[str, str]) -> None:
        self._journal, self._coming = journal, coming
        self._known: dict[str, bool] = {}
        self.notices: list[str] = []

    def draft(self, draft: ReadEntry) -> ReadEntry:
        """Return a draft with links and ids; one from elsewhere stays as it is."""
        if not draft.entry:
            return draft
        kind = self._journal.kind(draft.kind)
        values = dict(draft.values)
        for field in (*kind.fields, *_CASE):
            if values.get(field.name) and (field.refers or _is_linked(kind, field.name)):
                values[field.name] = self._linked(draft, field.name, values[field.name])
        if values.get("file") and not draft.content and not self._has_file(values["file"]):
            self._say_file(draft)
            values = {name: one for name, one in values.items() if name not in _OF_FILE}
        return replace(draft, values={name: one for name, one in values.items() if one is not None})

    def _linked(self, draft: ReadEntry, field: str, value: Any) -> Any:
        ids = value if isinstance(value, tuple) else (value,)
        found = [self._one(one) for one in ids]
        if None in found:
            text = _(
                "{where}: it refers to {name}, which is not in this journal; that was left out."
            )
            said = draft.names.get(field) or ", ".join(ids)
            self.notices.append(text.format(where=draft.where, name=said))
        left = tuple(one for one in found if one is not None)
        return left if isinstance(value, tuple) else (left or (None,))[0]

    def _one(self, entry: str) -> Any:
        if self._is_there(entry):
            return entry
        return Link(self._coming[entry]) if entry in self._coming else None

    def _is_there(self, entry: str) -> bool:
        if entry not in self._known:
            self._known[entry] = bool(self._found(entry))
        return self._known[entry]

    def _found(self, entry: str) -> object:
        with self._journal.reading() as connection:
            sql = "SELECT 1 FROM search_doc WHERE id = ?"
            return connection.exec_driver_sql(sql, (entry,)).first()

    def _has_file(self, file_hash: str) -> bool:
        with self._journal.reading() as connection:
            found = connection.exec_driver_sql(
                "SELECT 1 FROM attachment WHERE hash = ?", (file_hash,)
            )
            return found.first() is not None

    def _say_file(self, draft: ReadEntry) -> None:
        text = _("{where}: the file itself is not in a table; the record comes in without it.")
        self.notices.append(text.format(where=draft.where))
