"""Whom the rows of a table are about: read by person, and never filed under another."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.people.person_fit import Fit, fit
from secondop_desktop.exchange.people.somebody_else import called
from secondop_desktop.exchange.people.whose import NEW
from secondop_desktop.exchange.questions import Asked, Choice, Question
from secondop_desktop.exchange.read_entries import ReadEntry, Reading, Skipped, mark
from secondop_desktop.exchange.tables.above import person_values, told_above
from secondop_desktop.exchange.tables.cells import Row
from secondop_desktop.exchange.tables.layout import Layout
from secondop_desktop.exchange.tables.table import Table
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _, ngettext

NOBODY = "table-person:nobody"
"""The origin of whom a row is about that names nobody, in a table that names several people."""


class People:
    """The people whom the rows of one table name, each as a draft."""

    def __init__(self, table: Table, layout: Layout) -> None:
        self._table, self._fields = table, layout.fields
        self.found: dict[str, ReadEntry] = {}
        self._check_numbers()
        self._told_at = _told_among(table)
        for line in self._told_at.values():
            self._known_by(line)
        self._whose = {row.line: self._named(row) for row in table.rows}
        self._several = len({one for one in self._whose.values() if one}) > 1

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns that say who a row is about."""
        names = ("person", "first", "last", "nhs", "born")
        return tuple(self._fields[name] for name in names if name in self._fields)

    def of(self, row: Row) -> str:
        """Return the origin of the person whom a row is about, empty where nothing says it.

        Of rows of several people one that names nobody may be anybody's: it is NOBODY's.
        """
        return self._whose[row.line] or (NOBODY if self._several else "")

    def _named(self, row: Row) -> str:
        told = self._person_of(row)
        if told.keys() <= {"birth_date"}:
            told = {**self._told_over(row), **told}
        return self._known_by(told)

    def _told_over(self, row: Row) -> Mapping[str, Any]:
        """Return the person whom the nearest line over a row names."""
        at = bisect_left(list(self._told_at), row.line)
        return list(self._told_at.values())[at - 1] if at else {}

    def _known_by(self, told: Mapping[str, Any]) -> str:
        draft = self._draft(told)
        return self._known(draft) if draft else ""

    def _check_numbers(self) -> None:
        """Refuse rows of several patients whom only the numbers of their hospital tell apart."""
        numbers = dict.fromkeys(self._table.column(self._fields.get("number")))
        if len(numbers) > 1 and not self._fields.keys() & {"person", "first", "last", "nhs"}:
            text = _(
                "{file} holds rows of several patients (numbers {numbers}). Keep those of one, and "
                "bring in the file again."
            )
            shown = ", ".join([*numbers][:5])
            raise UserError(text.format(file=self._table.name, numbers=shown))

    def _person_of(self, row: Row) -> dict[str, Any]:
        texts = {
            name: self._table.cell(row, self._fields.get(name))
            for name in ("person", "first", "last", "nhs", "born")
        }
        name = texts["person"] or " ".join(filter(None, (texts["first"], texts["last"])))
        return person_values(name, texts["nhs"], texts["born"])

    def _draft(self, values: Mapping[str, Any]) -> ReadEntry | None:
        if not values:
            return None
        key = "|".join(str(value).casefold() for value in values.values())
        return ReadEntry("person", f"table-person:{mark(key)}", values, self._table.name)

    def _known(self, draft: ReadEntry) -> str:
        """Return the origin of this person, or of one told before who is the same."""
        if draft.origin in self.found:
            return draft.origin
        for origin, other in self.found.items():
            if fit(draft.values, other.values) is Fit.SAME:
                return origin
        self.found[draft.origin] = draft
        return draft.origin


def _told_among(table: Table) -> dict[int, dict[str, Any]]:
    """Return whom lines name, by the number of the line from which on that holds.

    A single patient may stand below the rows as well as above them.
    """
    told = {0: list(table.above)}
    last = 0
    data = [row.line for row in table.rows]
    for line, text in sorted(table.between.items()):
        if bisect_left(data, last) != bisect_left(data, line):
            last = line
        told.setdefault(last, []).append(text)
    found = {line: values for line, texts in told.items() if (values := told_above(texts))}
    return {0: next(iter(found.values()))} if len(found) == 1 else found


