"""A folder to hand over is there whole, with every file as it was, or not at all."""

import stat
from pathlib import Path

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.hand_over.folder import write_folder
from secondop_desktop.exchange.hand_over.items import Item, disc_items
from tests.exchange.hand_over.given import HEAD, item, sha256, unreadable


def left_over(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def test_every_file_is_the_same_to_the_bit_and_listed(tmp_path: Path) -> None:
    files = {"Pack.pdf": b"one", "Files/1 Scan.jpg": bytes(3_000_000)}
    target = tmp_path / "For Dr Bell"
    handed, unread = write_folder(target, HEAD, [item(*file) for file in files.items()])
    assert {place: (target / place).read_bytes() for place in files} == files
    listed = (target / "What is in here.txt").read_text("utf-8-sig")
    for one in handed:
        assert one.sha256 == sha256(files[one.place])
        assert one.place in listed
        assert one.sha256 in listed
    assert "3,000,000 bytes" in listed
    assert unread == []


def test_a_program_can_check_the_sums(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", HEAD, [item("a b.txt", b"x")])
    said = (tmp_path / "out" / "checksums.sha256").read_text("utf-8")
    assert said == f"{sha256(b'x')} *a b.txt\n"


def test_a_file_that_cannot_be_read_is_named_and_stops_no_others(tmp_path: Path) -> None:
    target = tmp_path / "out"
    handed, unread = write_folder(target, HEAD, [unreadable("Disc/I1"), item("Disc/I2", b"y")])
    assert [one.place for one in handed] == ["Disc/I2"]
    assert unread == ["Disc/I1"]
    assert not (target / "Disc" / "I1").exists()
    assert "Disc/I1" in (target / "What is in here.txt").read_text("utf-8-sig")


def test_a_damaged_file_stops_it_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="damaged"):
        write_folder(tmp_path / "out", HEAD, [item("a", b"x", sha256=sha256(b"other"))])
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_already_stays(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    with pytest.raises(UserError, match="already"):
        write_folder(tmp_path / "out", HEAD, [item("a", b"x")])
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    write_folder(tmp_path / "out", HEAD, [item("a", b"x")])
    assert (tmp_path / "out" / "a").read_bytes() == b"x"


def test_a_full_disk_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    def full(_out: object) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(UserError, match="The disk is full"):
        write_folder(tmp_path / "out", HEAD, [item("a", b"x"), Item("b", "b", full)])
    assert list(tmp_path.iterdir()) == []


def test_it_is_for_its_owner_alone(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", HEAD, [item("Files/a", b"x"), item("Disc/SE1/I1", b"y")])
    for path in (tmp_path / "out").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
    assert left_over(tmp_path) == []


def test_a_disc_keeps_its_own_names_and_follows_no_link(tmp_path: Path) -> None:
    disc = tmp_path / "disc"
    (disc / "DICOM" / "SE000001").mkdir(parents=True)
    (disc / "DICOMDIR").write_bytes(b"index")
    (disc / "DICOM" / "SE000001" / "IM000001").write_bytes(b"picture")
    (tmp_path / "secret").write_text("not on the disc")
    (disc / "link").symlink_to(tmp_path / "secret")
    found = {one.place for one in disc_items(disc, "Disc")}
    assert found == {"Disc/DICOMDIR", "Disc/DICOM/SE000001/IM000001"}
