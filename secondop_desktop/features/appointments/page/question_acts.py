"""What can be done with the questions of one person: write, take over, put in order, settle."""

from collections.abc import Iterable, Sequence
from typing import Any

from secondop_desktop.features.appointments.rules.questions import alike, same_words
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.user_order import in_order, moved, next_rank
from secondop_desktop.lang import _, ngettext

Wanted = tuple[str, str]
"""The words of a question and the matter it is about."""


def questions(journal: Journal, person: str | None) -> tuple[Any, ...]:
    """Return a person's questions in their own order."""
    return in_order(journal.entries("question", person=person))


def add(
    journal: Journal,
    person: str | None,
    case: str | None,
    wanted: Sequence[Wanted],
    appointment: str | None = None,
) -> list[str]:
    """Put questions at the end of the list in one change, and return their ids.

    One that is on the list already is not written twice: it is only meant for the appointment
    from now on, and open again.
    """
    held = alike(questions(journal, person))
    rank = next_rank(held.values())
    label = ngettext("Add {count} question", "Add {count} questions", len(wanted))
    ids = []
    with journal.change(label.format(count=len(wanted))) as change:
        for text, group in dict(wanted).items():
            known = held.get(same_words(text))
            if known is not None:
                change.edit("question", known.id, **_meant(known, appointment))
                ids.append(known.id)
                continue
            start = {"person": person, "case": case, "rank": rank, "status": "open"}
            meant = (appointment,) if appointment else ()
            made = change.add("question", text=text, group=group, appointments=meant, **start)
            ids.append(made)
            rank += 1
    return ids


def _meant(row: Any, appointment: str | None) -> dict[str, Any]:
    """Return what an existing question holds once it is to be asked at an appointment too."""
    if appointment is None or appointment in row.appointments:
        return {"status": "open"}
    return {"appointments": (*row.appointments, appointment), "status": "open"}


def mean_for(journal: Journal, ids: Iterable[str], appointment: str) -> None:
    """Let questions be asked at an appointment as well, in one change."""
    rows = [journal.get("question", id_) for id_ in ids]
    label = ngettext("Add {count} question", "Add {count} questions", len(rows))
    with journal.change(label.format(count=len(rows))) as change:
        for row in rows:
            change.edit("question", row.id, **_meant(row, appointment))


def take_off(journal: Journal, question: str, appointment: str) -> None:
    """Let a question no longer be asked at an appointment; it stays on the person's list."""
    row = journal.get("question", question)
    left = tuple(id_ for id_ in row.appointments if id_ != appointment)
    with journal.change(_("Take a question off the appointment")) as change:
        change.edit("question", question, appointments=left)


def move(
    journal: Journal, person: str | None, question: str, by: int, among: Sequence[str]
) -> bool:
    """Move a question up (-1) or down (1) between some others; False at either end."""
    ranks = moved(questions(journal, person), question, by, among)
    if not ranks:
        return False
    with journal.change(_("Move a question"), merge=("question", question, "rank")) as change:
        for id_, rank in ranks.items():
            change.edit("question", id_, rank=rank)
    return True


def settle(journal: Journal, ids: Sequence[str]) -> None:
    """Mark questions as answered, in one change."""
    label = ngettext(
        "Mark {count} question as answered", "Mark {count} questions as answered", len(ids)
    )
    with journal.change(label.format(count=len(ids))) as change:
        for id_ in ids:
            change.edit("question", id_, status="answered")
