"""Names of files that are made of a journal's name, no longer than the disk takes them."""

import os
from contextlib import suppress
from pathlib import Path

from secondop_desktop.errors import UserError
from secondop_desktop.lang import _

_USUAL = 255
_BESIDE = len("-journal")
"""What SQLite puts behind the name of a file that it writes in."""


def shortened(folder: Path, stem: str, room: int) -> str:
    """Return the beginning of a name behind which so many bytes have room in a folder."""
    most = min(_most(folder) or _USUAL, _USUAL) - room
    while stem and len(os.fsencode(stem)) > most:
        stem = stem[:-1]
    return stem


def refuse_long(path: Path) -> None:
    """Raise UserError where the name of a journal leaves no room for what goes beside it."""
    most = _most(path.parent)
    if most and len(os.fsencode(path.name)) + _BESIDE > most:
        raise UserError(
            _("The name {file} is too long for a journal. Give the file a shorter name.").format(
                file=path.name
            )
        )


def _most(folder: Path) -> int:
    """Return the bytes of the longest name in a folder, 0 where the system does not say.

    Folders that are encrypted name by name take fewer than usual.
    """
    with suppress(AttributeError, OSError, ValueError):
        return os.pathconf(folder, "PC_NAME_MAX")
    return 0
