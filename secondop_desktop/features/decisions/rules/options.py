"""What options may hold, in whose order they stand, and that waiting is one of them."""

from collections.abc import Iterable
from typing import Any

from secondop_desktop.lang import N_, _

STANCES = (
    ("recommended", N_("They suggest it")),
    ("possible", N_("They say it is possible")),
    ("advised against", N_("They advise against it")),
    ("not discussed", N_("Not discussed")),
)
WAITING_NAME = N_("Wait, or do nothing for now")
"""The name of the option that every case has."""
WAITING = "waiting"
"""Stands for the id of that option as long as nobody has written about it."""


def stances_known(row: Any) -> str:
    """Say what is wrong when a stance is not one of the four words."""
    words = dict(STANCES)
    if all(stance in words or not stance for stance in row.stances.values()):
        return ""
    return _("Each view of this option must be one of: {words}.").format(words=", ".join(words))


def lacks_waiting(options: Iterable[Any]) -> bool:
    """Tell whether no option yet is waiting or doing nothing, as every case has one."""
    return not any(option.waiting for option in options)
