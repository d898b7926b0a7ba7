"""A second start hands its journal to the first program and ends; nobody else can ask."""

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from secondop_desktop.window import one_program
from secondop_desktop.window.one_program import OneProgram


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as a desktop makes it for one person."""
    made = tmp_path / "running"
    made.mkdir(mode=0o700)
    return made


def _second(folder: Path, monkeypatch: pytest.MonkeyPatch) -> OneProgram:
    """Return a later start; a lock of this same process would count as a stale one's."""
    second = OneProgram(folder)
    monkeypatch.setattr(one_program, "WAIT_SECONDS", 0.0)
    return second


def test_the_second_start_is_not_the_first(folder: Path) -> None:
    first = OneProgram(folder)
    assert first.first
    assert not OneProgram(folder).first
    first.let_go()
    assert OneProgram(folder).first


def test_the_first_hears_which_journal_is_wanted(
    folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = OneProgram(folder)
    first.listen()
    wanted = tmp_path / "Wilfred Ashby.secondop"
    second = _second(folder, monkeypatch)
    monkeypatch.setattr(one_program, "_gone", lambda _request: True)
    with qtbot.waitSignal(first.asked) as asked:
        assert second.hand_over(wanted)
    assert asked.args == [str(wanted.resolve())]
    assert sorted(path.name for path in folder.iterdir()) == ["running.lock"]
    first.let_go()


def test_a_first_that_does_not_answer_leaves_no_trace_of_the_request(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = OneProgram(folder)
    assert not _second(folder, monkeypatch).hand_over(tmp_path / "a.secondop")
    assert [path.name for path in folder.iterdir()] == ["running.lock"]
    first.let_go()


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_a_folder_that_others_may_enter_is_not_used(folder: Path) -> None:
    folder.chmod(0o755)
    first, second = OneProgram(folder), OneProgram(folder)
    assert first.first
    assert second.first
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_only_this_person_can_read_a_request(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, modes = OneProgram(folder), []

    def look(request: Path) -> bool:
        modes.append(request.stat().st_mode & 0o777)
        return True

    monkeypatch.setattr(one_program, "_gone", look)
    assert OneProgram(folder).hand_over(None)
    assert modes == [0o600]
    first.let_go()
