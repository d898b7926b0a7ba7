"""The permission of whoever acts for a person."""

from secondop_desktop.features.people.rules.acting import (
    Standing,
    acting_words,
    authority_words,
    note_of,
    standing,
)
from secondop_desktop.features.people.rules.carried_over import helper_known
from secondop_desktop.features.people.rules.voice import spoken_name

__all__ = [
    "Standing",
    "acting_words",
    "authority_words",
    "helper_known",
    "note_of",
    "spoken_name",
    "standing",
]
