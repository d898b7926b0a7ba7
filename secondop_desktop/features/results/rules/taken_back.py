"""Results that a laboratory took back: they are kept, and compared with nothing."""

from typing import Any

from secondop_desktop.journal.kinds import MISTAKEN


def is_fact(row: Any) -> bool:
    """Tell whether it is a result: one entered by mistake or of a cancelled test is not."""
    return row.state not in {MISTAKEN[0], "cancelled"}
