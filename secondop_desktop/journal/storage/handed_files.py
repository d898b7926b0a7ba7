"""Files that another program plays or shows: in a folder for their owner alone, purged at the end.

They go when a journal closes or is locked and when the program ends; what a program that was killed
left, or another program still held, goes at the next start.
"""

import atexit
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from secondop_desktop.journal.storage.unfinished import passing_folder

_LENT = ExitStack()


def lend(write: Callable[[Path], object], name: str) -> Path:
    """Have a file of this name written into a fresh private folder, and return its path.

    Raises OSError where there is no room, and what ``write`` raises.
    """
    path = _LENT.enter_context(passing_folder()) / name
    write(path)
    return path


def purge() -> None:
    """Take away everything that was lent."""
    _LENT.close()


atexit.register(purge)
