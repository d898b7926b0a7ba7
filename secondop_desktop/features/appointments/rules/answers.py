"""The same question and what each clinician answered to it, put side by side."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from secondop_desktop.journal.user_order import in_order
from secondop_desktop.journal.values.dates import PartialDate, undated_last


@dataclass(frozen=True)
class Column:
    """One clinician (by id, None where nobody was put down) and the days they were asked."""

    provider: str | None
    dates: tuple[PartialDate, ...]


@dataclass(frozen=True)
class Reply:
    """One answer as it is saved; ``appointment`` is where it was given, if that is known."""

    id: str
    text: str
    no_answer: str
    date: PartialDate | None
    appointment: str | None


@dataclass(frozen=True)
class Cell:
    """What one clinician said to one question, and where they are or were to be asked it."""

    provider: str | None
    replies: tuple[Reply, ...]
    appointment: str | None = None
    date: PartialDate | None = None

    @property
    def answered(self) -> bool:
        """True when they said something."""
        return any(reply.text for reply in self.replies)


@dataclass(frozen=True)
class Line:
    """One question across all clinicians; ``number`` is its place in the user's own order."""

    question: str
    number: int
    text: str
    why: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Grid:
    """All questions with all answers."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


def grid(questions: Iterable[Any], answers: Iterable[Any], visits: Iterable[Any]) -> Grid:
    """Put answers side by side; ``visits`` are the appointments they were given at."""
    held = {row.id: row for row in visits}
    asked = [row for row in in_order(questions) if row.status != "dropped"]
    wanted = {row.id for row in asked}
    given = [(by(one, held), one) for one in answers if one.question in wanted]
    columns = _columns(asked, given, held)
    lines = (_line(at, row, columns, given, held) for at, row in enumerate(asked, 1))
    return Grid(columns, tuple(lines))


def by(answer: Any, visits: Mapping[str, Any]) -> str | None:
    """Return who gave an answer: named by it, else whoever was seen at its appointment."""
    visit = visits.get(answer.appointment or "")
    return answer.provider or (visit.provider if visit is not None else None)


def _columns(
    asked: Sequence[Any], given: Sequence[tuple[str | None, Any]], held: Mapping[str, Any]
) -> tuple[Column, ...]:
    """Return a column for everyone who answered or is to be asked, the first asked first."""
    days: dict[str | None, set[PartialDate]] = {}
    for provider, one in given:
        visit = held.get(one.appointment or "")
        day = one.date or (visit.when if visit is not None else None)
        days.setdefault(provider, set()).update([day.without_time()] if day else [])
    for id_ in dict.fromkeys(id_ for row in asked for id_ in row.appointments):
        visit = held.get(id_)
        if visit is not None and visit.provider:
            day = visit.when
            days.setdefault(visit.provider, set()).update([day.without_time()] if day else [])
    made = [Column(who, tuple(sorted(when))) for who, when in days.items()]
    return tuple(sorted(made, key=_first_asked))


def _first_asked(column: Column) -> tuple[bool, str]:
    return column.provider is None, undated_last(next(iter(column.dates), None))


def _line(
    number: int,
    row: Any,
    columns: Sequence[Column],
    given: Sequence[tuple[str | None, Any]],
    held: Mapping[str, Any],
) -> Line:
    own = [(who, one) for who, one in given if one.question == row.id]
    cells = []
    for column in columns:
        replies = [_reply(one, held) for who, one in own if who == column.provider]
        replies.sort(key=lambda one: undated_last(one.date))
        cells.append(_cell(row, column, replies, held))
    return Line(row.id, number, row.text, row.why, tuple(cells))


def _reply(one: Any, held: Mapping[str, Any]) -> Reply:
    visit = held.get(one.appointment or "")
    date = one.date or (visit.when if visit is not None else None)
    return Reply(one.id, one.text, one.no_answer, date, one.appointment)


def _cell(row: Any, column: Column, replies: Sequence[Reply], held: Mapping[str, Any]) -> Cell:
    """Say besides where a new answer of theirs would have been given."""
    visits = [held[id_] for id_ in row.appointments if id_ in held]
    meant = [visit for visit in visits if column.provider and visit.provider == column.provider]
    cell = Cell(column.provider, tuple(replies))
    if not meant:
        return cell
    return replace(cell, appointment=meant[-1].id, date=meant[-1].when)


def answered_by_all(found: Grid) -> Grid:
    """Keep the questions that everyone answered."""
    kept = (line for line in found.lines if all(cell.answered for cell in line.cells))
    return replace(found, lines=tuple(kept))


def not_answered_by(found: Grid, provider: str | None) -> Grid:
    """Keep the questions to which one clinician has not answered yet."""
    kept = (
        line
        for line in found.lines
        if not any(cell.answered for cell in line.cells if cell.provider == provider)
    )
    return replace(found, lines=tuple(kept))
