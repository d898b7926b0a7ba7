"""Holds a journal open in a process of its own until its input ends, or it is killed.

``python -m tests.journal.holding JOURNAL`` prints "held" when it has it.
"""

import sys
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal

if __name__ == "__main__":
    with Journal.open(Path(sys.argv[1]), KINDS):
        sys.stdout.write("held\n")
        sys.stdout.flush()
        sys.stdin.read()
