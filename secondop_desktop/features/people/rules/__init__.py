"""The permission of whoever acts for a person."""

from secondop_desktop.features.people.rules.acting import (
    Standing,
    acting_words,
    authority_words,
    note_of,
    standing,
)

__all__ = [
    "Standing",
    "acting_words",
    "authority_words",
    "note_of",
    "standing",
]
