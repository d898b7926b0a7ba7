"""Unpacking a zip into a private folder, piece by piece, and never further than is safe."""

import errno
import stat
import zipfile
from pathlib import Path, PurePosixPath
from typing import Final

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.containers.limits import BROKEN_ZIP, Budget, too_many
from secondop_desktop.exchange.containers.sorting import is_noise
from secondop_desktop.exchange.read_entries import Skipped
from secondop_desktop.journal.files.attachments import CHUNK
from secondop_desktop.journal.files.packed_type import is_folder, makes_document, member_name
from secondop_desktop.journal.storage.private_files import open_regular
from secondop_desktop.lang import _

_DEEPEST: Final = 2
"""How many zips may lie inside each other."""

_LOCKED: Final = 0x1
_LONGEST: Final = 120
"""Characters of a file's name that are kept."""


def unpack(
    path: Path, name: str, folder: Path, budget: Budget, depth: int = 1
) -> tuple[list[Path], list[Skipped]]:
    """Write the files of a zip below a folder; return them, and what was left out and why.

    Raises UserError for a zip that is not whole, or that holds more than is safe.
    """
    try:
        with open_regular(path) as stream, zipfile.ZipFile(stream) as packed:
            return _Unpacking(packed, name, folder, budget, depth).run()
    except BROKEN_ZIP:
        said = _("{name} is not a whole packed file (zip). Get the file again.")
        raise UserError(said.format(name=name)) from None


class _Unpacking:
    def __init__(
        self, packed: zipfile.ZipFile, name: str, folder: Path, budget: Budget, depth: int
    ) -> None:
        self._packed, self._name, self._folder = packed, name, folder
        self._budget = budget
        self._depth, self._before = depth, len(list(folder.iterdir()))
        self._found: list[Path] = []
        self._left_out: list[Skipped] = []

    def run(self) -> tuple[list[Path], list[Skipped]]:
        members = [one for one in self._packed.infolist() if not is_folder(one)]
        if len(members) > 100_000:
            raise too_many(self._name)
        self._budget.expect(sum(one.file_size for one in members))
        for number, member in enumerate(members):
            if not is_noise(member.filename):
                self._member(member, number)
        return self._found, self._left_out

    def _member(self, member: zipfile.ZipInfo, number: int) -> None:
        self._budget.file()
        where = _("{file} in {zip}").format(file=_shown(member_name(member)), zip=self._name)
        if stat.S_ISLNK(member.external_attr >> 16):
            self._left_out.append(Skipped(where, _("It only points to another file.")))
        elif member.flag_bits & _LOCKED:
            said = _("It is locked with a password. Unpack it by hand, and bring it in then.")
            self._left_out.append(Skipped(where, said))
        else:
            self._write(member, number, where)

    def _write(self, member: zipfile.ZipInfo, number: int, where: str) -> None:
        place = self._folder / f"{self._depth}-{self._before}-{number}"
        place.mkdir(mode=0o700)
        target = place / _shown(member_name(member))
        try:
            with self._packed.open(member) as source, target.open("xb") as out:
                while chunk := source.read(CHUNK):
                    self._budget.take(len(chunk))
                    out.write(chunk)
        except BROKEN_ZIP as problem:
            target.unlink(missing_ok=True)
            if getattr(problem, "errno", 0) == errno.ENOSPC:
                said = _("There is no room on this computer to unpack {name}.")
                raise UserError(said.format(name=self._name)) from None
            self._left_out.append(Skipped(where, _("It is damaged. Get the file again.")))
        else:
            self._keep(target, where)

    def _keep(self, target: Path, where: str) -> None:
        """Take an unpacked file in, or what lies in it where it is a zip itself."""
        if not target.stat().st_size:
            self._left_out.append(Skipped(where, _("It is empty.")))
        elif self._depth < _DEEPEST and is_plain_zip(target):
            inner = unpack(target, target.name, self._folder, self._budget, self._depth + 1)
            self._found += inner[0]
            self._left_out += inner[1]
        else:
            self._found.append(target)


def _shown(name: str) -> str:
    """Return the name of a member without its folders, as short as a disk can hold."""
    own = PurePosixPath(name.replace("\\", "/").replace("\0", "")).name or "file"
    stem, dot, end = own.rpartition(".")
    return own if len(own) <= _LONGEST else f"{(stem or own)[:_LONGEST]}{dot}{end[:10]}"


def is_plain_zip(path: Path) -> bool:
    """Tell whether a file is a zip that only holds other files: no document, disc or archive."""
    try:
        with open_regular(path) as stream:
            if not stream.read(4).startswith(b"PK\x03\x04"):
                return False
            stream.seek(0)
            with zipfile.ZipFile(stream) as packed:
                return not _is_one_thing(packed)
    except BROKEN_ZIP:
        return path.suffix.lower() == ".zip"


def _is_one_thing(packed: zipfile.ZipFile) -> bool:
    """Tell whether the files of a zip make one: of a word processor, of an imaging disc."""
    names = packed.namelist()
    if makes_document(names) or any(_bare(one) == "DICOMDIR" for one in names):
        return True
    if all(any(one.endswith(mark) for one in names) for mark in _ARCHIVE):
        return True
    return any(_bare(one).endswith(".DCM") or one.startswith(_APPLE) for one in names)


def _bare(name: str) -> str:
    return PurePosixPath(name).name.upper()


_APPLE = "apple_health_export/"
_ARCHIVE = ("bagit.txt", "data/journal.json")
"""What archives of a journal hold."""
