"""What stands in the way of an answer: said at its question, and listed for the top of a form."""

from collections.abc import Callable, Mapping

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
