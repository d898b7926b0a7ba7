"""Of a journal with a passphrase no word is found outside it, before and after a kill."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import ROOT

CANARY, PHRASE = "Canarywort", "heron cold river brass"
_FOLDERS = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "TMPDIR")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A person's whole home, in which all that the program writes must lie."""
    (tmp_path / "home").mkdir(mode=0o700)
    return tmp_path / "home"


def environment(home: Path) -> dict[str, str]:
    return {
        **os.environ,
        "HOME": str(home),
        **{name: str(home) for name in _FOLDERS},
        "SECONDOP_PASSPHRASE": PHRASE,
        "PYTHONPATH": str(ROOT),
    }


def run(home: Path, *words: object) -> None:
    command = [sys.executable, "-m", "secondop_desktop", *map(str, words)]
    done = subprocess.run(command, env=environment(home), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def found(home: Path) -> list[str]:
    """Return the files that hold the word."""
    ways = [word.encode(how) for word in (CANARY, PHRASE) for how in ("utf-8", "utf-16-le")]
    files = [one for one in home.rglob("*") if one.is_file()]
    return [one.name for one in files if any(way in one.read_bytes() for way in ways)]


@pytest.mark.long
def test_no_word_of_it_lies_outside(home: Path, tmp_path: Path) -> None:
    journal, letter = home / "journal.secondop", tmp_path / "letter.txt"
    letter.write_text(f"Dear {CANARY}", "utf-8")
    run(home, "new", journal, "--person", CANARY)
    run(home, "attach", journal, letter)
    run(home, "backup", journal)
    assert found(home) == []

    saver = [sys.executable, "-c", _SAVER, str(journal), CANARY]
    with subprocess.Popen(saver, env=environment(home), stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        for _each in range(3):
            running.stdout.readline()
        running.send_signal(signal.SIGKILL)
    assert found(home) == []
    run(home, "check", journal)
    assert found(home) == []
    assert not list(home.rglob(".secondop-work-*"))


_SAVER = """
import os, sys
from pathlib import Path
from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.protection.unlocking import unlock
path, word = Path(sys.argv[1]), sys.argv[2]
unlock(path, os.environ["SECONDOP_PASSPHRASE"])
with Journal.open(path, KINDS) as journal:
    person = journal.entries("person")[0].id
    while True:
        with journal.change("Save") as change:
            change.add("symptom", person=person, what=word, notes=f"{word} " * 5000)
        print("saved", flush=True)
"""
