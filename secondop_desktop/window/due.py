"""What is to be done and by when: the person's tasks, and what other entries put a date to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind, Names
from secondop_desktop.journal.values.dates import PartialDate, undated_first
from secondop_desktop.journal.wording import written_elsewhere
from secondop_desktop.lang import N_
from secondop_desktop.window.reminders import Due, first_day, kinds_read, reminders

__all__ = [
    "KINDS",
    "NEXT_DAYS",
    "Due",
    "ToDo",
    "When",
    "read_due",
    "read_everybody",
    "when_of",
]

NEXT_DAYS = 7
"""How many days after today are "the next days"."""

KINDS = (*kinds_read(), "provider")
"""The kinds that say what is to be done, for who watches them."""


_ASKING = {"record": "asked", "cost": "due"}
"""Kinds of which nothing is drawn from an entry without anything in this column."""
_RECENT = "appointment"
"""The kind of which nothing is drawn from what is long past."""


class When(Enum):
    """How near it is; the value is its untranslated heading."""

    OVERDUE = N_("Overdue")
    TODAY = N_("Today")
    WEEK = N_("In the next 7 days")
    LATER = N_("Later")
    NO_DATE = N_("No date")


def when_of(by: PartialDate | None, today: date) -> When:
    """Return how near a day is, as far as it is known.

    A month or a year is overdue once all of it has passed, and near when its last day is: it
    is never "today", because nobody wrote down that day.
    """
    if by is None:
        return When.NO_DATE
    if by.last_day < today:
        return When.OVERDUE
    if by.first_day == by.last_day == today:
        return When.TODAY
    return When.WEEK if (by.last_day - today).days <= NEXT_DAYS else When.LATER


@dataclass(frozen=True)
class ToDo:
    """All that one person has to do, what is due first on top, and what is done."""

    open: tuple[Due, ...]
    done: tuple[Due, ...]
    """The one done last on top."""

    def grouped(self, today: date) -> dict[When, tuple[Due, ...]]:
        """Return what is open by how near it is; groups without anything are left out."""
        groups = {
            when: [due for due in self.open if when_of(due.by, today) is when] for when in When
        }
        return {when: tuple(found) for when, found in groups.items() if found}

    @property
    def people(self) -> tuple[str, ...]:
        """Who does something, in the order of the alphabet."""
        named = {due.who.strip() for due in (*self.open, *self.done)}
        return tuple(sorted(named - {""}, key=str.casefold))

    def of(self, who: str | None) -> "ToDo":
        """Return what one person does, or with an empty name what nobody is put down for.

        None stands for everybody.
        """
        if who is None:
            return self
        return ToDo(_by(who, self.open), _by(who, self.done))


def read_due(journal: Journal, person: str, now: datetime) -> ToDo:
    """Read all that one person has to do; ``now`` is local time without a zone."""
    with journal.reading():
        rows = {
            kind: journal.entries(kind, having=_ASKING.get(kind, ""), person=person)
            for kind in kinds_read()
            if kind != _RECENT
        }
        rows[_RECENT] = journal.from_day(_RECENT, first_day(now.date()), person=person)
        names = journal.names()
    kind = journal.kinds["task"]
    tasks = [_task(kind, row, names) for row in rows["task"]]
    also = reminders(rows, names, now)
    done = [task for task in tasks if task.done]
    done.sort(key=lambda task: undated_first(task.done_on), reverse=True)
    return ToDo(in_order([*(task for task in tasks if not task.done), *also]), tuple(done))


def read_everybody(journal: Journal, now: datetime, without: str = "") -> ToDo:
    """Read what all people of a journal have to do, each thing with whose it is.

    One person may be left out, for who lists what is to do for the others.
    """
    people = [row.id for row in journal.entries("person") if row.id != without]
    found = [(person, read_due(journal, person, now)) for person in people]
    waiting = [due._replace(person=person) for person, own in found for due in own.open]
    done = [due._replace(person=person) for person, own in found for due in own.done]
    done.sort(key=lambda due: undated_first(due.done_on), reverse=True)
    return ToDo(in_order(waiting), tuple(done))


def in_order(found: Iterable[Due]) -> tuple[Due, ...]:
    """Return what is due first on top; a month comes after its days, no date at the end."""
    return tuple(sorted(found, key=_by_last_day))


def _by_last_day(due: Due) -> tuple[date, str]:
    return (due.by.last_day, due.by.stored) if due.by else (date.max, "~")


def _by(who: str, found: Sequence[Due]) -> tuple[Due, ...]:
    return tuple(due for due in found if due.who.strip() == who)


def _task(kind: Kind, row: Any, names: Names) -> Due:
    """Return a task as it is listed, beside the title of what it belongs to."""
    about = names(row.linked[0]) if row.linked else ""
    why = about if about != row.text else ""
    return Due(
        row.text,
        row.due,
        row.id,
        "task",
        why,
        who=row.who,
        case=row.case,
        task=True,
        done=bool(row.done),
        done_on=row.done_on,
        draft=kind.is_draft(row),
        written=written_elsewhere(kind, row),
    )
