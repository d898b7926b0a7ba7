"""Attaches and extracts a large file in a process of its own, and prints what memory it took.

``python -m tests.journal.attach_large FOLDER`` prints KiB.
"""

import sys
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal


def _most() -> int:
    """Return the largest size so far (the one of getrusage also counts who started us)."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM:")).split()[1])


def main(folder: Path) -> None:
    """Attach and extract the file "film" of the folder."""
    with Journal.create(folder / "a.secondop", KINDS) as journal:
        with journal.change("Small") as change:
            change.add("person", name="Margaret Evans")
        before = _most()
        with (folder / "film").open("rb") as file, journal.change("Attach") as change:
            stored = journal.attach(change, file, "film")
        journal.extract(stored.hash, folder / "out")
        sys.stdout.write(str(_most() - before))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
