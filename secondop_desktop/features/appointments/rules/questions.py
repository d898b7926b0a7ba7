"""The user's own order of questions, which belong to an appointment, and what an answer is."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from secondop_desktop.journal.user_order import in_order
from secondop_desktop.lang import _

STILL_TO_ASK: Final = ("", "open")
"""How a question stands that is open."""


def is_open(question: Any) -> bool:
    """Tell whether a question is still to be asked."""
    return question.status in STILL_TO_ASK


def of_visit(questions: Iterable[Any], answers: Iterable[Any], appointment: str) -> tuple[Any, ...]:
    """Return what is asked at one appointment, in order: open there, or answered there."""
    heard = {one.question for one in answers if one.appointment == appointment}
    return in_order(
        row
        for row in questions
        if row.id in heard or (appointment in row.appointments and is_open(row))
    )


def alike(questions: Iterable[Any]) -> Mapping[str, Any]:
    """Return questions by their words, so that the same one is not taken twice."""
    return {same_words(row.text): row for row in questions}


def same_words(text: str) -> str:
    """Return a question without what makes no difference: capitals and blanks."""
    return " ".join(text.casefold().split())


def answer_said(row: Any) -> str:
    """Say what is missing when an answer neither says something nor that there was none."""
    if row.text or row.no_answer:
        return ""
    return _("Write what they said, or choose that there was no answer.")
