"""An archive that was unpacked, as some systems do by themselves on the way: read as the zip is."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from zipfile import ZipInfo

from secondop_desktop.exchange.archive import layout
from secondop_desktop.exchange.containers.sorting import is_noise
from secondop_desktop.journal.storage.private_files import open_regular

_MARKS = (layout.DECLARATION, layout.JOURNAL, layout.HISTORY)


def bag_in(folder: Path) -> Path | None:
    """Return where the bag lies in a folder: there, or in the only folder in it."""
    try:
        inside = [one for one in folder.iterdir() if not is_noise(one.name)]
    except OSError:
        return None
    places = [folder, *inside] if len(inside) == 1 else [folder]
    return next((one for one in places if all((one / mark).is_file() for mark in _MARKS)), None)


class UnpackedBag:
    """The files of a bag in a folder, by the calls of a zip that ``Archive`` makes.

    Links are not followed, and what a system put there for itself is no part of it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._infos = [self._info(path) for path in _files(folder)]

    def _info(self, path: Path) -> ZipInfo:
        info = ZipInfo(path.relative_to(self._folder).as_posix())
        info.file_size = path.stat().st_size
        return info

    def infolist(self) -> list[ZipInfo]:
        """Return what is said of each file."""
        return self._infos

    def namelist(self) -> list[str]:
        """Return the names of the files."""
        return [info.filename for info in self._infos]

    def open(self, info: ZipInfo) -> BinaryIO:
        """Open one for reading."""
        return open_regular(self._folder / info.filename)

    def close(self) -> None:
        """Do nothing: no file stays open."""


def _files(folder: Path) -> Iterator[Path]:
    for place, _folders, names in os.walk(folder):
        for name in names:
            path = Path(place, name)
            if not is_noise(name) and not path.is_symlink():
                yield path
