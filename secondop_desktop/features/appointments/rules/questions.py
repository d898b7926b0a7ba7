"""The user's own order of questions, and which of them belong to an appointment."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from secondop_desktop.journal.ranked import in_order


def is_open(question: Any) -> bool:
    """Tell whether a question is still to be asked."""
    return question.status in {"", "open"}


def of_visit(questions: Iterable[Any], answers: Iterable[Any], appointment: str) -> tuple[Any, ...]:
    """Return what is asked at one appointment, in order: open there, or answered there."""
    heard = {one.question for one in answers if one.appointment == appointment}
    return in_order(
        row
        for row in questions
        if row.id in heard or (appointment in row.appointments and is_open(row))
    )


def moved(
    questions: Iterable[Any], question: str, by: int, among: Sequence[str] | None = None
) -> dict[str, int]:
    """Return the ranks that change when a question goes up (-1) or down (1).

    ``among`` are the ids it moves between, such as those of one appointment; the others keep
    their places. Nothing changes at either end.
    """
    order = [row.id for row in in_order(questions)]
    ranks = {row.id: row.rank for row in questions}
    places = [at for at, id_ in enumerate(order) if among is None or id_ in among]
    at = next((n for n, place in enumerate(places) if order[place] == question), -1)
    if at < 0 or not 0 <= at + by < len(places):
        return {}
    here, there = places[at], places[at + by]
    order[here], order[there] = order[there], order[here]
    return {id_: rank for rank, id_ in enumerate(order, 1) if ranks[id_] != rank}


def next_rank(questions: Iterable[Any]) -> int:
    """Return the place after the last question."""
    return max((row.rank or 0 for row in questions), default=0) + 1


def alike(questions: Iterable[Any]) -> Mapping[str, Any]:
    """Return questions by their words, so that the same one is not taken twice."""
    return {same_words(row.text): row for row in questions}


def same_words(text: str) -> str:
    """Return a question without what makes no difference: capitals and blanks."""
    return " ".join(text.casefold().split())
