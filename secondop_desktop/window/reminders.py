"""What entries of other kinds leave to be done: an answer to ask for, a day to look again."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from secondop_desktop.features.allergies.kind import KIND as ALLERGY
from secondop_desktop.features.appointments.rules.coming import is_ahead
from secondop_desktop.features.costs.rules import money, open_bill
from secondop_desktop.features.decisions.rules.checks import answered_no, newest_first, tasks_of
from secondop_desktop.features.medicines.kind import KIND as MEDICINE
from secondop_desktop.features.people.kind import KIND as PERSON
from secondop_desktop.features.records.rules.requests import awaited
from secondop_desktop.features.records.rules.requests import due as record_due
from secondop_desktop.journal.kinds import Kind, Names
from secondop_desktop.journal.said_none import disagreeing
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _

WRITE_DOWN_DAYS = 30
"""How long after an appointment it is asked how it turned out."""

_OF_ONE_MATTER = frozenset({"record", "cost"})

Rows = Mapping[str, Sequence[Any]]
"""The entries of one person by kind."""

_ANSWERED = (ALLERGY, MEDICINE)


class Due(NamedTuple):
    """One thing to do, by when, and the entry it leads to; ``kind`` is that entry's.

    ``why`` says what it comes from. Without ``task`` it is only drawn from an entry.
    """

    text: str
    by: PartialDate | None
    entry: str
    kind: str
    why: str = ""
    who: str = ""
    case: str | None = None
    task: bool = False
    done: bool = False
    done_on: PartialDate | None = None
    draft: bool = False
    written: str = ""
    person: str = ""
    """Whose it is, by id, where several people's are listed together."""


def first_day(today: date) -> date:
    """Return the day from which on something may be drawn from an appointment."""
    return today - timedelta(days=WRITE_DOWN_DAYS)


def kinds_read() -> tuple[str, ...]:
    """Return the kinds that something may be drawn from, tasks first."""
    told = ("task", "record", "case", "appointment", "decision", "readiness", "cost", "person")
    return (*told, *(kind.name for kind in _ANSWERED))


def reminders(rows: Rows, names: Names, now: datetime) -> tuple[Due, ...]:
    """Return what is to be done and has no task yet; ``now`` is local time.

    A task stands for it when it is linked to the entry and says the same or is due that day;
    for a record or a cost, of which only one thing can be asked, any open task does.
    """
    return tuple(due for due in _all(rows, names, now) if not _has_task(due, rows["task"]))


def _has_task(due: Due, tasks: Sequence[Any]) -> bool:
    return any(due.entry in task.linked and _stands_for(task, due) for task in tasks)


def _stands_for(task: Any, due: Due) -> bool:
    same = task.text == due.text or (due.by is not None and task.due == due.by)
    return same or (due.kind in _OF_ONE_MATTER and not task.done)


def _all(rows: Rows, names: Names, now: datetime) -> Iterator[Due]:
    yield from _records(rows["record"], names)
    for case in rows["case"]:
        yield from _case(case, names)
    for visit in rows["appointment"]:
        yield from _appointment(visit, names, now)
    yield from _decisions(rows["decision"], names)
    yield from _readiness(rows["readiness"], rows["task"])
    yield from _costs(rows["cost"], names)
    yield from _authority(rows["person"])
    for kind in _ANSWERED:
        yield from _answers(kind, rows, names, now.date())


def _records(rows: Sequence[Any], names: Names) -> Iterator[Due]:
    """Ask for what should have come by then."""
    for row in rows:
        by = record_due(row)
        if by is not None and awaited(row):
            title = row.title or _("the record")
            text = _("Ask where “{title}” is, if it has not come").format(title=title)
            yield Due(text, by, row.id, "record", names(row.holder), case=row.case)


def _case(row: Any, names: Names) -> Iterator[Due]:
    """Ask about a referral nobody has answered; look again at a case on the day put down."""
    answered = row.referral_accepted or row.referral_declined
    if row.chase and not (answered or row.closed):
        text = _("Ask how the referral is getting on")
        yield Due(text, row.chase, row.id, "case", names(row.id), case=row.id)
    if row.review:
        text = _("Look again at your question and how it turned out")
        yield Due(text, row.review, row.id, "case", names(row.id), case=row.id)


def _appointment(row: Any, names: Names, now: datetime) -> Iterator[Due]:
    """Get ready for what is to come; write down what was said while it is fresh."""
    ahead = is_ahead(row, now)
    if not (ahead or _unwritten(row, now.date())):
        return
    who = names(row.provider) or row.purpose or _("the appointment")
    why = row.purpose if names(row.provider) else ""
    if ahead:
        text = _("Get ready for {who}").format(who=who)
        yield Due(text, row.when, row.id, "appointment", why, case=row.case)
    else:
        text = _("Write down what was said: {who}, {date}")
        said = text.format(who=who, date=row.when.without_time().words())
        yield Due(said, None, row.id, "appointment", why, case=row.case)


def _unwritten(row: Any, today: date) -> bool:
    """Tell whether an appointment has just been and nothing of it is written down yet."""
    if row.when is None or row.status not in {"", "planned", "done"}:
        return False
    fresh = 0 <= (today - row.when.last_day).days <= WRITE_DOWN_DAYS
    return fresh and not any((row.notes, row.summary, row.next_steps, row.unsure))


def _decisions(rows: Sequence[Any], names: Names) -> Iterator[Due]:
    """Look again at a decision, until it is written down how it turned out."""
    for row in rows:
        if row.review and not row.came_of_it:
            text = _("Look again at your decision")
            yield Due(text, row.review, row.id, "decision", names(row.id), case=row.case)


def _readiness(rows: Sequence[Any], tasks: Sequence[Any]) -> Iterator[Due]:
    """Give something to do for each "no" of the newest check of a case."""
    newest = {row.case: row for row in reversed(newest_first(rows))}
    for row in newest.values():
        made = tasks_of(row, [task for task in tasks if task.case == row.case])
        for check in answered_no(row):
            if check.field not in made:
                why = _("Not yet: {check}").format(check=_(check.label))
                yield Due(_(check.to_do), None, row.id, "readiness", why, case=row.case)


def _costs(rows: Sequence[Any], names: Names) -> Iterator[Due]:
    """Pay what is not settled by its day."""
    for row in rows:
        if row.due and open_bill(row):
            what = row.what or _("the bill")
            parts = (money(row.amount, row.currency), names(row.provider))
            text = _("Pay, or see who pays: {what}").format(what=what)
            why = " · ".join(part for part in parts if part)
            yield Due(text, row.due, row.id, "cost", why, case=row.case)


def _authority(rows: Sequence[Any]) -> Iterator[Due]:
    """Look at the authority to act for somebody before it runs out."""
    for row in rows:
        if row.authority_until:
            text = _("Check when your permission to act for {name} ends").format(name=row.name)
            yield Due(text, row.authority_until, row.id, "person", row.authority_paper)


def _answers(kind: Kind, rows: Rows, names: Names, today: date) -> Iterator[Due]:
    """Ask which is right where an answer "none" and an entry speak against each other."""
    for row in rows["person"]:
        for entry in disagreeing(kind, row, rows[kind.name], today)[:1]:
            label = _(PERSON.by_name[kind.said_none].label)
            text = _("Say which is right: “{answer}”, or {entry}")
            said = text.format(answer=label, entry=names(entry.id))
            yield Due(said, None, entry.id, kind.name, names(row.id))
