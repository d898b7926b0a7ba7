"""Faults of the program and of the computer: short, without the user's words."""

import errno
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from secondop_desktop.cli import search_commands
from secondop_desktop.cli.failing import guarded
from tests.architecture.house import ROOT
from tests.cli.shell import Shell

PROGRAM = (sys.executable, "-m", "secondop_desktop")
SECRET = "cholangiocarcinoma"


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the timeline fail with the user's words in the error."""

    def fail(*_given: object) -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr(search_commands, "timeline", fail)


@pytest.mark.usefixtures("faulty")
def test_a_fault_is_told_without_the_users_words(
    shell: Shell, caplog: pytest.LogCaptureFixture
) -> None:
    said = shell.refused("timeline")
    assert "A fault in the program" in said
    assert "ValueError" in said
    assert SECRET not in said + caplog.text


@pytest.mark.usefixtures("faulty")
def test_debug_shows_where(shell: Shell) -> None:
    said = shell.run("timeline", shell.journal, "--debug")
    assert said.code == 1
    assert "Traceback" in said.err
    assert SECRET in said.err


def test_a_failure_of_the_computer(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    def fail() -> int:
        (tmp_path / "none").read_bytes()
        return 0

    assert guarded(fail) == 1
    assert "none: it is not there." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("a\nb\r\nc\u2028d", "a b c d"),
        ("\x1b[31mred\x07", "\ufffd[31mred\ufffd"),
        ("x" * 100_000, "x … x"),
        ("ŵyr â'r tŷ 😀", "ŵyr â'r tŷ 😀"),
    ],
)
def test_what_a_sentence_quotes_leaves_it_one_short_line(
    shell: Shell, given: str, said: str
) -> None:
    for words in (("show", given), ("list", "task", "--person", given)):
        refused = shell.refused(*words, "--json")
        assert said in refused
        assert len(refused) < 2_000


def test_a_keyboard_stop(capsys: pytest.CaptureFixture[str]) -> None:
    def stop() -> int:
        raise KeyboardInterrupt

    assert guarded(stop) == 130
    assert capsys.readouterr().err == ""


def test_a_reader_that_left_is_no_failure(shell: Shell) -> None:
    shell.add("diagnosis", "name=A", "notes=" + "x" * 300_000)
    command = [*PROGRAM, "list", str(shell.journal), "diagnosis", "--json"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None
        assert writer.stderr is not None
        writer.stdout.close()
        assert writer.stderr.read() == b""
    assert writer.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_output_that_cannot_be_written_is_told(shell: Shell) -> None:
    command = [*PROGRAM, "list", str(shell.journal), "person"]
    with Path("/dev/full").open("wb") as full:
        said = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert said.returncode == 1
    assert said.stderr == b"secondop: The computer could not do that: the disk is full.\n"


def test_what_waits_to_be_written_is_written_while_a_failure_can_be_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Full(StringIO):
        def flush(self) -> None:
            raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(sys, "stdout", Full())
    assert guarded(lambda: 0) == 1
    assert "the disk is full" in capsys.readouterr().err
