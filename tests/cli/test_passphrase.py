"""A passphrase comes from a file or the environment, never from an argument."""

from argparse import Namespace
from pathlib import Path

import pytest

from secondop_desktop.cli import passphrase
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


def test_no_journal_is_made_that_only_seems_locked(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(passphrase.VARIABLE, "secret")
    said = sentence(shell.run("new", tmp_path / "b.secondop"))
    assert "passphrase" in said
    assert "secret" not in said
    assert not (tmp_path / "b.secondop").exists()
