"""What holds for the whole program: no image of its memory, no file that others may read."""

import os

from secondop_desktop.no_dump import leave_no_dump


def harden() -> None:
    """Write files for their owner alone, leave no dump of the memory, clear up after a crash."""
    os.umask(0o077)
    leave_no_dump()
    from secondop_desktop.journal.storage.unfinished import clear_up

    clear_up()
