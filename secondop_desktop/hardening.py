"""What holds for the whole program: no image of its memory, no file that others may read."""

import os

from secondop_desktop.no_dump import leave_no_dump


def harden() -> None:
    """Write files for their owner alone, and leave no dump of the memory."""
    os.umask(0o077)
    leave_no_dump()


def clear_up() -> None:
    """Take away what programs that were killed left half written; before anything is opened."""
    from secondop_desktop.journal.storage.unfinished import clear_up as cleared

    cleared()
