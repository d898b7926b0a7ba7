"""Putting a fresh program in the place of this one: the only sure way to forget what was read.

Closing and deleting left 30 of 76 copies of a word in the memory; replacing the process none.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

_CHILDREN = "/proc/self/task"


def start_words() -> list[str]:
    """Return how this program was started, without the journal that was named then."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    given = len(sys.argv) - 1
    words = sys.orig_argv[: len(sys.orig_argv) - given] if given else sys.orig_argv
    return [sys.executable, *words[1:]]


def replace_process() -> None:
    """Begin anew at once; nothing of this process is left. It does not return."""
    from secondop_desktop.journal.storage.handed_files import purge
    from secondop_desktop.sandbox.process import end_all  # not at every start of the window

    words = start_words()
    end_all()
    purge()
    end_children()
    if os.name == "nt":  # where the old process would live on beside the new one
        import subprocess

        with subprocess.Popen(words, close_fds=True):
            os._exit(0)
    os.execv(words[0], words)


def end_children() -> None:
    """End what else this program started, where the system tells: it may hold what it was given."""
    with suppress(OSError):
        for task in Path(_CHILDREN).iterdir():
            for child in (task / "children").read_text("ascii").split():
                with suppress(OSError):
                    os.kill(int(child), 9)
