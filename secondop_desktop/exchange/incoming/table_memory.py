"""What was answered about a table, kept for the next one with the same headings."""

import json
from collections.abc import Mapping, Sequence

from secondop_desktop.exchange.incoming.plan import Plan
from secondop_desktop.exchange.questions import Answers
from secondop_desktop.exchange.tables.columns import key_of

_QUESTIONS = (
    "columns",
    "date-order",
    "short-dates",
    "serial-dates",
    "swapped-dates",
    "dates-above",
    "decimal-sign",
    "which-results",
    "results-since",
    "whose-rows",
)
_MOST = 60
"""Tables remembered; the oldest is forgotten first."""


def learned(kept: Sequence[str], plan: Plan, answers: Answers) -> tuple[str, ...]:
    """Return what to keep after a plan was carried out, the newest first.

    Each text is JSON: the mark of the headings and the answers; no cell of a table is in it.
    """
    texts = list(kept)
    for table in plan.tables:
        own = {key: answers[key] for key in _QUESTIONS if key in answers and len(plan.tables) == 1}
        columns = {key_of("", at): one.key for at, one in enumerate(table.columns)}
        own |= {short: answers[key] for short, key in columns.items() if key in answers}
        before = remembered(texts).get(table.shape, {})
        texts = [one for one in texts if table.shape not in remembered([one])]
        if told := {**before, **own}:
            texts.insert(0, json.dumps({"shape": table.shape, "answers": told}))
    return tuple(texts[:_MOST])


def remembered(kept: Sequence[str]) -> Mapping[str, Answers]:
    """Return the answers by the shape of their table; what cannot be read is left out."""
    found: dict[str, Answers] = {}
    for text in kept:
        try:
            one = json.loads(text)
            answers = {str(key): str(value) for key, value in one["answers"].items()}
            found.setdefault(str(one["shape"]), answers)
        except (ValueError, TypeError, KeyError, AttributeError):
            continue
    return found
