"""The opinions side by side as the user marked them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from secondop_desktop.features.opinions.rules.aspects import ASPECTS, Aspect, place_words
from secondop_desktop.journal.user_order import in_places
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _

_DIFFERENCES = frozenset({"partly", "different"})


@dataclass(frozen=True)
class Column:
    """One opinion of the grid; ``title`` says which one it is, such as "Second opinion".

    ``overall`` is all of it in a few lines, ``record`` the letter that it is in, ``unread``
    what was written into fields and is no value.
    """

    id: str
    place: int | None
    title: str
    provider: str | None
    date: PartialDate | None
    overall: str = ""
    record: str | None = None
    is_draft: bool = False
    unread: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Said:
    """One statement and where it was made."""

    id: str
    text: str
    source: str = ""
    record: str | None = None
    page: int | None = None
    not_discussed: bool = False
    place: str = ""


@dataclass(frozen=True)
class Cell:
    """What one opinion says about one aspect: mostly one statement, none, or several."""

    opinion: str
    said: tuple[Said, ...] = ()

    @property
    def text(self) -> str:
        """All that was said, a paragraph for each statement."""
        return "\n\n".join(one.text for one in self.said if one.text)

    @property
    def source(self) -> str:
        """Where it was said."""
        return "; ".join(dict.fromkeys(one.source for one in self.said if one.source))

    @property
    def not_discussed(self) -> bool:
        """Whether the user noted that nothing was said about it."""
        return not self.text and any(one.not_discussed for one in self.said)


@dataclass(frozen=True)
class Row:
    """One aspect over all opinions, with the user's mark (``mark_id`` is empty without one)."""

    aspect: str
    label: str
    meaning: str
    cells: tuple[Cell, ...]
    mark: str = ""
    note: str = ""
    mark_id: str = ""

    @property
    def differs(self) -> bool:
        """Whether the user marked the opinions as different or partly so; never computed."""
        return self.mark in _DIFFERENCES


@dataclass(frozen=True)
class Grid:
    """Opinions side by side; every row has one cell for each column, in the same order."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def place_in_record(said: Said | None, letter: str | None = None) -> str:
    """Return the place where a statement can be read, such as ``record:<id>#page=3``.

    A page without a record is one of ``letter``, the record that the whole opinion is in. Empty
    when it is in no record.
    """
    if said is None:
        return ""
    record = said.record or (letter if said.page else None)
    if not record:
        return ""
    where = {"page": said.page, "words": said.place if said.record else ""}
    told = "&".join(f"{name}={value}" for name, value in where.items() if value)
    return f"record:{record}#{told}" if told else f"record:{record}"


def where_said(said: Said | None) -> str:
    """Say in words where a statement was made, and on which page."""
    if said is None:
        return ""
    page = _("page {page}").format(page=said.page) if said.page else ""
    parts = (said.source, "" if page and page in said.source else page)
    return ", ".join(part for part in parts if part)


def grid(opinions: Iterable[Any], statements: Iterable[Any], marks: Iterable[Any]) -> Grid:
    """Put the opinions of one case side by side, in the order of their places.

    Of several marks on one aspect the last given counts. Statements of opinions not given are
    left out; what has an aspect unknown here follows at the end, so that nothing is hidden.
    """
    columns = tuple(_column(row) for row in in_places(opinions))
    cells: dict[tuple[str, str], list[Said]] = {}
    for row in statements:
        cells.setdefault((row.aspect, row.opinion), []).append(said_of(row))
    marked = {row.aspect: row for row in marks}
    known = {aspect.word for aspect in ASPECTS}
    shown = {column.id for column in columns}
    strange = {word for word, opinion in cells if word and opinion in shown} - known
    aspects = (*ASPECTS, *(Aspect(word, word, "") for word in sorted(strange)))
    return Grid(columns, tuple(_row(aspect, columns, cells, marked) for aspect in aspects))


def only_differences(whole: Grid) -> Grid:
    """Return the rows that the user marked as different or partly the same."""
    return replace(whole, rows=tuple(row for row in whole.rows if row.differs))


def written(row: Row) -> bool:
    """Tell whether anything is written about an aspect, by a doctor or by the user."""
    return bool(row.mark or row.note or any(cell.text or cell.not_discussed for cell in row.cells))


def question_of(row: Row) -> str:
    """Word an aspect as a question to the doctors."""
    about = _(row.label).lower()
    if row.mark == "same":
        return _("You say the same as the other doctor. Tell me more about: {aspect}").format(
            aspect=about
        )
    if row.mark == "not discussed":
        return _("We have not talked about this yet: {aspect}. What do you say?").format(
            aspect=about
        )
    return _("Why does your advice differ: {aspect}?").format(aspect=about)


def as_json(whole: Grid, names: Callable[[str | None], str]) -> dict[str, object]:
    """Return the grid as plain JSON values, with the clinicians' names beside their ids."""
    return {
        "opinions": [
            {
                "id": column.id,
                "place": column.place,
                "title": column.title,
                "provider": column.provider,
                "provider_name": names(column.provider),
                "date": column.date.iso if column.date else None,
            }
            for column in whole.columns
        ],
        "aspects": [_row_json(row) for row in whole.rows],
    }


def _row_json(row: Row) -> dict[str, object]:
    cells = [
        {
            "opinion": cell.opinion,
            "text": cell.text,
            "source": cell.source,
            "not_discussed": cell.not_discussed,
            "statements": [vars(one) for one in cell.said],
        }
        for cell in row.cells
    ]
    words = {"aspect": row.aspect, "label": _(row.label), "meaning": _(row.meaning)}
    return {**words, "cells": cells, "mark": row.mark, "note": row.note}


def _column(row: Any) -> Column:
    title = place_words(row.place)
    draft = not row.place or bool(row.unread)
    return Column(
        row.id,
        row.place,
        title,
        row.provider,
        row.date,
        row.overall,
        row.record,
        draft,
        row.unread,
    )


def said_of(row: Any) -> Said:
    """Return what a statement holds."""
    return Said(
        row.id, row.text, row.source, row.record, row.page, bool(row.not_discussed), row.place
    )


def _row(
    aspect: Aspect,
    columns: tuple[Column, ...],
    cells: dict[tuple[str, str], list[Said]],
    marked: dict[str, Any],
) -> Row:
    found = tuple(Cell(c.id, tuple(cells.get((aspect.word, c.id), ()))) for c in columns)
    row = Row(aspect.word, aspect.label, aspect.meaning, found)
    mark = marked.get(aspect.word)
    if mark is None:
        return row
    return replace(row, mark=mark.mark, note=mark.note, mark_id=mark.id)
