"""The permission of whoever acts for a person."""

from secondop_desktop.features.people.rules.acting import (
    Standing,
    acting_words,
    authority_words,
    note_of,
    standing,
)
from secondop_desktop.features.people.rules.form_of_address import spoken_name
from secondop_desktop.features.people.rules.known_helper import helper_known

__all__ = [
    "Standing",
    "acting_words",
    "authority_words",
    "helper_known",
    "note_of",
    "spoken_name",
    "standing",
]
