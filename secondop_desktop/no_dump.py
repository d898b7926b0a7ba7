"""What a process holds in memory is never written to the disk by a crash, nor read by others."""

import ctypes
import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4
"""Of Linux's ``prctl``: whether a crash may be dumped, and others may look into the memory."""


def leave_no_dump() -> None:
    """Ask the system for this, where it can be asked."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
