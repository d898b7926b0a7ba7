"""The tables of appointments, questions, answers and tasks."""

from secondop_desktop.journal.model import (
    CaseEntry,
    Mapped,
    checklist,
    choice,
    day,
    line,
    prose,
    ref,
    refs,
    whole,
    yes_no,
)
from secondop_desktop.journal.values.dates import PartialDate


class Appointment(CaseEntry):
    """A meeting with a clinician, past or to come, in local time."""

    __tablename__ = "appointment"

    purpose: Mapped[str] = line()
    when: Mapped[PartialDate | None] = day()
    provider: Mapped[str | None] = ref("provider")
    minutes: Mapped[int | None] = whole()
    how: Mapped[str] = choice()
    place: Mapped[str] = prose()
    who_comes: Mapped[str] = line()
    bring: Mapped[tuple[tuple[str, bool], ...]] = checklist()
    status: Mapped[str] = choice()
    opinion_place: Mapped[int | None] = whole()
    notes: Mapped[str] = prose()
    summary: Mapped[str] = prose()
    next_steps: Mapped[str] = prose()
    unsure: Mapped[str] = prose()
    records: Mapped[tuple[str, ...]] = refs()


class Question(CaseEntry):
    """Something the person wants to ask."""

    __tablename__ = "question"

    text: Mapped[str] = line()
    why: Mapped[str] = prose()
    rank: Mapped[int | None] = whole()
    appointments: Mapped[tuple[str, ...]] = refs()
    status: Mapped[str] = choice()
    group: Mapped[str] = line()


class Answer(CaseEntry):
    """What one clinician said to one question."""

    __tablename__ = "answer"

    question: Mapped[str | None] = ref("question")
    provider: Mapped[str | None] = ref("provider")
    appointment: Mapped[str | None] = ref("appointment")
    date: Mapped[PartialDate | None] = day()
    text: Mapped[str] = prose()
    no_answer: Mapped[str] = choice()


class Task(CaseEntry):
    """Anything to do, by whom and by when."""

    __tablename__ = "task"

    text: Mapped[str] = line()
    due: Mapped[PartialDate | None] = day()
    who: Mapped[str] = line()
    done: Mapped[bool | None] = yes_no()
    done_on: Mapped[PartialDate | None] = day()
    linked: Mapped[tuple[str, ...]] = refs()
    notes: Mapped[str] = prose()
