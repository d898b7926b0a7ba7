"""After locking, no word of the journal is left in the memory of the program."""

import os
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO, FileIO
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.protection.unlocking import unlock
from secondop_desktop.journal.storage import cipher
from tests.encrypted import lock_up
from tests.window.protection.locking_program import TYPED

NAME, PHRASE = "Hyacinth Ravenscroft", "Carrot-Horse-7431"
_FOLDERS = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
_PIECE = 16 << 20
_PROGRAM = Path(__file__).with_name("locking_program.py")
_ROOT = Path(__file__).parents[3]


def copies_of(word: str, process: int) -> int:
    """Count a word in all that a process holds, in the ways in which texts are kept."""
    spellings = [word.encode(how) for how in ("utf-8", "utf-16-le", "utf-32-le")]
    with Path(f"/proc/{process}/mem").open("rb", 0) as memory:
        return sum(data.count(one) for data in _parts(process, memory) for one in spellings)


def _parts(process: int, memory: FileIO) -> Iterator[bytes]:
    """Yield what can be read, piece by piece; a mapping may be larger than what lies in it."""
    for line in Path(f"/proc/{process}/maps").read_text("utf-8", "replace").splitlines():
        place, rights = line.split(" ", 2)[:2]
        if not rights.startswith("r") or "[v" in line:
            continue
        at, end = (int(part, 16) for part in place.split("-"))
        while at < end:
            try:
                memory.seek(at)
                data = memory.read(min(end - at, _PIECE))
            except OSError:
                break
            yield data
            at += max(len(data), 1)


def found_in(folder: Path, word: str) -> list[str]:
    """Return the files of a folder that hold a word; what is there is all that was written."""
    files = [one for one in folder.rglob("*") if one.is_file()]
    spelled = [word.encode(how) for how in ("utf-8", "utf-16-le")]
    return [one.name for one in files if any(way in one.read_bytes() for way in spelled)]


def may_look() -> bool:
    """Tell whether this test may look into the memory of another program here."""
    return sys.platform == "linux" and os.geteuid() == 0


def seconds_allowed() -> float:
    """Return what the promise allows, and more where other programs take the processor."""
    return 1.0 if os.getloadavg()[0] < (os.cpu_count() or 1) else 10.0


def long_pdf() -> bytes:
    """Return a file that takes a while to show."""
    pages = PdfDocument.new()
    for _each in range(200):
        pages.new_page(595, 842)
    made = BytesIO()
    pages.save(made)
    return made.getvalue()


@pytest.mark.long
@pytest.mark.skipif(not may_look(), reason="the memory of a process can only be read by root")
def test_within_a_second_no_word_of_it_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cipher, "ROUNDS", 256_000)  # the program that is looked into knows no other
    path = tmp_path / "journal.secondop"
    with Journal.create(path, KINDS) as journal, journal.change("Begin") as change:
        person = change.add("person", name=NAME)
        file = journal.attach(change, BytesIO(long_pdf()), "scan").hash
        change.add("record", person=person, title="Scan", file=file, file_type="application/pdf")
        change.add("question", person=person, text=f"What of {NAME}?")
    lock_up(path, PHRASE)
    home = {name: str(tmp_path) for name in ("HOME", "TMPDIR", *_FOLDERS)}
    with subprocess.Popen(
        [sys.executable, str(_PROGRAM), str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, **home, "PYTHONPATH": str(_ROOT)},
    ) as program:
        try:
            assert program.stdin is not None
            assert program.stdout is not None
            program.stdin.write(f"{PHRASE}\n")
            program.stdin.flush()
            assert program.stdout.readline() == "open\n"
            assert copies_of(NAME, program.pid)
            program.stdin.write("\n")
            program.stdin.flush()
            assert float(program.stdout.readline()) < seconds_allowed()
            assert program.stdout.readline() == "locked\n"
            assert [copies_of(word, program.pid) for word in (NAME, PHRASE)] == [0, 0]
        finally:
            program.kill()
    assert found_in(tmp_path, NAME) == []
    unlock(path, PHRASE)
    with Journal.open(path, KINDS) as journal:
        assert [row.what for row in journal.entries("symptom")] == [TYPED]
