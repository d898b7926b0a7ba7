"""Works that write what is handed over: a folder for a stick, and a zip with a password."""

import hashlib
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pyzipper

from secondop_desktop.exchange.hand_over.folder import write_folder
from secondop_desktop.exchange.hand_over.items import Item, copied
from secondop_desktop.exchange.hand_over.listing import LIST, SUMS
from secondop_desktop.exchange.hand_over.locked_zip import write_zip
from secondop_desktop.journal.values.clock import local_now
from tests.faults.works.work import DONE, Tell, Work, held, journal_in, whole

_FILES = {
    "Pack.pdf": bytes(range(256)) * 800,
    "Files/1 Scan.jpg": b"scan" * 60_000,
    "Files/2 Letter.txt": b"Dear Ms Pugh",
    "Disc/DICOMDIR": b"index" * 900,
    "Disc/DICOM/SE1/IM1": bytes(90_000),
}
_HEAD = ("Nerys Pugh", "")
_PASSWORD = "a long one"


class HandingOver(Work):
    """A folder is handed over: it is there whole, with its list and its sums, or not at all."""

    name = "hand over"

    def lay(self, folder: Path) -> None:
        self.before = held(self.begin(folder))

    def do(self, folder: Path, tell: Tell) -> None:
        write_folder(folder / "For Dr Bell", _HEAD, _items())

    def judge(self, folder: Path, told: Sequence[str]) -> None:
        _judge_journal(folder, self.before)
        given = folder / "For Dr Bell"
        assert given.exists() or DONE not in told
        if given.exists():
            found = {
                one.relative_to(given).as_posix(): one.read_bytes()
                for one in given.rglob("*")
                if one.is_file()
            }
            _judge_given(found)

    def is_as_before(self, folder: Path) -> bool:
        return not (folder / "For Dr Bell").exists()


class HandingOverLocked(Work):
    """A zip is handed over in the place of an older one: it is the one or the other."""

    name = "hand over a zip"

    def lay(self, folder: Path) -> None:
        self.before = held(self.begin(folder))
        target = folder / "For Dr Bell.zip"
        target.write_bytes(b"the old one")
        target.chmod(0o600)

    def do(self, folder: Path, tell: Tell) -> None:
        target = folder / "For Dr Bell.zip"
        write_zip(target, _PASSWORD, _HEAD, _items(), made_at=local_now())

    def judge(self, folder: Path, told: Sequence[str]) -> None:
        _judge_journal(folder, self.before)
        if self.is_as_before(folder):
            assert DONE not in told
            return
        with pyzipper.AESZipFile(folder / "For Dr Bell.zip") as zipped:
            zipped.setpassword(_PASSWORD.encode())
            _judge_given({name: zipped.read(name) for name in zipped.namelist()})

    def is_as_before(self, folder: Path) -> bool:
        return (folder / "For Dr Bell.zip").read_bytes() == b"the old one"


def _items() -> list[Item]:
    return [
        Item(place, "A file", copied(lambda data=data: BytesIO(data)), _sum(data))  # type: ignore[misc]
        for place, data in _FILES.items()
    ]


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _judge_journal(folder: Path, before: str) -> None:
    with whole(journal_in(folder)):
        pass
    assert held(journal_in(folder)) == before


def _judge_given(found: dict[str, bytes]) -> None:
    """All that was given is there, as the list and the sums in it say."""
    listed, sums = found.pop(LIST).decode("utf-8-sig"), found.pop(SUMS).decode()
    assert found == _FILES
    assert sums == "".join(f"{_sum(data)} *{place}\n" for place, data in _FILES.items())
    assert all(_sum(data) in listed for data in _FILES.values())
