"""A child process that saves without end and says each save once it is acknowledged."""

import sys
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal

TEXT = "a long note " * 400


def main(path: Path, first: int) -> None:
    """Save notes numbered from ``first``; each number is printed after its commit returned."""
    with Journal.open(path, KINDS) as journal:
        person = journal.entries("person")[0].id
        number = first
        while True:
            with journal.change("Note") as change:
                change.add("symptom", person=person, what=str(number), notes=TEXT)
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()
            number += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
