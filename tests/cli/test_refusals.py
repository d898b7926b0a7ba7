"""What no command accepts: each gets one sentence, and no byte of the journal changes."""

import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from tests.architecture.house import ROOT
from tests.cli.disks import disk, make_read_only
from tests.cli.shell import Shell, sentence

READING = (
    ("list", "diagnosis"), ("show", "x"), ("history",), ("search", "x"), ("timeline",),
    ("compare",), ("check",), ("backup",), ("export", "--to", "x.csv"),
    ("extract", "x", "--out", "y"),
)  # fmt: skip
WRITING = (
    ("add", "diagnosis", "name=A"), ("edit", "x", "name=A"), ("remove", "x"), ("bring-back", "x"),
    ("undo",), ("redo",), ("attach", __file__), ("import", __file__),
)  # fmt: skip
ALL = pytest.mark.parametrize("words", READING + WRITING, ids=lambda words: words[0])


@ALL
def test_what_is_no_journal(shell: Shell, words: tuple[str, ...]) -> None:
    for content in (b"", b"just a text", b"SQLite format 3\x00", os.urandom(5000)):
        shell.journal.write_bytes(content)
        assert "is not a Secondop journal" in shell.refused(*words)


@ALL
def test_a_journal_that_is_not_there(shell: Shell, words: tuple[str, ...]) -> None:
    shell.journal.unlink()
    said = sentence(shell.run(words[0], shell.journal, *words[1:]))
    assert "There is no file" in said
    assert list(shell.journal.parent.iterdir()) == []


@ALL
def test_a_folder(shell: Shell, words: tuple[str, ...], tmp_path: Path) -> None:
    assert "is a folder" in sentence(shell.run(words[0], tmp_path, *words[1:]))


@ALL
def test_a_journal_of_a_newer_version(shell: Shell, words: tuple[str, ...]) -> None:
    raw = shell.journal.read_bytes()
    shell.journal.write_bytes(raw[:60] + struct.pack(">I", 999) + raw[64:])
    assert "made by a newer Secondop" in shell.refused(*words)


@ALL
def test_a_journal_cut_short(shell: Shell, words: tuple[str, ...]) -> None:
    raw = shell.journal.read_bytes()
    for size in (len(raw) - 1, len(raw) // 2, 100):
        shell.journal.write_bytes(raw[:size])
        assert "is cut short" in shell.refused(*words)


@ALL
def test_a_journal_open_in_another_window(shell: Shell, words: tuple[str, ...]) -> None:
    with Journal.open(shell.journal, KINDS):
        assert "is open in another window" in shell.refused(*words)


def test_a_journal_open_in_another_process(shell: Shell) -> None:
    program = (
        "import sys, pathlib; from secondop_desktop.catalogue import KINDS\n"
        "from secondop_desktop.journal.file import Journal\n"
        "with Journal.open(pathlib.Path(sys.argv[1]), KINDS): print('open', flush=True); input()"
    )
    held = [sys.executable, "-c", program, str(shell.journal)]
    with subprocess.Popen(
        held, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        assert "is open in another window" in shell.refused("add", "diagnosis", "name=A")
        assert "is open in another window" in shell.refused("list", "diagnosis")
        other.communicate("\n")
    shell.add("diagnosis", "name=A")


def test_a_disk_that_cannot_be_written(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = shell.add("diagnosis", "name=Angina")
    monkeypatch.chdir(tmp_path)
    with disk(tmp_path / "disc", "4m") as disc:
        inner = Shell(disc / "a.secondop", shell._capsys)
        inner.journal.write_bytes(shell.journal.read_bytes())
        make_read_only(disc)
        assert inner.json("show", entry)["name"] == "Angina"
        assert [one["id"] for one in inner.json("list", "diagnosis")] == [entry]
        assert inner.json("check")["whole"] is True
        inner("export", "--to", tmp_path / "a.csv")
        inner("backup", "--to", tmp_path / "copies")
        for words in WRITING:
            assert "cannot be written here" in inner.refused(*words)
        assert "Choose another folder" in inner.refused("backup")
        assert "not allowed" in inner.refused("export", "--to", disc / "a.csv")
        made = inner.run("new", disc / "b.secondop")
        assert "cannot be written here" in sentence(made)


def test_a_disk_that_is_full(shell: Shell, tmp_path: Path) -> None:
    size = shell.journal.stat().st_size
    long = tmp_path / "long.bin"
    long.write_bytes(bytes(8) + os.urandom(400_000))
    with disk(tmp_path / "disc", f"{size // 1024 + 200}k") as disc:
        inner = Shell(disc / "a.secondop", shell._capsys)
        inner.journal.write_bytes(shell.journal.read_bytes())
        assert "The disk is full" in inner.refused("attach", long)
        for words in (("import", long), ("backup",)):
            said = inner.refused(*words)
            assert "The disk is full" in said
            assert "Free some space" in said
            assert "another folder" not in said
            assert list(disc.iterdir()) == [inner.journal]
        assert "The disk is full" in sentence(inner.run("new", disc / "b.secondop"))
        copied = inner.run("restore", inner.journal, "--to", disc / "c.secondop")
        assert "the disk is full" in sentence(copied)
        assert inner.json("check")["whole"] is True
        assert [path.name for path in disc.iterdir() if path.is_file()] == ["a.secondop"]
