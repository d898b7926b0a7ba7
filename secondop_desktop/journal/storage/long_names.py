"""Names of files that are made of a journal's name, no longer than disk and SQLite take them."""

import os
from contextlib import suppress
from pathlib import Path

from secondop_desktop.errors import UserError
from secondop_desktop.lang import _

_USUAL = 255
_PATH = 512
"""Bytes of a whole path that SQLite opens, with what it puts behind the name (its os.h)."""
_BESIDE = len("-journal")
"""What SQLite puts behind the name of a file that it writes in."""


def shortened(folder: Path, stem: str, room: int, *, inside: int = 0) -> str:
    """Return the beginning of a name that leaves room in a folder, for the disk and for SQLite.

    ``room`` are the bytes behind it, ``inside`` those of a path that goes on from there.
    """
    path = _PATH - len(os.fsencode(os.path.realpath(folder))) - 1
    most = min(_most(folder) or _USUAL, _USUAL, path - inside) - room
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
