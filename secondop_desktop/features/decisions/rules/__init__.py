"""What is known about options, chances and readiness without a journal."""

from secondop_desktop.features.decisions.rules.chances import (
    ACROSS,
    chance_words,
    common,
    compared_words,
    differs,
    people_words,
    shown,
    stated,
    told_words,
)
from secondop_desktop.features.decisions.rules.checks import (
    CHECKS,
    Check,
    answered_no,
    newest_first,
    tasks_of,
)
from secondop_desktop.features.decisions.rules.options import (
    STANCES,
    WAITING,
    WAITING_NAME,
    lacks_waiting,
    stances_known,
)
from secondop_desktop.features.decisions.rules.outcomes import (
    MATTERS_ENDS,
    MATTERS_SHORT,
    chance_fits,
    matters_in_scale,
    page_numbered,
)

__all__ = [
    "ACROSS",
    "CHECKS",
    "MATTERS_ENDS",
    "MATTERS_SHORT",
    "STANCES",
    "WAITING",
    "WAITING_NAME",
    "Check",
    "answered_no",
    "chance_fits",
    "chance_words",
    "common",
    "compared_words",
    "differs",
    "lacks_waiting",
    "matters_in_scale",
    "newest_first",
    "page_numbered",
    "people_words",
    "shown",
    "stances_known",
    "stated",
    "tasks_of",
    "told_words",
]
