"""What holds for the whole program: no image of its memory, no file that others may read."""

import ctypes
import os
import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4
"""Of Linux's ``prctl``: whether a crash may be dumped, and others may look into the memory."""


def harden() -> None:
    """Write files for their owner alone, leave no dump of the memory, clear up after a crash."""
    os.umask(0o077)
    _leave_no_dump()
    from secondop_desktop.journal.storage.unfinished import clear_up

    clear_up()


def _leave_no_dump() -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