def by_person(
    reading: Reading, journal: Journal, person: str | None, asked: Asked, name: str
) -> Reading:
    """Keep the entries of one person where tables hold those of several; asks whose to take."""
    reading = replace(reading, people=_fullest(reading.people))
    about = {draft.about for draft in reading.drafts if draft.about}
    people = [draft for draft in reading.people if draft.origin in about]
    if len(people) < 2:
        return reading
    keys = _keys(people)
    answer = asked.ask(_question(people, keys, _fitting(people, journal, person), name))
    chosen = keys.get(answer)
    left = [one for one in people if chosen is None or one.origin != chosen.origin]
    skipped = [*reading.skipped, *(_left(reading, one, name) for one in left)]
    skipped += _unnamed(reading, name)
    drafts = [d for d in reading.drafts if chosen and d.about in {"", chosen.origin}]
    back = [one for one in reading.taken_back if chosen and one.drafts[0].about == chosen.origin]
    unknown = [] if journal.entries("person") else people[:1]
    about_whom = [chosen] if chosen else unknown
    return replace(reading, drafts=drafts, skipped=skipped, people=about_whom, taken_back=back)


def _fullest(people: Sequence[ReadEntry]) -> list[ReadEntry]:
    """Return each person once, as the table that says the most tells them."""
    found: dict[str, ReadEntry] = {}
    for one in people:
        known = found.get(one.origin)
        if known is None or len(one.values) > len(known.values):
            found[one.origin] = one
    return list(found.values())


def _keys(people: Sequence[ReadEntry]) -> dict[str, ReadEntry]:
    found: dict[str, ReadEntry] = {}
    for number, one in enumerate(people, 1):
        values, born = one.values, one.values.get("birth_date")
        said = values.get("name") or values.get("nhs_number") or (born and born.iso) or number
        key = "-".join(str(said).casefold().split())
        found[key if key not in found else f"{key}-{number}"] = one
    return found


def _fitting(people: Sequence[ReadEntry], journal: Journal, person: str | None) -> ReadEntry | None:
    """Return the only one who is the person chosen, or the journal's only person."""
    rows = journal.entries("person") if person != NEW else []
    row = next((one for one in rows if one.id == person), rows[0] if len(rows) == 1 else None)
    if row is None:
        return None
    own = [one for one in people if one.entry == row.id]
    fits = own or [one for one in people if fit(one.values, row._asdict()) is Fit.SAME]
    return fits[0] if len(fits) == 1 else None


def _question(
    people: Sequence[ReadEntry], keys: Mapping[str, ReadEntry], default: ReadEntry | None, name: str
) -> Question:
    return Question(
        "whose-rows",
        _("There are entries of several people in {file}. Whose do you want to bring in?").format(
            file=name
        ),
        tuple(Choice(key, called(one.values)) for key, one in keys.items()),
        next((key for key, one in keys.items() if one is default), ""),
    )


def _left(reading: Reading, one: ReadEntry, name: str) -> Skipped:
    count = sum(draft.about == one.origin for draft in reading.drafts)
    text = ngettext(
        "{count} entry is about {person}.", "{count} entries are about {person}.", count
    )
    return Skipped(name, text.format(count=count, person=called(one.values)))


def _unnamed(reading: Reading, name: str) -> list[Skipped]:
    """Name the rows that do not say whose they are among those of several people."""
    where = [draft.where for draft in reading.drafts if draft.about == NOBODY]
    if not where:
        return []
    text = ngettext(
        "{count} entry does not say who it is about: {where}. Write the name there, and bring "
        "in the file again.",
        "{count} entries do not say who they are about, such as {where}. Write the name there, "
        "and bring in the file again.",
        len(where),
    )
    return [Skipped(name, text.format(count=len(where), where=where[0]))]
