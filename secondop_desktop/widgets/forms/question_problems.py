"""What stands in the way of an answer: said at its question, and listed for the top of a form."""

from collections.abc import Callable, Mapping
from typing import Any

from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _
from secondop_desktop.widgets.feedback.notice import Problem
from secondop_desktop.widgets.fields import FieldEdit


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


class FutureDates:
    """Asks once about each date of what happened that lies in the future."""

    def __init__(self) -> None:
        self._asked: set[tuple[str, PartialDate]] = set()

    def ask(self, kind: Kind, edits: Mapping[str, FieldEdit]) -> list[Problem]:
        """Ask at each such question whose date was not asked about yet; return what was asked."""
        found, today = [], local_today()
        answers: dict[str, Any] = {name: edit.value() for name, edit in edits.items()}
        for name, date in answers.items():
            field = kind.by_name.get(name)
            ahead = field is not None and field.lies_ahead(answers, today)
            if ahead and (name, date) not in self._asked:
                self._asked.add((name, date))
                found.append(_ask_about(edits[name], date))
        return found


def _ask_about(edit: FieldEdit, date: PartialDate) -> Problem:
    text = _(
        "Is {date} right for “{question}”? It is in the future. Correct it, or press Done again."
    ).format(date=date.words(), question=edit.label())
    edit.show_problem(text)
    return Problem(text, edit.focus_widget())
