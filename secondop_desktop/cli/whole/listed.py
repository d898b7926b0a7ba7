"""What was written down of the program's files: one that was lost or harmed since is named."""

import base64
import hashlib
import sys
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

from secondop_desktop.errors import UserError
from secondop_desktop.lang import _
from secondop_desktop.parts import PROGRAM

LIST = "files.sha256"
"""In the folder of a frozen program, as ``sha256sum -c`` reads it; see packaging/freeze/."""


def every_file(_path: Path) -> bool:
    """Compare each file with what the build, or the installation by pip, wrote down of it.

    An app for macOS has no list: its signature holds all of its files.
    """
    if getattr(sys, "frozen", False) and sys.platform != "darwin":
        compare(of_list(Path(getattr(sys, "_MEIPASS", ""))))
    else:
        compare(_of_installation())
    return True


def compare(files: Iterator[tuple[Path, bytes]]) -> None:
    """Raise UserError that names the first file whose SHA-256 is not the one beside it."""
    for path, told in files:
        try:
            with path.open("rb") as file:
                same = hashlib.file_digest(file, "sha256").digest() == told
        except FileNotFoundError:
            text = _("This installation is not whole: {file} is missing. Install it again.")
            raise UserError(text.format(file=path.name)) from None
        if not same:
            text = _("This installation is not whole: {file} was damaged. Install it again.")
            raise UserError(text.format(file=path.name))


def of_list(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Give each file that the list in this folder names, with its checksum."""
    for line in (folder / LIST).read_text(encoding="utf-8").splitlines():
        told, _gap, name = line.partition("  ")
        yield folder / name, bytes.fromhex(told)


def _of_installation() -> Iterator[tuple[Path, bytes]]:
    """Give each file of the program that pip installed (PEP 376: base64 without its filling).

    Not what starts it, in which pip and others write where it lies. From source there are none.
    """
    for file in distribution(PROGRAM).files or ():
        ours = file.parts[0] == __name__.partition(".")[0]
        if ours and file.hash is not None and file.hash.mode == "sha256":
            yield Path(str(file.locate())), base64.urlsafe_b64decode(file.hash.value + "==")
