"""A zip to hand over opens with its password alone, and holds every file as it was."""

from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
import pyzipper

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.hand_over.locked_zip import write_zip
from tests.exchange.hand_over.given import HEAD, item, unreadable

MADE_AT = datetime(2026, 11, 22, 14, 41, tzinfo=UTC)
PASSWORD = "correct hörse"
FILES = {"Pack.pdf": b"one" * 50_000, "Files/Record 1.txt": b"two" * 9}


@pytest.fixture
def zipped(tmp_path: Path) -> Path:
    target = tmp_path / "out.zip"
    items = [item(*file) for file in FILES.items()]
    write_zip(target, PASSWORD, HEAD, items, made_at=MADE_AT)
    return target


def test_it_opens_with_its_password(zipped: Path) -> None:
    with pyzipper.AESZipFile(zipped) as found:
        found.setpassword(PASSWORD.encode())
        held = {name: found.read(name) for name in found.namelist()}
    assert {name: held[name] for name in FILES} == FILES
    listed = held["What is in here.txt"].decode("utf-8-sig")
    assert "7-Zip" in listed


def test_nothing_of_it_can_be_read_without(zipped: Path) -> None:
    assert b"twotwo" not in zipped.read_bytes()
    with pyzipper.AESZipFile(zipped) as found:
        found.setpassword(b"wrong")
        with pytest.raises(RuntimeError, match="password"):
            found.read("Pack.pdf")


def test_it_is_the_kind_that_other_programs_read(zipped: Path) -> None:
    """Method 99 with an extra field of AES: version 2, 256 bits (WinZip, AE-2)."""
    with ZipFile(zipped) as found:
        for one in found.infolist():
            assert one.compress_type == 99
            assert one.flag_bits & 1
            at = one.extra.index(b"\x01\x99")
            assert one.extra[at + 4 : at + 9] == b"\x02\x00AE\x03"
            assert one.CRC == 0  # which would tell of what is inside


def test_without_a_password_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="needs a password"):
        write_zip(tmp_path / "a.zip", "", HEAD, [item("a", b"x")], made_at=MADE_AT)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_read_leaves_the_old_zip(zipped: Path) -> None:
    before = zipped.read_bytes()
    with pytest.raises(UserError, match="Disc/I1"):
        write_zip(zipped, PASSWORD, HEAD, [unreadable("Disc/I1")], made_at=MADE_AT)
    assert zipped.read_bytes() == before
