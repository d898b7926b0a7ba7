"""Health numbers, and the permission of whoever acts for a person."""

from secondop_desktop.features.people.rules.acting import (
    Standing,
    acting_words,
    authority_words,
    note_of,
    standing,
)
from secondop_desktop.features.people.rules.numbers import nhs_number_spaced

__all__ = [
    "Standing",
    "acting_words",
    "authority_words",
    "nhs_number_spaced",
    "note_of",
    "standing",
]
