"""Photographs as they were taken: chosen files, or what a record keeps of them.

One photograph is kept as it is, several as one zip in which nothing is packed, so that any
program gets them out again, to the bit, and the same photographs are always the same file.
"""

import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Final

from secondop_desktop.exchange.imaging.plain_zip import PlainZip
from secondop_desktop.exchange.read_entries import Content
from secondop_desktop.exchange.source_files.any_file import head, shown_name
from secondop_desktop.exchange.source_files.unreadable import reading_of, unreadable
from secondop_desktop.journal.files.attachments import LARGEST
from secondop_desktop.journal.files.sniff import content_type
from secondop_desktop.journal.storage.disk import why
from secondop_desktop.journal.storage.private_files import open_regular
from secondop_desktop.lang import _
from secondop_desktop.sandbox.picture_types import PHOTOS
from secondop_desktop.sandbox.whole_numbers import whole_number

MOST: Final = 1_000_000_000
"""Bytes of all photographs of one record; of each no more than of any file."""

_HEAD: Final = 4096
_NUMBERED: Final = re.compile(r"^\d{3} ")


@dataclass(frozen=True)
class Picture:
    """One photograph: its name, and a way to read it."""

    name: str
    size: int
    open: Callable[[], BinaryIO]

    def data(self) -> bytes:
        """Return its bytes; raises UserError where they cannot be read."""
        try:
            with self.open() as stream:
                return stream.read()
        except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as problem:
            said = why(problem) if isinstance(problem, OSError) else _("it is damaged")
            raise unreadable(self.name, said) from None


def is_photo(path: Path) -> bool:
    """Tell whether a file is a picture that can be a page of a record."""
    return content_type(head(path)) in PHOTOS


def of_paths(paths: Sequence[Path]) -> list[Picture]:
    """Return chosen files in the order in which they were taken: IMG_9 comes before IMG_10."""
    return [_of_path(path) for path in sorted(paths, key=_by_number)]


def _of_path(path: Path) -> Picture:
    with reading_of(shown_name(path)):
        size = path.stat().st_size
    return Picture(shown_name(path), size, lambda: open_regular(path))


def _by_number(path: Path) -> list[tuple[int, str]]:
    parts = re.findall(r"[0-9]+|[^0-9]+", path.name)
    return [(whole_number(part), part.casefold()) for part in parts]


def of_kept(opened: Callable[[], BinaryIO], name: str) -> list[Picture]:
    """Return what a record keeps; nothing where that is no photograph and no zip of some."""
    with opened() as stream:
        kind, size = content_type(stream.read(_HEAD)), stream.seek(0, 2)
    if kind in PHOTOS:
        return [Picture(name, size, opened)]
    try:
        with opened() as stream, zipfile.ZipFile(stream) as packed:
            members = packed.infolist()
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return []
    if any(one.file_size > LARGEST for one in members):
        return []
    return [_member(opened, one.filename, one.file_size) for one in members]


def _member(opened: Callable[[], BinaryIO], name: str, size: int) -> Picture:
    def open_member() -> BinaryIO:
        with opened() as stream, zipfile.ZipFile(stream) as packed:
            return BytesIO(packed.read(name))

    return Picture(_NUMBERED.sub("", name), size, open_member)


def as_one_file(pictures: Sequence[Picture], name: str) -> Content:
    """Return what is kept of them: the one as it is, or several as a zip."""
    if len(pictures) == 1:
        return Content(pictures[0].name, opener=pictures[0].open)
    layout = PlainZip(_Named(name, pictures), lambda _more: None)
    return Content(f"{name}.zip", opener=layout.open, most=MOST)


class _Named:
    """Photographs by numbered names, so that they come out of the zip in their order."""

    def __init__(self, name: str, pictures: Sequence[Picture]) -> None:
        self.name = name
        self._files = {f"{at:03d} {one.name}": one for at, one in enumerate(pictures, 1)}
        self.sizes: Mapping[str, Any] = {key: one.size for key, one in self._files.items()}

    def open(self, name: str) -> BinaryIO:
        """Open one of them."""
        return self._files[name].open()
