"""What appointments, questions, answers and tasks tell the rest of the program."""

from collections.abc import Callable, Mapping
from typing import Any

from secondop_desktop.features.appointments.model import Answer, Appointment, Question, Task
from secondop_desktop.features.appointments.rules.coming import place_counted
from secondop_desktop.features.appointments.rules.questions import answer_said
from secondop_desktop.features.appointments.rules.taken_back import is_fact
from secondop_desktop.journal.kinds import MISTAKEN, Field, Kind, Names, Turn
from secondop_desktop.lang import N_, TITLE, _, in_short

HOW = (
    ("in person", N_("In person")),
    ("phone", N_("By phone")),
    ("video", N_("By video")),
    ("home visit", N_("At home")),
)
STATUS = (
    ("planned", N_("Planned")),
    ("done", N_("It went ahead")),
    ("cancelled", N_("Cancelled")),
    ("missed", N_("Missed")),
    MISTAKEN,
)
QUESTION_STATUS = (
    ("open", N_("Still to ask")),
    ("answered", N_("Answered")),
    ("dropped", N_("No longer needed")),
)
NO_ANSWER = (
    ("not answered", N_("They did not answer")),
    ("later", N_("To ask later")),
)


def _appointment_title(row: Appointment, names: Names) -> str:
    said = row.purpose or _met(names(row.provider))
    if row.status != MISTAKEN[0]:
        return said
    return _("{name} (entered by mistake)").format(name=said)


def _met(name: str) -> str:
    return _("Appointment with {name}").format(name=name) if name else _("Appointment")


def _appointment_line(row: Appointment, names: Names) -> str:
    """Say with whom, how, and whether it took place."""
    name = names(row.provider) if row.purpose else ""
    how = _(APPOINTMENT.by_name["how"].label_of(row.how))
    status = "" if row.status == "planned" else row.status
    said = _(APPOINTMENT.by_name["status"].label_of(status))
    return " · ".join(part for part in (name, how, said) if part)


def _question_title(row: Question, names: Names) -> str:
    return in_short(row.text, TITLE) or _("Question")


def _question_line(row: Question, names: Names) -> str:
    status = _(QUESTION.by_name["status"].label_of(row.status))
    return " · ".join(part for part in (status, row.group, in_short(row.why, TITLE)) if part)


def _answer_title(row: Answer, names: Names) -> str:
    said = _(ANSWER.by_name["no_answer"].label_of(row.no_answer))
    return in_short(row.text, TITLE) or said or _("Answer")


def _answer_line(row: Answer, names: Names) -> str:
    by, question = names(row.provider), names(row.question)
    said = _("said by {name}").format(name=by) if by else ""
    asked = _("for the question: {question}").format(question=question) if question else ""
    return " · ".join(part for part in (said, asked) if part)


def _task_title(row: Task, names: Names) -> str:
    return in_short(row.text, TITLE) or _("Task")


def _task_line(row: Task, names: Names) -> str:
    done = _("Done") if row.done else ""
    return " · ".join(part for part in (row.who, done, in_short(row.notes, TITLE)) if part)


def _fhir() -> Mapping[str, Callable[..., Any]]:
    from secondop_desktop.features.appointments.fhir import FHIR

    return FHIR


APPOINTMENT = Kind(
    name="appointment",
    model=Appointment,
    label=N_("Appointment"),
    plural=N_("Appointments"),
    add=N_("Add an appointment"),
    icon="appointment",
    fields=(
        Field("purpose", N_("What it is for"), required=True),
        Field("when", N_("Date and time"), past_if=frozenset({"done"})),
        Field("provider", N_("Who you will see"), refers="provider"),
        Field("minutes", N_("How many minutes it takes")),
        Field("how", N_("How you will meet"), choices=HOW),
        Field("place", N_("Where, or how to join")),
        Field("who_comes", N_("Who comes with you")),
        Field("bring", N_("What to bring")),
        Field("status", N_("Did it go ahead"), choices=STATUS),
        Field("opinion_place", N_("Which opinion this is, such as 2")),
        Field("notes", N_("Notes during the appointment")),
        Field("summary", N_("What they said")),
        Field("next_steps", N_("What happens next")),
        Field("unsure", N_("What you are still not sure about")),
        Field("records", N_("Letters and records for it"), refers="record"),
    ),
    title=_appointment_title,
    line=_appointment_line,
    when="when",
    columns=("when", "purpose", "provider", "how", "status"),
    rules=(place_counted,),
    turns=(
        Turn(
            "question",
            N_("Add what you are not sure about to the questions"),
            "text",
            {"unsure": "text"},
            naming=N_("I want to ask about {title}"),
            rest="why",
            link="appointments",
            stays=True,
        ),
        Turn(
            "task",
            N_("Add what happens next to the things to do"),
            "text",
            {"next_steps": "text"},
            rest="notes",
            link="linked",
            stays=True,
        ),
    ),
    fhir=_fhir,
    withdrawals={"mistake": ("status", MISTAKEN[0]), "cancelled": ("status", "cancelled")},
    is_fact=is_fact,
    judged_by=("status",),
)

QUESTION = Kind(
    name="question",
    model=Question,
    label=N_("Question"),
    plural=N_("Questions"),
    add=N_("Add a question"),
    icon="question",
    fields=(
        Field("text", N_("Your question"), required=True),
        Field("why", N_("Why it matters to you")),
        Field("rank", N_("Place in your own order")),
        Field("appointments", N_("Where to ask it"), refers="appointment"),
        Field("status", N_("Is it answered"), choices=QUESTION_STATUS),
        Field("group", N_("What it is about")),
    ),
    title=_question_title,
    line=_question_line,
    columns=("text", "why", "rank", "status"),
    turns=(
        Turn(
            "task",
            N_("Move to the things to do"),
            "text",
            {"text": "text", "why": "notes"},
            rest="notes",
        ),
    ),
)

ANSWER = Kind(
    name="answer",
    model=Answer,
    label=N_("Answer"),
    plural=N_("Answers"),
    add=N_("Add an answer"),
    icon="question",
    fields=(
        Field("question", N_("The question"), required=True, refers="question", owner=True),
        Field("provider", N_("Who answered"), refers="provider"),
        Field("appointment", N_("At which appointment"), refers="appointment"),
        Field("date", N_("When"), happened=True),
        Field("text", N_("What they said")),
        Field("no_answer", N_("If there was no answer"), choices=NO_ANSWER),
    ),
    title=_answer_title,
    line=_answer_line,
    when="date",
    columns=("question", "text", "provider", "date", "no_answer"),
    rules=(answer_said,),
)

TASK = Kind(
    name="task",
    model=Task,
    label=N_("Task"),
    plural=N_("Tasks"),
    add=N_("Add something to do"),
    icon="task",
    fields=(
        Field("text", N_("What to do"), required=True),
        Field("due", N_("By when")),
        Field("who", N_("Who does it")),
        Field("done", N_("Done")),
        Field("done_on", N_("When it was done"), happened=True),
        Field("linked", N_("What it belongs to")),
        Field("notes", N_("Your notes")),
    ),
    title=_task_title,
    line=_task_line,
    when="due",
    columns=("text", "due", "who", "done"),
    turns=(
        Turn(
            "question",
            N_("Turn into a question"),
            "text",
            {"text": "text", "notes": "why"},
            rest="why",
        ),
    ),
)

KINDS = (APPOINTMENT, QUESTION, ANSWER, TASK)
