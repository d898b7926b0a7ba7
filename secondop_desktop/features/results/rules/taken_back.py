"""Results that a laboratory took back: they are kept, and compared with nothing."""

from typing import Any

from secondop_desktop.journal.kinds import MISTAKEN

NOT_SO = frozenset({MISTAKEN[0], "cancelled"})
"""What the state of a result says where it is none."""


def is_fact(row: Any) -> bool:
    """Tell whether it is a result: one entered by mistake or of a cancelled test is not."""
    return row.state not in NOT_SO
