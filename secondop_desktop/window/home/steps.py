"""The journey on Home: a task list of the steps, each with what is known about it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.features.cases.rules.facts import Fact
from secondop_desktop.features.cases.rules.journey import STATUSES, Stage, newest_key, round_of
from secondop_desktop.features.cases.rules.once_more import round_words
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


def steps(today: Today, go: Go, unfold: Callable[[], None], *, unfolded: bool) -> QWidget:
    """Return the question and its steps: the current one first and open, finished ones folded.

    Those of earlier rounds are one row each round. ``unfold`` is what the folded row asks for.
    """
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.SMALL)
    title = _("Your seven steps")
    column.addWidget(heading(title, 2))
    for text in _question_lines(today):
        column.addWidget(muted(text))
    column.addWidget(_listed(title, today, go, unfold, unfolded=unfolded))
    others = today.cases - 1
    if others > 0:
        text = ngettext("{number} other question", "{number} other questions", others)
        column.addWidget(go.button(text.format(number=others), "case"))
    return whole


def _listed(
    title: str, today: Today, go: Go, unfold: Callable[[], None], *, unfolded: bool
) -> Rows:
    rows = Rows(title)
    newest = [one for one in today.stages if one.key == newest_key(today.case, one.step.key)]
    finished = [stage for stage in newest if stage.finished]
    for stage in _current_first(today, newest):
        rows.add(stage.key, step_row(stage, _facts(today, stage), whole=stage == today.next_step))
    if finished:
        rows.add(_FOLD, _folded(today, finished, unfolded=unfolded))
    for stage in finished if unfolded else ():
        rows.add(stage.key, step_row(stage, _facts(today, stage)))
    for turn in range(1, round_of(today.case)):
        rows.add(_first_key(turn), _round_row(today, turn))
    rows.chosen.connect(lambda key: unfold() if key == _FOLD else go.place(f"case:{key}"))
    return rows


_FOLD = "finished"


def _current_first(today: Today, stages: Sequence[Stage]) -> list[Stage]:
    """Return the steps that are not finished, the one that comes next on top."""
    rest = [one for one in stages if not one.finished]
    return sorted(rest, key=lambda one: one != today.next_step)


def _facts(today: Today, stage: Stage) -> Sequence[Fact]:
    return today.known.get(stage.key, ())


def _folded(today: Today, finished: Sequence[Stage], *, unfolded: bool) -> Row:
    """Sum up what is finished; what is late of it is never folded away."""
    text = ngettext("{number} step finished", "{number} steps finished", len(finished))
    late = [fact.text for stage in finished for fact in _facts(today, stage) if fact.late]
    words = _("Shown below") if unfolded else _("Show")
    return Row(text.format(number=len(finished)), "\n".join(late), words, icon="check")


def _question_lines(today: Today) -> list[str]:
    """Return the question, else its short name, and what the journey is for the next time."""
    turn, text = round_of(today.case), in_short(today.case.question)
    said = f"“{text}”" if text else today.case.title
    return [line for line in (said, round_words(turn) if turn > 1 else "") if line]


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


def step_row(stage: Stage, facts: Sequence[Fact], *, whole: bool = False) -> Row:
    """Return a step as a row: finished ones say so plainly, others wear a tag.

    ``whole`` tells what the step is for and more of what is known, else one fact.
    """
    title = stage.step.numbered()
    late = [fact for fact in facts if fact.late]
    rest = [fact for fact in facts if not fact.late]
    known = [fact.text for fact in (*late, *rest)][: _FACTS if whole else 1]
    words = _(dict(STATUSES)[stage.status])
    detail = "\n".join([_(stage.step.purpose), *known] if whole else known)
    if stage.finished:
        return Row(title, detail, words)
    tone = Tone.INFO if stage.status == "in progress" else Tone.PLAIN
    return Row(title, detail, status=Status(words, tone))


_FACTS = 3
"""Facts told of the step that comes next."""
