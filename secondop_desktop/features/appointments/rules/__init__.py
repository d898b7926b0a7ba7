"""What is to come, what is to ask and what is to do, in order; and questions to start from."""

from secondop_desktop.features.appointments.rules.answers import (
    Cell,
    Column,
    Grid,
    Line,
    Reply,
    answer_said,
    answered_by_all,
    grid,
    not_answered_by,
)
from secondop_desktop.features.appointments.rules.coming import (
    ahead,
    coming_first,
    is_ahead,
    is_over,
    overdue,
    place_counted,
)
from secondop_desktop.features.appointments.rules.question_bank import TEMPLATES
from secondop_desktop.features.appointments.rules.questions import (
    STILL_TO_ASK,
    alike,
    is_open,
    of_visit,
    same_words,
)
from secondop_desktop.features.appointments.rules.taken_back import is_fact

__all__ = [
    "STILL_TO_ASK",
    "TEMPLATES",
    "Cell",
    "Column",
    "Grid",
    "Line",
    "Reply",
    "ahead",
    "alike",
    "answer_said",
    "answered_by_all",
    "coming_first",
    "grid",
    "is_ahead",
    "is_fact",
    "is_open",
    "is_over",
    "not_answered_by",
    "of_visit",
    "overdue",
    "place_counted",
    "same_words",
]
