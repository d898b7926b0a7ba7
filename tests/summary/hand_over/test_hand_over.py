"""What is handed over holds the pack and the files themselves, and who got it is written down."""

from pathlib import Path

import pytest
import pyzipper

from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from secondop_desktop.summary.hand_over.bundle import hand_over
from secondop_desktop.summary.hand_over.written_down import what_was_given, write_down
from tests.exchange.pack.made_files import drawn, locked, sound
from tests.summary.pack.packs import keep_all, pack_of
from tests.summary.printed import add

FILES = {"MRI report.pdf": drawn(2), "old.pdf": locked(), "talk.wav": sound()}


def test_a_folder_has_every_file_as_it_was_brought(ann: Journal, tmp_path: Path) -> None:
    pack = pack_of(ann, keep_all(ann, FILES))
    done = hand_over(pack, tmp_path / "out")
    held = {path.name: path.read_bytes() for path in (tmp_path / "out" / "Files").iterdir()}
    assert set(held.values()) == set(FILES.values())
    assert "1 MRI report.pdf" in held
    assert (tmp_path / "out" / "Pack.pdf").is_file()
    assert (tmp_path / "out" / "Summary for other programs.json").is_file()
    assert (done.files, done.unread) == (5, ())


def test_a_zip_tells_nothing_by_its_names(ann: Journal, tmp_path: Path) -> None:
    pack = pack_of(ann, keep_all(ann, FILES))
    hand_over(pack, tmp_path / "out.zip", password="secret words")
    assert b"MRI" not in (tmp_path / "out.zip").read_bytes()
    with pyzipper.AESZipFile(tmp_path / "out.zip") as found:
        found.setpassword(b"secret words")
        assert "Files/Record 1.pdf" in found.namelist()
        assert "MRI report" in found.read("What is in here.txt").decode()


def test_a_disc_goes_with_it(ann: Journal, tmp_path: Path) -> None:
    (tmp_path / "disc").mkdir()
    (tmp_path / "disc" / "DICOMDIR").write_bytes(b"index")
    pack = pack_of(ann, keep_all(ann, FILES))
    hand_over(pack, tmp_path / "out", discs=[tmp_path / "disc"])
    assert (tmp_path / "out" / "Disc" / "DICOMDIR").read_bytes() == b"index"
    with pytest.raises(UserError, match="Put the disc in"):
        hand_over(pack, tmp_path / "other", discs=[tmp_path / "no disc"])


def test_who_got_it_is_written_down_in_one_step(ann: Journal) -> None:
    records = keep_all(ann, FILES)
    doctor = add(ann, "provider", name="Dr Bell")
    pack = pack_of(ann, records, reader=doctor)
    noted = write_down(ann, pack.rows, records, what_was_given("out.zip", 9))
    row = ann.get("told", str(noted))
    assert (row.provider, row.records, row.date.stored) == (doctor, records, "2026-11-22")
    assert "out.zip" in row.what
    ann.undo()
    assert ann.entries("told") == []


def test_nobody_is_written_down_who_is_not_known(ann: Journal) -> None:
    records = keep_all(ann, FILES)
    assert write_down(ann, pack_of(ann, records).rows, records, "x") is None


def test_what_is_saved_twice_is_written_down_once(ann: Journal) -> None:
    records = keep_all(ann, FILES)
    pack = pack_of(ann, records, reader=add(ann, "provider", name="Dr Bell"))
    first, again = (write_down(ann, pack.rows, records, "a pack") for _time in range(2))
    assert first == again
    other = write_down(ann, pack.rows, records[:1], "a pack")
    assert {row.id for row in ann.entries("told")} == {first, other}


def test_the_summary_alone_is_written_down_too(ann: Journal) -> None:
    doctor = add(ann, "provider", name="Dr Bell")
    noted = write_down(ann, pack_of(ann, (), reader=doctor).rows, (), what_was_given("out.pdf", 2))
    row = ann.get("told", str(noted))
    assert (row.provider, row.records) == (doctor, ())
    assert "out.pdf" in row.what
