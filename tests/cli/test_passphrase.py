"""A passphrase comes from a file or the environment, never from an argument."""

from argparse import Namespace
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from secondop_desktop.cli import passphrase
from secondop_desktop.journal.storage import keys
from tests.cli.shell import Shell, sentence


def test_the_first_line_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(passphrase.VARIABLE, "from outside")
    file = tmp_path / "p.txt"
    file.write_text("\ufeffZoe\u0308's way \nsecond line", "utf-8")
    assert passphrase.given(Namespace(passphrase_file=file)) == "Zo\u00eb's way "
    assert passphrase.given(Namespace(passphrase_file=None)) == "from outside"


def test_a_file_without_one_is_refused(shell: Shell, tmp_path: Path) -> None:
    empty, bytes_only = tmp_path / "empty", tmp_path / "bytes"
    empty.touch()
    bytes_only.write_bytes(b"\xff\xfe\xfd")
    for file in (empty, bytes_only, tmp_path / "none"):
        said = shell.run("new", tmp_path / "b.secondop", "--passphrase-file", file)
        assert file.name in sentence(said)
        assert not (tmp_path / "b.secondop").exists()


def test_an_ordinary_journal_needs_none(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(passphrase.VARIABLE, "not needed")
    assert len(shell.json("list", "person")) == 1


@pytest.mark.parametrize("command", ["new", "sample"])
def test_what_is_made_under_a_passphrase_opens_with_it_only(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    made = tmp_path / "b.secondop"
    monkeypatch.setenv(passphrase.VARIABLE, "a quiet lake")
    assert shell.run(command, made).code == 0
    monkeypatch.delenv(passphrase.VARIABLE)
    keys.forget_all()
    assert "has a passphrase" in sentence(shell.run("list", made, "person"))
    monkeypatch.setenv(passphrase.VARIABLE, "a quiet lake")
    assert shell.run("check", made).out == "The journal is whole.\n"


def test_the_passphrase_comes_on_stdin(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = SimpleNamespace(buffer=BytesIO("Zo\u0308e\n".encode()), isatty=lambda: False)
    monkeypatch.setattr("sys.stdin", typed)
    assert passphrase.given(Namespace(passphrase_file=Path("-"))) == "Z\u00f6e"
