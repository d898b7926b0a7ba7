"""Files inside the journal: the same bytes out as in, once, and damage found."""

import subprocess
import sys
from io import BytesIO, RawIOBase
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondop_desktop.errors import UserError
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.files import attachments
from secondop_desktop.journal.files.attachments import CHUNK, LARGEST, Stored
from tests.architecture.house import ROOT
from tests.examples import at_most
from tests.journal.written import add, raw


def _attach(journal: Journal, bytes_: bytes, name: str = "scan.pdf") -> Stored:
    with journal.change("Attach") as change:
        stored = journal.attach(change, BytesIO(bytes_), name)
        person = change.add("person", name=name)
        change.add("record", person=person, title=name, file=stored.hash)
    return stored


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 5_000_000])
def test_the_bytes_are_equal(journal: Journal, tmp_path: Path, size: int) -> None:
    given_ = bytes(number % 251 for number in range(min(size, 251))) * (size // 251 + 1)
    given_ = given_[:size]
    stored = _attach(journal, given_)
    assert stored.size == size
    assert journal.file(stored.hash) == given_
    journal.extract(stored.hash, tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == given_


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=at_most(20))
@given(st.binary(max_size=3000))
def test_any_bytes_come_back(journal: Journal, bytes_: bytes) -> None:
    assert journal.file(_attach(journal, bytes_).hash) == bytes_


def test_the_same_bytes_are_kept_once(journal: Journal, path: Path) -> None:
    first = _attach(journal, b"%PDF-1.7 letter", "a.pdf")
    assert first == _attach(journal, b"%PDF-1.7 letter", "b.pdf")
    assert first.type == "application/pdf"
    assert first.hash.startswith("sha256:")
    with raw(path) as connection:
        assert connection.execute("SELECT count(*) FROM attachment_chunk").fetchone() == (1,)


def test_undo_leaves_the_bytes_for_redo(journal: Journal) -> None:
    stored = _attach(journal, b"letter")
    journal.undo()
    assert journal.entries("record") == []
    journal.redo()
    assert journal.file(journal.entries("record")[0].file) == b"letter"
    assert journal.file(stored.hash) == b"letter"


def test_a_failed_change_keeps_no_bytes(journal: Journal, path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(ZeroDivisionError), journal.change("Fail") as change:
        journal.attach(change, BytesIO(b"x" * 10_000_000), "scan")
        _ = 1 / 0
    assert path.read_bytes() == before


class _Endless(RawIOBase):
    """A file of 100 MB and one byte, without the bytes."""

    def __init__(self) -> None:
        self._left = LARGEST + 1

    def readable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        self._left = LARGEST + 1
        return offset

    def read(self, size: int = -1) -> bytes:
        count = min(size, self._left)
        self._left -= count
        return bytes(count)


def test_more_than_100_mb_is_refused_in_a_sentence(journal: Journal, person: str) -> None:
    before = journal.path.read_bytes()
    sentence = r"film\.mov is larger than 100 MB\. Keep it beside the journal and note its place\."
    with pytest.raises(UserError, match=sentence), journal.change("Attach") as change:
        journal.attach(change, _Endless(), "film.mov")  # type: ignore[arg-type]
    assert journal.path.read_bytes() == before


def test_a_file_that_changes_while_it_is_read_is_refused(journal: Journal) -> None:
    class Growing(BytesIO):
        def seek(self, offset: int, whence: int = 0) -> int:
            self.write(b"more")
            return super().seek(offset, whence)

    refused = pytest.raises(UserError, match="scan changed while it was read")
    with refused, journal.change("Attach") as change:
        journal.attach(change, Growing(), "scan")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux tells the memory")
def test_fifty_megabytes_cost_little_memory(tmp_path: Path) -> None:
    with (tmp_path / "film").open("wb") as file:
        for number in range(50):
            file.write(bytes([number]) * 1_000_000)
    command = [sys.executable, "-m", "tests.journal.attach_large", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    assert int(done.stdout) < 25_000
    assert (tmp_path / "out").read_bytes() == (tmp_path / "film").read_bytes()


def test_a_damaged_file_is_found_by_extract_and_check(
    journal: Journal, path: Path, tmp_path: Path
) -> None:
    stored = _attach(journal, b"abcd" * 100_000)
    with raw(path) as connection:
        connection.execute(
            "UPDATE attachment_chunk SET bytes = CAST('x' || substr(bytes, 2) AS BLOB) "
            "WHERE position = 1"
        )
    with pytest.raises(UserError, match=r"The file kept for out\.pdf is damaged\."):
        journal.extract(stored.hash, tmp_path / "out.pdf")
    assert not (tmp_path / "out.pdf").exists()
    (finding,) = check(journal)
    assert finding.text == f"A stored file is not as it was saved ({stored.hash})."


def test_a_missing_chunk_is_found(journal: Journal, path: Path, tmp_path: Path) -> None:
    stored = _attach(journal, b"abcd" * 100_000)
    with raw(path) as connection:
        connection.execute("DELETE FROM attachment_chunk WHERE position = 1")
    with pytest.raises(UserError, match="is damaged"):
        journal.extract(stored.hash, tmp_path / "out")
    assert len(check(journal)) == 1


def test_a_place_that_cannot_be_written_is_a_sentence(journal: Journal, tmp_path: Path) -> None:
    stored = _attach(journal, b"abcd")
    with pytest.raises(UserError, match=r"out could not be written: .*\. Choose another folder\."):
        journal.extract(stored.hash, tmp_path / "nowhere" / "out")


def test_chunks_come_in_their_order(journal: Journal, person: str) -> None:
    stored = _attach(journal, bytes(CHUNK) + b"\1" * CHUNK + b"\2")
    with journal.reading() as connection:
        pieces = [piece[:1] for piece in attachments.chunks(connection, stored.hash)]
    assert pieces == [b"\0", b"\1", b"\2"]
    assert add(journal, "record", person=person, title="x", file=stored.hash)
