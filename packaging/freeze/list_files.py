"""Write down the files of a frozen program and their checksums: ``list_files.py FOLDER``.

The self-test reads the list (``cli/whole/listed``); so does ``sha256sum -c files.sha256``.
"""

import hashlib
import sys
from pathlib import Path

from secondop_desktop.cli.whole.listed import LIST


def listing(folder: Path) -> str:
    """Return a line for each file below a folder but the list itself, by name."""
    files = sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path != folder / LIST
    )
    return "".join(f"{_sum(folder / name)}  {name}\n" for name in files)


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def main() -> None:
    """Write the list into the folder."""
    folder = Path(sys.argv[1])
    (folder / LIST).write_text(listing(folder), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
