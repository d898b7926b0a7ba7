"""The program starts as a window for a journal or for nothing, and else as a command."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from secondop_desktop import __main__
from secondop_desktop.cli import open_window
from tests.architecture.house import ROOT
from tests.cli.shell import Shell, sentence


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """Note what the window would be opened on."""
    asked: list[Path | None] = []

    def note(journal: Path | None) -> int:
        asked.append(journal)
        return 0

    monkeypatch.setattr(open_window, "open_window", note)
    return asked


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path / "a.secondop", capsys)


def test_nothing_opens_the_window(shell: Shell, opened: list[Path | None]) -> None:
    assert shell.run().code == 0
    assert opened == [None]


def test_a_path_opens_the_window(
    shell: Shell, opened: list[Path | None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list").touch()
    (tmp_path / "plain").touch()
    for word in ("./list", "plain", "not-there.secondop", "folder/x"):
        assert shell.run(word).code == 0
    assert [str(path) for path in opened if path] == [
        "list",
        "plain",
        "not-there.secondop",
        "folder/x",
    ]
    assert shell.run("list").code == 2


def test_the_windows_own_entry_takes_a_path(
    opened: list[Path | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["secondop-window", "a.secondop"])
    assert __main__.window() == 0
    monkeypatch.setattr(sys, "argv", ["secondop-window"])
    assert __main__.window() == 0
    assert opened == [Path("a.secondop"), None]


def test_a_journal_that_is_not_there_is_said(shell: Shell, tmp_path: Path) -> None:
    said = sentence(shell.run(tmp_path / "no.secondop"))
    assert "There is no file" in said


def test_without_a_screen_there_is_one_sentence(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for place in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(place, raising=False)
    assert "There is no screen here" in sentence(shell.run())


def _python(*words: str) -> "subprocess.CompletedProcess[bytes]":
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    command = [sys.executable, "-m", "secondop_desktop", *words]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)


def test_output_is_utf_8_whatever_the_system_says(tmp_path: Path) -> None:
    journal = str(tmp_path / "a.secondop")
    assert _python("new", journal, "--person", "Zoë Ł").returncode == 0
    said = _python("list", journal, "person", "--json")
    assert said.returncode == 0
    assert "Zoë Ł" in said.stdout.decode("utf-8")


@pytest.mark.parametrize("on", [True, False])
def test_a_command_leaves_it_as_it_was_whether_python_looks_for_garbage(
    shell: Shell, on: bool
) -> None:
    """A command beside a window turned it on: widgets went while Qt walked over its widgets."""
    was = gc.isenabled()
    (gc.enable if on else gc.disable)()
    try:
        assert shell.run("--version").code == 0
        assert gc.isenabled() is on
    finally:
        (gc.enable if was else gc.disable)()
