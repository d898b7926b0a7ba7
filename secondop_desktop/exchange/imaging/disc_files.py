"""The files of an imaging disc, wherever they lie: a folder, a zip, or some files by themselves."""

import os
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from secondop_desktop.errors import UserError
from secondop_desktop.journal.files.packed_type import is_folder, makes_document, names_in_zip
from secondop_desktop.journal.storage.private_files import open_regular
from secondop_desktop.lang import _

MOST_OBJECT: Final = 400_000_000
"""Bytes of one object that is looked at; a film of an ultrasound has some hundred million."""

_MOST_FILES: Final = 60_000
_LOOKED_AT: Final = 60
_DIRECTORY: Final = "DICOMDIR"
_PREAMBLE: Final = 132


class DiscFiles(Protocol):
    """Names with their sizes in bytes, a way to read each, and what the disc is called."""

    name: str
    sizes: Mapping[str, int]

    def open(self, name: str) -> BinaryIO: ...


class FolderFiles:
    """The files below a folder; links are not followed, and what the system adds is left out."""

    def __init__(self, root: Path) -> None:
        self.name, self._root = root.name or root.drive or str(root), root
        sizes: dict[str, int] = {}
        for folder, _folders, names in os.walk(root):
            for name in names:
                path = Path(folder, name)
                if path.is_file() and not path.is_symlink() and name != ".DS_Store":
                    sizes[path.relative_to(root).as_posix()] = path.stat().st_size
            if len(sizes) > _MOST_FILES:
                raise _too_many(self.name)
        self.sizes: Mapping[str, int] = dict(sorted(sizes.items()))

    def open(self, name: str) -> BinaryIO:
        """Open a file by its path below the folder."""
        return open_regular(self._root / name)


class LooseFiles:
    """Some files that were chosen together; of several of one name the later get a number."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self.name = paths[0].parent.name or paths[0].stem
        self._paths: dict[str, Path] = {}
        for path in paths:
            name, number = path.name, 1
            while name in self._paths:
                number += 1
                name = f"{path.stem} ({number}){path.suffix}"
            self._paths[name] = path
        self.sizes: Mapping[str, int] = {
            name: path.stat().st_size for name, path in self._paths.items()
        }

    def open(self, name: str) -> BinaryIO:
        """Open one of the files."""
        return open_regular(self._paths[name])


class ZipFiles:
    """The files in a zip, of which none is opened further than an object is large."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(stream)
        except zipfile.BadZipFile as broken:
            raise OSError(str(broken)) from broken
        whole = (one for one in self._zip.infolist() if not is_folder(one))
        self.sizes: Mapping[str, int] = {one.filename: one.file_size for one in whole}

    def open(self, name: str) -> BinaryIO:
        """Open a member; raises OSError for one that is locked or damaged."""
        try:
            return self._zip.open(name)  # type: ignore[return-value]
        except (RuntimeError, NotImplementedError, zipfile.BadZipFile) as problem:
            raise OSError(str(problem)) from problem


class StoredObject:
    """One object by itself, in a stream that can be sought in."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self.name, self._stream = name, stream
        self.sizes: Mapping[str, int] = {name: stream.seek(0, 2)}

    def open(self, _name: str) -> BinaryIO:
        """Return the object from its beginning; closing it closes nothing else."""
        self._stream.seek(0)
        return BytesIO(self._stream.read(MOST_OBJECT))


def read_up_to(files: DiscFiles, name: str, most: int) -> bytes:
    """Return the beginning of a file; nothing where it cannot be read."""
    try:
        with files.open(name) as stream:
            return stream.read(most)
    except (OSError, EOFError, ValueError, struct.error, zlib.error, zipfile.BadZipFile):
        return b""


def is_object(start: bytes) -> bool:
    """Tell a DICOM object by its first 132 bytes (PS3.10, 7.1)."""
    return start[128:_PREAMBLE] == b"DICM"


def directory_of(files: DiscFiles) -> str:
    """Return the name of the DICOMDIR that lies least deep; empty where there is none."""
    found = [one for one in files.sizes if one.rpartition("/")[2].upper() == _DIRECTORY]
    return min(found, key=lambda one: (one.count("/"), one), default="")


def objects_first(files: DiscFiles) -> bool:
    """Tell whether one of the first files is a DICOM object."""
    names = list(files.sizes)[:_LOOKED_AT]
    return any(is_object(read_up_to(files, one, _PREAMBLE)) for one in names)


def is_disc(path: Path) -> bool:
    """Tell whether a folder or a zip is an imaging disc, or a file is a DICOM object.

    Raises UserError for a folder of more files than a disc holds.
    """
    try:
        if path.is_dir():
            folder = FolderFiles(path)
            return bool(directory_of(folder)) or objects_first(folder)
        with open_regular(path) as stream:
            start = stream.read(_PREAMBLE)
            if start.startswith(b"PK\x03\x04"):
                return _zips_a_disc(stream, path.name)
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        return False
    return is_object(start)


def _zips_a_disc(stream: BinaryIO, name: str) -> bool:
    names = names_in_zip(stream)
    if not names or makes_document(names):
        return False
    files = ZipFiles(stream, name)
    return bool(directory_of(files)) or objects_first(files)


def _too_many(name: str) -> UserError:
    text = _("{name} has more files than an imaging disc. Choose the folder of the disc itself.")
    return UserError(text.format(name=name))
