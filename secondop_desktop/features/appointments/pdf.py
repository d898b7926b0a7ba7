"""Appointments and questions on paper, with room to write the answers."""

from collections.abc import Callable, Sequence
from typing import Any

from secondop_desktop.exchange.pdf.blocks.block import TALL
from secondop_desktop.exchange.pdf.blocks.flow import (
    Block,
    Column,
    Content,
    Gap,
    Heading,
    List,
    Para,
    SideBySide,
    Together,
    WritingLines,
    noted,
)
from secondop_desktop.exchange.pdf.pages.chapter import (
    Chapter,
    Rows,
    address,
    below,
    brief_of,
    dated,
    day_of,
    dotted,
    facts,
    lines,
    listed,
    pairs,
    papers,
    shorter,
    table,
    word,
)
from secondop_desktop.exchange.pdf.text.runs import Run, bold, muted
from secondop_desktop.features.appointments.model import Appointment, Question
from secondop_desktop.features.appointments.rules.coming import overdue
from secondop_desktop.features.appointments.rules.questions import is_open
from secondop_desktop.journal.user_order import in_order
from secondop_desktop.lang import N_, _, in_short, ngettext

ROOM = 2
"""Lines to write under an open question."""
_LINE = 80  # letters
_WHY, _ANSWER, _LARGE_ANSWER = 110, 200, 85
_DONE = 12
"""Answered questions that are told beside those still to ask."""


def _appointments(rows: Rows) -> list[Block]:
    found = dated(rows.of("appointment"), "when")
    coming = [row for row in found if _is_coming(row, rows)]
    past = [row for row in found if row not in coming]
    brief = [row for row in past if _is_brief(row, rows)]
    full = [row for row in past if row not in brief]
    return [
        *(block for row in (*full, *coming) for block in _whole(row, rows)),
        *_headed(_("Other appointments"), _in_short(brief, rows)),
    ]


def _headed(title: str, blocks: Sequence[Block]) -> list[Block]:
    return [Heading(3, title), *blocks] if blocks else []


def _is_coming(row: Appointment, rows: Rows) -> bool:
    if row.status not in {"", "planned"}:
        return False
    return row.when.last_day >= rows.today if row.when else row.status == "planned"


def _is_brief(row: Appointment, rows: Rows) -> bool:
    """Tell whether a line of a table holds all that was written down."""
    known = dict(pairs(*_facts(row, rows)))
    known.pop(_("Notes"), "")
    return not known and len(row.notes) <= _LINE


def _whole(row: Appointment, rows: Rows) -> list[Block]:
    about = (_("Who with, and where"), _about(row, rows))
    known = facts(about, *_facts(row, rows))
    return [
        Heading(3, _titled(row, rows)),
        *(known or [Para(_("Nothing else is written down yet."))]),
    ]


def _titled(row: Appointment, rows: Rows) -> str:
    title = row.purpose or _("Appointment")
    when = day_of(row, "when")
    return _("{date}: {title}").format(date=when, title=title) if when else title


def _about(row: Appointment, rows: Rows) -> str:
    """Say in a line with whom, how, where, who comes along, and whether it was called off."""
    ordinary = row.status == "done" or _is_coming(row, rows)
    comes = _("coming along: {name}").format(name=row.who_comes) if row.who_comes else ""
    how = word(rows, "appointment", "how", row.how)
    state = word(rows, "appointment", "status", "" if ordinary else row.status)
    coming = _("Still to come") if _is_coming(row, rows) else ""
    return dotted(coming, state, rows.names(row.provider), how, address(row.place), comes)


def _facts(row: Appointment, rows: Rows) -> list[tuple[str, Content]]:
    return [
        (_("To bring"), _to_bring(row, rows)),
        (_("Notes"), row.notes),
        (_("What was said"), row.summary),
        (_("What happens next"), row.next_steps),
        (_("Not sure about"), row.unsure),
        (_("Records for it"), papers(rows, *row.records)),
    ]


def _to_bring(row: Appointment, rows: Rows) -> Content:
    texts = [text for text, _done in row.bring]
    return List(texts, mark="box") if texts and _is_coming(row, rows) else "; ".join(texts)


def _in_short(found: Sequence[Appointment], rows: Rows) -> list[Block]:
    columns = [Column(_("When"), 3), Column(_("What for"), 5), Column(_("Who with, and where"), 5)]
    cells = [
        (day_of(row, "when"), lines(row.purpose, row.notes), _about(row, rows)) for row in found
    ]
    return table(rows, columns, cells)


