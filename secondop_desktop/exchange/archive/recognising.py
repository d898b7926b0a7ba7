"""Telling an archive of ours from any other zip or folder, also where it was cut short."""

import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

from secondop_desktop.exchange.archive import layout
from secondop_desktop.exchange.archive.unpacked import bag_in
from secondop_desktop.journal.storage.private_files import open_regular

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OverflowError, ValueError)
"""What reading a zip raises that is not whole."""

_ZIP = b"PK\3\4"
_NAME_AT = 30


def is_archive(path: Path) -> bool:
    """Tell whether a file is an archive, whole or not: a zip that holds a bag of ours.

    A folder is one where it holds such a bag.
    """
    if path.is_dir():
        return bag_in(path) is not None
    try:
        with open_regular(path) as file:
            start = file.read(200)
            if not start.startswith(_ZIP):
                return False
            try:
                with zipfile.ZipFile(file) as zipped:
                    return base_of(zipped.namelist()) is not None or _begins_as_ours(start)
            except BROKEN:
                return _begins_as_ours(start)
    except OSError:
        return False


def base_of(names: Sequence[str]) -> str | None:
    """Return the folder of the bag in a zip, None where there is none or it is another's."""
    found = [name for name in names if name.rpartition("/")[2] == layout.DECLARATION]
    base = min(found, key=len).removesuffix(layout.DECLARATION) if found else None
    marks = (f"{base}{layout.HISTORY}", f"{base}{layout.JOURNAL}")
    return base if base is not None and any(one in names for one in marks) else None


def _begins_as_ours(start: bytes) -> bool:
    return start[_NAME_AT:].startswith(f"{layout.BASE}data/entries/".encode())
