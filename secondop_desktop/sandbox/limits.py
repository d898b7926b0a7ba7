"""What the process that decodes may take: memory, time, and no file of its own.

Linux holds the memory to it by an address space, Windows by a job; macOS knows neither for a
process, so there, and beside them, a watch ends the process that has grown too large.
"""

import os
import sys
import threading
from contextlib import suppress
from typing import Final

from secondop_desktop.no_dump import leave_no_dump

MEMORY: Final = 1_500_000_000
"""Bytes beside the files that are open; an ordinary document takes a fifth of that."""

HELD: Final = 900_000_000
"""Bytes of these that may be its own: the rest is programs and files that are only looked into."""

CPU_SECONDS: Final = 90
"""For one act: the program gives up sooner; this is for a program that is gone."""

_LOOK: Final = 0.2
OVER: Final = 70
"""What the process ends with when it is too large."""


def begin() -> None:
    """Take away what no decoder needs: dumps of the memory, and writing into files."""
    leave_no_dump()
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if sys.platform == "win32":
        from secondop_desktop.sandbox.windows_job import hold

        hold(MEMORY)
    if sys.platform == "darwin":
        threading.Thread(target=_watch, daemon=True).start()


def allow(files: int) -> None:
    """Set the limits of the next act; ``files`` are the bytes of all files that are open."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        _soft(resource.RLIMIT_AS, MEMORY + 4 * files)
        _soft(resource.RLIMIT_DATA, HELD + 4 * files)
        spent = resource.getrusage(resource.RUSAGE_SELF)
        _soft(resource.RLIMIT_CPU, int(spent.ru_utime + spent.ru_stime) + CPU_SECONDS)


def _soft(which: int, most: int) -> None:
    import resource

    _now, hard = resource.getrlimit(which)
    resource.setrlimit(which, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _watch() -> None:
    """End the process once it has ever been too large; macOS counts in bytes."""
    import resource

    pause = threading.Event()
    while not pause.wait(_LOOK):
        if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > 2 * MEMORY:
            os._exit(OVER)