def _questions(rows: Rows) -> list[Block]:
    """Return the open questions with room to write, and the answered ones in a line each."""
    found = in_order(rows.of_case("question"))
    still = [row for row in found if is_open(row) and rows.asks(row)]
    others = [row for row in found if row.status == "answered"]
    asked = _asked(still, rows)
    done: list[Block] = [Para(_in_a_line(row, rows), "tight") for row in others[:_DONE]]
    return [
        *(_headed(_("Still to ask"), asked) if done else asked),
        *_headed(_("Answered"), noted(done, _more(len(others) - _DONE))),
    ]


def _more(left: int) -> list[Block]:
    if left < 1:
        return []
    text = ngettext("{n} other question was answered.", "{n} other questions were answered.", left)
    return [Para(muted(text.format(n=left)), "small")]


def _asked(still: Sequence[Question], rows: Rows) -> list[Block]:
    """Put questions in two columns; in large print they stand below one another."""
    made = [
        Together(Para(_numbered(n, row), "tight"), WritingLines(ROOM))
        for n, row in enumerate(still, 1)
    ]
    if rows.large:
        return [*made]
    pairs_of = (made[at : at + 2] for at in range(0, len(made), 2))
    return [SideBySide([*pair, *[""] * (2 - len(pair))], close=True) for pair in pairs_of]


def _numbered(number: int, row: Question) -> list[str | Run]:
    why = f" {in_short(row.why, _WHY)}" if row.why else ""
    return [bold(f"{number}. {row.text}"), muted(why)]


def _in_a_line(row: Question, rows: Rows) -> list[str | Run]:
    answers = [one for one in rows.of("answer") if one.question == row.id]
    shown = answers[-1:] if rows.large else answers
    most = _LARGE_ANSWER if rows.large else _ANSWER
    said = dotted(*(_answer(one, rows, brief_of, most) for one in shown))
    return [bold(row.text), f" {said}"]


def _answers(rows: Rows) -> list[Block]:
    """Return every question with why it matters and each answer whole."""
    found = in_order(rows.of("question"))
    said = [_question(row.text, row, rows) for row in found]
    loose = [Para(_answer(one, rows)) for one in rows.of("answer") if not one.question]
    return [*said, *_headed(_("Other answers"), loose)]


def _question(title: str, row: Question, rows: Rows) -> Block:
    parts: list[Block] = [Para(title, "strong")]
    if about := _about_question(row, rows):
        parts.append(Para(muted(about)))
    answers = [one for one in rows.of("answer") if one.question == row.id]
    parts += [Para(_answer(one, rows)) for one in answers]
    return Together(*parts, Gap("s"), most=TALL)


def _about_question(row: Question, rows: Rows) -> str:
    dropped = row.status if row.status == "dropped" else ""
    where = listed(*filter(None, map(rows.names, row.appointments)))
    ask = _("to ask at: {appointments}").format(appointments=where) if where else ""
    state = word(rows, "question", "status", dropped)
    return lines(row.why, dotted(state, row.group, ask))


def _answer(row: Any, rows: Rows, when: Callable[[Any, str], str] = day_of, most: int = 0) -> str:
    """Say who answered what, whole, or in about at most so many letters."""
    who = rows.names(row.provider) or rows.names(row.appointment) or _("Answer")
    text = shorter(row.text, most) if most else row.text
    said = text or word(rows, "answer", "no_answer", row.no_answer)
    return _("{who}: {answer}").format(who=listed(who, when(row, "date")), answer=said)


def _tasks(rows: Rows) -> list[Block]:
    columns = [Column(_("By"), 2), Column(_("To do"), 5), Column(_("Who"), 2), Column(_("Done"), 2)]
    return table(rows, columns, [_task(row, rows) for row in dated(rows.of("task"), "due")])


def _task(row: Any, rows: Rows) -> tuple[Content, ...]:
    done = _("done") if row.done else _("overdue") if overdue(row, rows.today) else ""
    what = below(row.text, papers(rows, *row.linked), row.notes)
    return day_of(row, "due"), what, row.who, lines(done, day_of(row, "done_on"))


CHAPTERS = {
    "appointment": Chapter("appointment", N_("Appointments"), ("appointment",), _appointments),
    "question": Chapter(
        "question", N_("Questions"), ("question", "answer"), _questions, usual=True
    ),
    "answer": Chapter(
        "answer", N_("Questions with every answer"), ("question", "answer"), _answers
    ),
    "task": Chapter("task", N_("To do"), ("task",), _tasks),
}
