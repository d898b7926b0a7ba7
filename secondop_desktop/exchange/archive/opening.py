"""Opening an archive and checking it through, before anything of it is used."""

import hashlib
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from io import BufferedIOBase
from pathlib import Path
from typing import Any, BinaryIO, cast

from secondop_desktop.exchange.archive import layout, refusals
from secondop_desktop.exchange.archive.recognising import BROKEN, base_of
from secondop_desktop.exchange.archive.unpacked import UnpackedBag, bag_in
from secondop_desktop.exchange.progress import Step, silent
from secondop_desktop.journal.storage.schema import NEWEST
from secondop_desktop.lang import _

_PIECE = 256 * 1024
_LONGEST = 64 * 1024 * 1024
"""Bytes of one line, or of one of the bag's own files, at most."""
_SWELLS, _FREE = 200, 64 * 1024 * 1024
"""An archive that would come to more than so many times its size is not one of ours."""
_SUM = re.compile(r"([0-9a-f]{64}) [ *](\S.*)")


class Archive:
    """An archive by its files; ``open_archive`` gives one of which all are as they were written.

    ``name`` is how to call it in messages.
    """

    def __init__(self, path: Path, name: str, password: str) -> None:
        self.path, self.name = path, name
        self._password = password
        self._broken: tuple[type[Exception], ...] = BROKEN
        with self.reading():
            self._zipped = self._zip()
        self._infos = {info.filename: info for info in self._zipped.infolist()}
        self._base = base_of(self._zipped.namelist())
        self._sums: dict[str, str] = {}

    def close(self) -> None:
        """Let the file go."""
        self._zipped.close()

    def check(self, step: Step) -> None:
        """Read it through; raises UserError for whatever is not as it was written."""
        if self._base is None or len(self._infos) != len(self._zipped.infolist()):
            raise refusals.broken(self.name)
        if not self._password and any(one.flag_bits & 1 for one in self._infos.values()):
            raise refusals.locked(self.name, given=False)
        self._refuse_newer()
        own = self._listed(layout.TAG_MANIFEST)
        self._sums = self._listed(layout.MANIFEST)
        self._refuse_other_files({*own, *self._sums, layout.TAG_MANIFEST})
        if not all(map(layout.PAYLOAD.fullmatch, self._sums)):
            raise refusals.not_understood(self.name)
        self._check_sums(own | self._sums, step)

    @property
    def names(self) -> Mapping[str, str]:
        """The files of the payload, each with its SHA-256."""
        return self._sums

    def size(self, name: str) -> int:
        """Return the size of a file in bytes, -1 where there is none."""
        info = self._infos.get(f"{self._base}{name}")
        return info.file_size if info else -1

    def lines(self, name: str) -> Iterator[dict[str, Any]]:
        """Yield the objects of a list; raises UserError where it is no longer what was checked."""
        digest = hashlib.sha256()
        with self.reading(), self._open(name) as stream:
            while line := stream.readline(_LONGEST):
                digest.update(line)
                yield self._object(line)
        if digest.hexdigest() != self._sums.get(name):
            raise refusals.changed(self.name, name)

    def attachments(self) -> set[str]:
        """Return the names of the files that the journal kept."""
        return {name for name in self.names if name.startswith(layout.ATTACHMENTS)}

    def document(self, name: str) -> dict[str, Any]:
        """Return the one object of a file."""
        return self._object(self._bytes(name))

    def stream(self, name: str) -> BinaryIO:
        """Open a file for reading; who reads it compares its sum."""
        return cast(BinaryIO, _Part(self._open(name), self.reading))

    def _refuse_newer(self) -> None:
        about = _labels(self._bytes(layout.ABOUT))
        versions = [about.get(label, "") for label in (layout.FORMAT_LABEL, layout.SCHEMA_LABEL)]
        if not all(one.isdecimal() and len(one) < 7 for one in versions):
            raise refusals.not_understood(self.name)
        if int(versions[0]) > layout.FORMAT or int(versions[1]) > NEWEST:
            raise refusals.newer(self.name, about.get("Bag-Software-Agent", ""))

    def _listed(self, manifest: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for line in self._bytes(manifest).decode("utf-8", "replace").splitlines():
            match = _SUM.fullmatch(line)
            if match is None or match[2] in found:
                raise refusals.changed(self.name, manifest)
            found[match[2]] = match[1]
        return found

    def _refuse_other_files(self, named: set[str]) -> None:
        there = {name for name in self._infos if not name.endswith("/")}
        wanted = {f"{self._base}{name}" for name in named}
        if gone := sorted(wanted - there):
            raise refusals.missing(self.name, gone[0])
        if more := sorted(there - wanted):
            raise refusals.extra(self.name, more[0])

    def _check_sums(self, sums: Mapping[str, str], step: Step) -> None:
        total, done = sum(map(self.size, sums)), 0
        packed = total if self.path.is_dir() else self.path.stat().st_size
        if total > _SWELLS * packed + _FREE:
            raise refusals.broken(self.name)
        for name, wanted in sums.items():
            digest = hashlib.sha256()
            with self.reading(), self._open(name) as stream:
                while piece := stream.read(_PIECE):
                    step(_("Checking the archive"), done // 1024, total // 1024)
                    digest.update(piece)
                    done += len(piece)
            if digest.hexdigest() != wanted:
                raise refusals.changed(self.name, name)

    def _bytes(self, name: str) -> bytes:
        with self.reading(), self._open(name) as stream:
            found = stream.read(_LONGEST + 1)
        if len(found) > _LONGEST:
            raise refusals.broken(self.name)
        return found

    def _object(self, text: bytes) -> dict[str, Any]:
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            raise refusals.not_understood(self.name)
        return found

    def _open(self, name: str) -> BinaryIO:
        info = self._infos.get(f"{self._base}{name}")
        if info is None:
            raise refusals.missing(self.name, name)
        with self.reading():
            return cast(BinaryIO, self._zipped.open(info))

    def _zip(self) -> Any:
        if folder := bag_in(self.path):
            return UnpackedBag(folder)
        if not self._password:
            return zipfile.ZipFile(self.path)
        import pyzipper

        self._broken = (*BROKEN, pyzipper.BadZipFile, LookupError)
        locked = pyzipper.AESZipFile(self.path)
        locked.setpassword(self._password.encode())
        return locked

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Say what is wrong where the zip cannot be read."""
        try:
            yield
        except self._broken:
            raise refusals.broken(self.name) from None
        except OSError as problem:
            raise refusals.unread(self.name, problem) from None
        except RuntimeError as problem:
            if "password" not in str(problem).lower():
                raise
            raise refusals.locked(self.name, given=bool(self._password)) from None


class _Part(BufferedIOBase):
    """A file of an archive as a stream, which may be read more than once from its beginning."""

    def __init__(self, stream: BinaryIO, reading: Callable[[], AbstractContextManager[None]]):
        self._stream, self._reading = stream, reading

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next bytes; raises UserError where the archive fails."""
        with self._reading():
            return self._stream.read(-1 if size is None else size)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Go to a place."""
        with self._reading():
            return self._stream.seek(offset, whence)

    def close(self) -> None:
        """Let it go."""
        self._stream.close()
        super().close()


def open_archive(path: Path, name: str, password: str = "", step: Step = silent) -> Archive:
    """Open an archive and check it through; raises UserError for one that is not whole.

    One that is locked raises LockedArchiveError without its password.
    """
    found = Archive(path, name, password)
    try:
        found.check(step)
    except BaseException:
        found.close()
        raise
    return found


def _labels(data: bytes) -> dict[str, str]:
    lines = (line.partition(":") for line in data.decode("utf-8", "replace").splitlines())
    return {label: text.strip() for label, _colon, text in lines}
