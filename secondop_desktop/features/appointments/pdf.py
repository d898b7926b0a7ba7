"""Appointments and questions on paper, with room to write the answers."""

from collections.abc import Sequence
from typing import Any

from secondop_desktop.exchange.pdf.chapter import Chapter, Rows, dated, day, lines, word
from secondop_desktop.exchange.pdf.flow import (
    Block,
    Column,
    Facts,
    Heading,
    Para,
    Table,
    Together,
    WritingLines,
)
from secondop_desktop.exchange.pdf.text import muted
from secondop_desktop.features.appointments.model import Appointment, Question
from secondop_desktop.features.appointments.rules import in_order, is_open, overdue
from secondop_desktop.lang import N_, _

ROOM = 3
"""Lines to write under an open question."""


def _appointments(rows: Rows) -> list[Block]:
    blocks: list[Block] = []
    for row in dated(rows.of("appointment"), "when"):
        title = ": ".join(part for part in (day(row.when), row.purpose) if part)
        blocks += [Heading(3, title or _("Appointment")), Facts(_facts(row, rows))]
    return blocks


def _facts(row: Appointment, rows: Rows) -> list[tuple[str, str]]:
    where = lines(word(rows, "appointment", "how", row.how), row.place)
    pairs = [
        (_("With"), rows.names(row.provider)),
        (_("How and where"), where),
        (_("Who comes along"), row.who_comes),
        (_("To bring"), "\n".join(text for text, _done in row.bring)),
        (_("Notes during"), row.notes),
        (_("What was said"), row.summary),
        (_("What happens next"), row.next_steps),
        (_("Not sure about"), row.unsure),
        (_("State"), word(rows, "appointment", "status", row.status)),
    ]
    return [pair for pair in pairs if pair[1]] or [(_("With"), _("not recorded"))]


def _questions(rows: Rows) -> list[Block]:
    answers = rows.of("answer")
    blocks: list[Block] = []
    for number, row in enumerate(in_order(rows.of("question")), start=1):
        said = [one for one in answers if one.question == row.id]
        blocks.append(_question(number, row, said, rows))
    return blocks


def _question(number: int, row: Question, said: Sequence[Any], rows: Rows) -> Block:
    parts: list[Any] = [Para(f"{number}. {row.text}", "strong")]
    if row.why:
        parts.append(Para(muted(row.why)))
    for one in said:
        by = ", ".join(p for p in (rows.names(one.provider), day(one.date)) if p)
        parts.append(Para(_("{who}: {answer}").format(who=by or _("Answer"), answer=one.text)))
    if is_open(row):
        parts.append(WritingLines(ROOM, _("Room to write the answer")))
    return Together(*parts)


def _tasks(rows: Rows) -> list[Block]:
    found = dated(rows.of("task"), "due")
    columns = [Column(_("By"), 2), Column(_("To do"), 5), Column(_("Who"), 2), Column(_("Done"), 2)]
    return [Table(columns, [_task(row, rows) for row in found])] if found else []


def _task(row: Any, rows: Rows) -> tuple[str, ...]:
    done = _("done") if row.done else _("overdue") if overdue(row, rows.today) else ""
    return day(row.due), lines(row.text, row.notes), row.who, lines(done, day(row.done_on))


CHAPTERS = {
    "appointment": Chapter("appointment", N_("Appointments"), ("appointment",), _appointments),
    "question": Chapter("question", N_("Questions"), ("question", "answer"), _questions),
    "task": Chapter("task", N_("To do"), ("task",), _tasks, usual=False),
}
