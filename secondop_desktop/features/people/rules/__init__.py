"""What a doctor must know first of a person, and the permission of whoever acts for them."""

from secondop_desktop.features.people.rules.acting import (
    Standing,
    acting_words,
    authority_words,
    note_of,
    standing,
)
from secondop_desktop.features.people.rules.alerts import ALERTS, Alert, alerts, measured
from secondop_desktop.features.people.rules.form_of_address import spoken_name
from secondop_desktop.features.people.rules.known_helper import helper_known

__all__ = [
    "ALERTS",
    "Alert",
    "Standing",
    "acting_words",
    "alerts",
    "authority_words",
    "helper_known",
    "measured",
    "note_of",
    "spoken_name",
    "standing",
]
