"""`secondop passphrase`, and every other command on a journal that has one."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from secondop_desktop.cli import passphrase
from secondop_desktop.cli.passphrase import NEW_VARIABLE, VARIABLE
from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage import keys
from tests import patience
from tests.cli.shell import Shell, sentence
from tests.encrypted import PHRASE, quick_keys


@pytest.fixture(autouse=True)
def quick() -> Iterator[None]:
    with quick_keys():
        yield


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, PHRASE)


@pytest.fixture
def locked(shell: Shell, known: None) -> Shell:
    shell("passphrase", "set")
    keys.forget_all()
    return shell


def test_set_changed_and_removed(
    locked: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not keys.is_ordinary(locked.journal)
    file = tmp_path / "new.txt"
    file.write_text("two herons\n", "utf-8")
    said = locked.run("passphrase", locked.journal, "change", "--new-passphrase-file", file)
    assert "nobody can open it" in said.out
    keys.forget_all()
    assert "Wrong passphrase" in locked.refused("passphrase", "remove")
    monkeypatch.setenv(VARIABLE, "two herons")
    removed = locked.run("passphrase", locked.journal, "remove")
    assert "whoever has the file can read it" in removed.out
    assert "2 safe copies made before still open with their own passphrase" in removed.err
    monkeypatch.delenv(VARIABLE)
    assert [row["name"] for row in locked.json("list", "person")] == ["Ann Lee"]


def test_what_does_not_fit_is_refused(
    locked: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "has a passphrase already" in locked.refused("passphrase", "set")
    assert NEW_VARIABLE in locked.refused("passphrase", "change")
    monkeypatch.setenv(NEW_VARIABLE, "x'0123'")
    assert "x'…'" in locked.refused("passphrase", "change")
    plain = tmp_path / "plain.secondop"
    monkeypatch.delenv(VARIABLE)
    locked.run("new", plain)
    assert "has no passphrase" in sentence(locked.run("passphrase", plain, "remove"))
    assert VARIABLE in sentence(locked.run("passphrase", plain, "set"))


def test_every_command_works_on_it(locked: Shell, tmp_path: Path) -> None:
    person = locked.json("list", "person")[0]["id"]
    entry = locked.add("diagnosis", "name=Angina")
    locked("edit", entry, "name=Unstable angina")
    locked("undo")
    locked("redo")
    assert locked.json("search", "unstable")[0]["id"] == entry
    assert locked.json("show", entry)["name"] == "Unstable angina"
    assert locked.json("history")
    assert locked.json("timeline") == []
    assert locked.json("compare") is not None
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Ann", "utf-8")
    (record,) = locked("attach", letter).lines
    said = locked.run("extract", locked.journal, record, "--out", tmp_path / "out.txt")
    assert "does not protect out.txt" in said.err
    assert (tmp_path / "out.txt").read_bytes() == letter.read_bytes()
    locked("remove", entry)
    assert locked("check").out == "The journal is whole.\n"
    for place in (tmp_path / "a.ics", tmp_path / "a.csv", tmp_path / "a.pdf"):
        said = locked.run("export", locked.journal, "--to", place, "--person", person)
        assert (said.code, place.exists()) in {(0, True), (1, False)}
        assert ("does not protect" in said.err) == (said.code == 0)


def test_safe_copies_are_under_it_too(locked: Shell, tmp_path: Path) -> None:
    (copy,) = (Path(line) for line in locked("backup", "--to", tmp_path / "there").lines)
    assert not keys.is_ordinary(copy)
    again = tmp_path / "again.secondop"
    assert locked.run("restore", copy, "--to", again).code == 0
    assert not keys.is_ordinary(again)
    keys.forget_all()
    assert len(locked("copies").lines) == 1
    assert locked.run("restore", copy, "--to", locked.journal).code == 0
    assert len(backup.copies(locked.journal)) == 2


def test_copies_made_before_are_not_forgotten(shell: Shell, known: None) -> None:
    (before,) = shell("backup").lines
    said = shell.run("passphrase", shell.journal, "set")
    assert "1 safe copy made before has no passphrase" in said.err
    assert before in said.err
    assert keys.is_ordinary(Path(before))


@pytest.mark.parametrize(("wanted", "left"), [("renew", 2), ("delete", 1)])
def test_copies_made_before_are_renewed_or_deleted(
    shell: Shell, known: None, wanted: str, left: int
) -> None:
    (before,) = shell("backup").lines
    shell("passphrase", "set", "--old-copies", wanted)
    found = backup.copies(shell.journal)
    assert len(found) == left
    assert not any(keys.is_ordinary(copy.path) for copy in found)
    assert Path(before).exists() == (wanted == "renew")


def test_the_journal_before_is_kept_when_wanted(shell: Shell, known: None) -> None:
    said = shell("passphrase", "set", "--keep-before", "--old-copies", "delete")
    assert said.out
    assert sorted(keys.is_ordinary(copy.path) for copy in backup.copies(shell.journal)) == [
        False,
        True,
    ]


def test_asked_at_a_terminal(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(
        ["heron river brass", "two gulls", *["heron river brass"] * 2, "no", "heron river brass"]
    )
    monkeypatch.setattr(passphrase, "can_ask", lambda: True)
    monkeypatch.setattr("secondop_desktop.cli.protecting.can_ask", lambda: True)
    monkeypatch.setattr(passphrase, "getpass", lambda _words: next(typed))
    assert "differ" in shell.refused("passphrase", "set")
    shell("passphrase", "set")
    keys.forget_all()
    said = shell.run("list", shell.journal, "person")
    assert said.code == 0
    assert "Wrong passphrase" in said.err


@pytest.mark.parametrize(("answer", "code"), [("no", 1), ("", 1), ("y", 0)])
def test_one_that_is_easy_to_guess_is_asked_about_once_more(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    monkeypatch.setattr("secondop_desktop.cli.protecting.can_ask", lambda: True)
    monkeypatch.setattr(passphrase, "getpass", lambda _words: "q")
    monkeypatch.setattr("builtins.input", lambda _words: answer)
    said = shell.run("passphrase", shell.journal, "set")
    assert "Easy to guess" in said.err
    assert (said.code, keys.is_ordinary(shell.journal)) == (code, bool(code))


def test_what_no_copy_has_room_for_is_told_of_the_copy_alone(
    shell: Shell, known: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_given: object) -> None:
        raise UserError("no room for a copy")

    monkeypatch.setattr(Journal, "backup", no_room)
    said = shell.run("passphrase", shell.journal, "set")
    assert said.code == 0
    assert "no room for a copy" in said.err
    assert not keys.is_ordinary(shell.journal)


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
def test_a_real_terminal_is_asked_and_shows_nothing(locked: Shell) -> None:
    terminal, inside = pty.openpty()
    words = [sys.executable, "-c", _QUICK, "list", str(locked.journal), "person", "--json"]
    environment = {name: value for name, value in os.environ.items() if name != VARIABLE}
    with subprocess.Popen(
        words, stdin=inside, stdout=subprocess.PIPE, stderr=inside, env=environment
    ) as running:
        os.close(inside)
        shown = b""
        while b"Passphrase of ann.secondop" not in shown:
            shown += os.read(terminal, 1000)
        os.write(terminal, f"{PHRASE}\n".encode())
        out, _err = running.communicate(timeout=patience.SECONDS)
    os.close(terminal)
    assert b"Ann Lee" in out
    assert PHRASE.encode() not in shown


_QUICK = """
import sys
from secondop_desktop.journal.storage import cipher
cipher.ROUNDS = 1
from secondop_desktop.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def test_the_recovery_sheet_opens_it(
    locked: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "sheet.pdf"
    assert "--to" in locked.refused("passphrase", "sheet")
    assert "Whoever has this page" in locked("passphrase", "sheet", "--to", sheet).out
    assert sheet.stat().st_mode & 0o777 == 0o600
    with closing(PdfDocument(sheet)) as pdf:
        text = pdf[0].get_textpage().get_text_range()
    code = "\n".join(line for line in text.splitlines() if re.match(r"[1-4]\. +\w{3} ", line))
    keys.forget_all()
    monkeypatch.setenv(VARIABLE, code)
    monkeypatch.setenv(NEW_VARIABLE, "heron cold river brass")
    locked.run("passphrase", locked.journal, "change")
    keys.forget_all()
    assert "Wrong passphrase" in locked.refused("list", "person")


def test_no_word_of_it_lies_outside(locked: Shell, tmp_path: Path) -> None:
    word = "Canarywort"
    locked.add("diagnosis", f"name={word}")
    assert locked.json("search", word)
    locked("backup")
    assert locked("check").out
    written = {one for home in (tmp_path, Path(os.environ["HOME"])) for one in home.rglob("*")}
    assert [one for one in written if one.is_file() and word.encode() in one.read_bytes()] == []


def test_a_copy_from_before_takes_no_protection_away(
    shell: Shell, known: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    (before,) = shell("backup").lines
    shell.run("passphrase", shell.journal, "set")
    assert shell.run("restore", before, "--to", shell.journal).err == ""
    assert not keys.is_ordinary(shell.journal)
    keys.forget_all()
    monkeypatch.delenv(VARIABLE)
    assert "has no passphrase any more" in shell.run("restore", before, "--to", shell.journal).err
    assert keys.is_ordinary(shell.journal)
