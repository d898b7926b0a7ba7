"""The journey on Home: a task list of the steps, each with what is known about it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.features.cases.rules import (
    STATUSES,
    Fact,
    Stage,
    newest_key,
    round_of,
    round_words,
)
from secondop_desktop.lang import _, in_short, ngettext
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.controls.labels import heading, muted
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.lists.button_rows import Rows
from secondop_desktop.widgets.lists.rich_row_painting import Row
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone
from secondop_desktop.window.home.coming import Go
from secondop_desktop.window.today import Today


def start(go: Go) -> Empty:
    """Return what is shown while there is no question yet."""
    empty = Empty(
        "case",
        _("What is your question?"),
        _(
            "A second opinion begins with a question. From there seven steps lead to the day "
            "you tell your doctors what you decided."
        ),
        _("Start with the question"),
    )
    empty.pressed.connect(lambda: go.place("case:new"))
    return empty


def steps(today: Today, go: Go) -> QWidget:
    """Return the question and its steps; those of earlier rounds are one row each round."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.SMALL)
    title = _("Your seven steps")
    column.addWidget(heading(title, 2))
    for text in _said(today):
        column.addWidget(muted(text))
    rows = Rows(title)
    for stage in today.stages:
        if stage.key == newest_key(today.case, stage.step.key):
            rows.add(stage.key, step_row(stage, today.known.get(stage.key, ())))
    for turn in range(1, round_of(today.case)):
        rows.add(_first_key(turn), _round_row(today, turn))
    rows.chosen.connect(lambda key: go.place(f"case:{key}"))
    column.addWidget(rows)
    others = today.cases - 1
    if others > 0:
        text = ngettext("{number} other question", "{number} other questions", others)
        column.addWidget(go.button(text.format(number=others), "case"))
    column.addStretch(1)
    return whole


def _said(today: Today) -> list[str]:
    """Return the question, and what the journey is for when it goes round again."""
    turn = round_of(today.case)
    text = in_short(today.case.question)
    return [f"“{text}”" if text else "", round_words(turn)] if turn > 1 else [f"“{text}”"]


def _first_key(turn: int) -> str:
    return "2" if turn == 1 else f"{turn}.2"


def _round_row(today: Today, turn: int) -> Row:
    """Sum up an earlier round: how many of its steps are done, and what it came to."""
    stages = [s for s in today.stages if s.round == turn and s.step.key in "23456"]
    done = sum(stage.finished for stage in stages)
    text = _("{done} of {all} steps done").format(done=done, all=len(stages))
    facts = [fact for stage in stages for fact in today.known.get(stage.key, ())]
    said = [text, *(fact.text for fact in facts if fact.place.startswith("opinion:"))]
    return Row(_("Before: {round}").format(round=_lower(round_words(turn))), " · ".join(said))


def _lower(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"


def step_row(stage: Stage, facts: Sequence[Fact]) -> Row:
    """Return a step as a row: finished ones say so plainly, others wear a tag."""
    title = stage.step.numbered()
    late = [fact for fact in facts if fact.late]
    known = next((fact.text for fact in (*late, *facts)), "")
    words = _(dict(STATUSES)[stage.status])
    if stage.finished:
        return Row(title, known, words)
    tone = Tone.INFO if stage.status == "in progress" else Tone.PLAIN
    return Row(title, known, status=Status(words, tone))
