"""What is to come, what is to ask and what is to do, in order; and questions to start from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from secondop_desktop.journal.dates import PartialDate
from secondop_desktop.lang import N_, _


@dataclass(frozen=True)
class Template:
    """Questions on one matter that the user can take over and change."""

    group: str
    questions: tuple[str, ...]


TEMPLATES = (
    Template(
        N_("The diagnosis"),
        (
            N_("How sure are you about what I have?"),
            N_("What else could it be?"),
            N_("What made you come to this view?"),
        ),
    ),
    Template(
        N_("Benefits"),
        (
            N_("How is this meant to help me?"),
            N_("Of 100 people like me, how many does it help?"),
            N_("How soon would I notice, and how long does it last?"),
        ),
    ),
    Template(
        N_("Risks"),
        (
            N_("What can go wrong, and how often does it?"),
            N_("Which side effects go away, and which may stay?"),
        ),
    ),
    Template(
        N_("Other ways"),
        (
            N_("What else could be done instead?"),
            N_("Why do you prefer this one for me?"),
        ),
    ),
    Template(
        N_("Waiting or doing nothing"),
        (
            N_("What may happen if we wait, or do nothing?"),
            N_("Is it safe for me to wait, and for how long?"),
            N_("What should make me get in touch sooner?"),
        ),
    ),
    Template(
        N_("A test"),
        (
            N_("What will this test tell us?"),
            N_("Will its result change what we do?"),
            N_("How can the test be wrong?"),
        ),
    ),
    Template(
        N_("An operation"),
        (
            N_("Who will do the operation, and how often have they done it?"),
            N_("How long will it take me to get back to normal?"),
            N_("Can it be done later if I decide to wait now?"),
        ),
    ),
    Template(
        N_("A medicine"),
        (
            N_("How do I take it, and for how long?"),
            N_("Does it go with the other medicines I take?"),
            N_("How will we know whether it works?"),
        ),
    ),
    Template(
        N_("When doctors differ"),
        (
            N_("Why does your advice differ from the other doctor's?"),
            N_("Did you both look at the same records and tests?"),
            N_("What would you need to see to agree with them?"),
        ),
    ),
)


def place_counted(row: Any) -> str:
    """Say what is wrong when the number of the opinion is less than 1."""
    if row.opinion_place is None or row.opinion_place >= 1:
        return ""
    return _("Which opinion this is must be 1 or more.")


def is_ahead(row: Any, now: datetime) -> bool:
    """Tell whether an appointment is still to come; ``now`` is local time.

    One without a time of day is still to come on its day, one known only to the month until
    the month is over. Without a date it is not put before the others.
    """
    when: PartialDate | None = row.when
    if when is None or row.status not in {"", "planned"}:
        return False
    if when.clock and when.last_day == now.date():
        return when.clock >= now.time()
    return when.last_day >= now.date()


def ahead(rows: Iterable[Any], now: datetime) -> tuple[Any, ...]:
    """Return the appointments still to come, the next one first."""
    coming = (row for row in rows if is_ahead(row, now))
    return tuple(sorted(coming, key=lambda row: _by_date(row.when)))


def is_open(question: Any) -> bool:
    """Tell whether a question is still to be asked."""
    return question.status in {"", "open"}


def in_order(questions: Iterable[Any]) -> tuple[Any, ...]:
    """Return questions in the user's own order; those without a rank follow as they came."""
    return tuple(sorted(questions, key=lambda row: (row.rank is None, row.rank or 0)))


def to_ask(questions: Iterable[Any], appointment: str) -> tuple[Any, ...]:
    """Return the open questions meant for one appointment (by its id), in order."""
    return in_order(q for q in questions if is_open(q) and appointment in q.appointments)


def to_do(tasks: Iterable[Any]) -> tuple[Any, ...]:
    """Return the tasks not done, the one due first on top, those without a date last."""
    return tuple(sorted((t for t in tasks if not t.done), key=lambda row: _by_date(row.due)))


def overdue(task: Any, today: date) -> bool:
    """Tell whether the day by which a task was to be done has certainly passed."""
    return bool(not task.done and task.due and task.due.last_day < today)


def _by_date(when: PartialDate | None) -> tuple[bool, str]:
    return when is None, when.stored if when else ""
