"""What Home says: the next thing to do, open questions, tasks, and what changed last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from secondop_desktop.features.appointments.rules import ahead, in_order, is_open, overdue, to_do
from secondop_desktop.features.cases.rules import Stage, current, journey, may_chase
from secondop_desktop.features.records.rules import gathered
from secondop_desktop.features.records.rules import overdue as late
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _, ngettext

RECENT = 5


@dataclass(frozen=True)
class Today:
    """What Home shows of one person, read at one moment."""

    case: Any
    stages: tuple[Stage, ...]
    next_step: Stage | None
    appointment: Any
    questions: tuple[Any, ...]
    tasks: tuple[Any, ...]
    overdue: int
    records: tuple[int, int]
    late_records: int
    chase: bool
    recent: tuple[tuple[str, str, str], ...]
    """Kind, id and title of the entries changed last."""


def read_today(journal: Journal, person: str, case: str | None, now: datetime) -> Today:
    """Read all of it; ``now`` is local time without a zone."""
    found = journal.get("case", case) if case else None
    tasks = to_do(journal.entries("task", person=person))
    coming = ahead(journal.entries("appointment", person=person), now)
    records = journal.entries("record", person=person)
    questions = journal.entries("question", person=person)
    return Today(
        case=found,
        stages=journey(found) if found is not None else (),
        next_step=current(found) if found is not None else None,
        appointment=coming[0] if coming else None,
        questions=in_order(row for row in questions if is_open(row)),
        tasks=tasks,
        overdue=sum(overdue(task, now.date()) for task in tasks),
        records=gathered(records),
        late_records=sum(late(row, now.date()) for row in records),
        chase=found is not None and may_chase(found, now.date()),
        recent=tuple(journal.changed_last(_SHOWN_RECENT, person, RECENT)),
    )


_SHOWN_RECENT = (
    "diagnosis",
    "symptom",
    "medicine",
    "allergy",
    "record",
    "result",
    "case",
    "appointment",
    "question",
    "task",
    "opinion",
    "option",
    "decision",
    "told",
    "letter",
    "cost",
    "provider",
)


def facts(today: Today) -> dict[str, str]:
    """Say beside a step what the journal already knows; keys are the steps' own, 1 to 7."""
    come, wanted = today.records
    said = {}
    if wanted:
        text = _("{come} of {wanted} records received").format(come=come, wanted=wanted)
        late_text = ngettext("{number} overdue", "{number} overdue", today.late_records)
        late_words = late_text.format(number=today.late_records) if today.late_records else ""
        said["4"] = ", ".join(part for part in (text, late_words) if part)
    if today.chase:
        said["3"] = _("Time to ask how the referral is getting on")
    if today.questions:
        said["5"] = counted_questions(today.questions)
    return said


def counted_questions(questions: Sequence[Any]) -> str:
    """Say how many questions are open."""
    text = ngettext("{number} question to ask", "{number} questions to ask", len(questions))
    return text.format(number=len(questions))
