"""What a record may hold, what is asked for and due, and what the second doctor may ask to see."""

from secondop_desktop.features.records.rules.requests import (
    arrived,
    awaited,
    due,
    due_words,
    gathered,
    is_here,
    overdue,
    pages_counted,
)
from secondop_desktop.features.records.rules.taken_back import is_fact

__all__ = [
    "arrived",
    "awaited",
    "due",
    "due_words",
    "gathered",
    "is_fact",
    "is_here",
    "overdue",
    "pages_counted",
]
