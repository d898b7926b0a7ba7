"""What stands in the way of an answer: said at its question, and listed for the top of a form."""

from collections.abc import Callable, Mapping
from typing import Any

from secondop_desktop.journal.before_birth import before_birth, day_before_birth
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.feedback.notice import Problem
from secondop_desktop.widgets.fields import FieldEdit

AHEAD = N_("It is in the future.")
EARLY = N_("It is before the date of birth.")


def show_problems(
    edits: Mapping[str, FieldEdit], lacks: Callable[[str, FieldEdit], str]
) -> list[Problem]:
    """Show at each question what cannot be read, or what it ``lacks``; return them in order."""
    found = []
    for name, edit in edits.items():
        text = edit.problem() or lacks(name, edit)
        edit.show_problem(text or None)
        if text:
            found.append(Problem(text, edit.focus_widget()))
    return found


class OddDates:
    """Asks once about each date of what happened that lies in the future, or before the birth."""

    def __init__(self) -> None:
        self._asked: set[tuple[str, PartialDate]] = set()

    def ask(
        self, kind: Kind, edits: Mapping[str, FieldEdit], born: PartialDate | None
    ) -> list[Problem]:
        """Ask at each such question whose date was not asked about yet; return what was asked."""
        found = []
        answers: dict[str, Any] = {name: edit.value() for name, edit in edits.items()}
        early = before_birth(kind, answers, born)
        odd = {name: _(EARLY) for name in early} | {
            name: _(AHEAD) for name in _ahead(kind, answers)
        }
        for name, why in odd.items():
            if (name, answers[name]) not in self._asked:
                self._asked.add((name, answers[name]))
                found.append(_ask_about(edits[name], answers[name], why))
        return found


def odd_day(date: PartialDate | None, born: PartialDate | None) -> str:
    """Say why a day on which something was measured is hardly right, or nothing."""
    if date is None:
        return ""
    if date.first_day > local_today():
        return _(AHEAD)
    return _(EARLY) if day_before_birth(date, born) else ""


def _ahead(kind: Kind, answers: Mapping[str, Any]) -> list[str]:
    today = local_today()
    return [one.name for one in kind.fields if one.lies_ahead(answers, today)]


def _ask_about(edit: FieldEdit, date: PartialDate, why: str) -> Problem:
    text = _("Is {date} right for “{question}”? {why} Correct it, or press Done again.").format(
        date=date.words(), question=edit.label(), why=why
    )
    edit.show_problem(text)
    return Problem(text, edit.focus_widget())
