"""The most memory that this process has taken so far."""

import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")


def highest_so_far() -> int:
    """Return it in bytes; a program that was started by another does not count that one's.

    Linux hands ``ru_maxrss`` on to what a process starts, so there it is told by ``VmHWM``.
    """
    if _STATUS.exists():
        return int(_STATUS.read_text("ascii").partition("VmHWM:")[2].split()[0]) * 1024
    from resource import RUSAGE_SELF, getrusage  # not on Windows

    unit = 1 if sys.platform == "darwin" else 1024
    return getrusage(RUSAGE_SELF).ru_maxrss * unit
