"""A damaged journal is mended from the window, also where it does not open at all."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.mending import mend as mend_module
from secondop_desktop.journal.mending.mend import Group, Mended
from secondop_desktop.sample import write_sample
from secondop_desktop.widgets.theme import Theme
from secondop_desktop.window import mending
from secondop_desktop.window.main import Main
from secondop_desktop.window.session import Session
from secondop_desktop.window.shell import Shell
from secondop_desktop.window.welcome import WelcomePage
from tests.journal.written import raw
from tests.window.conftest import AtOnce, bring_up, let_go


@pytest.fixture
def main(qtbot: QtBot, look: Theme) -> Main:
    """The window with nothing open yet."""
    shell = Shell()
    made = Main(shell, write_sample)
    qtbot.addWidget(shell, before_close_func=lambda _shell: let_go(made))
    made.lanes = AtOnce()
    bring_up(qtbot, shell)
    return made


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The titles and texts of questions and messages; each question is answered with yes."""
    heard: list[tuple[str, str]] = []

    def hear(_over: object, title: str, text: str, *_rest: object) -> bool:
        heard.append((title, text))
        return True

    monkeypatch.setattr(mending, "confirm", hear)
    monkeypatch.setattr(mending, "tell", hear)
    return heard


def _harm(path: Path) -> None:
    """Change one byte of those by which a journal is known."""
    with path.open("r+b") as file:
        file.seek(3)
        file.write(b"!")


def _cut(path: Path) -> None:
    """Leave out the last page, as a copy that did not finish."""
    os.truncate(path, path.stat().st_size - 4096)


@pytest.mark.parametrize("harm", [_harm, _cut])
def test_a_journal_that_does_not_open_is_mended_from_the_message(
    main: Main, said: list[tuple[str, str]], sample: Path, harm: Callable[[Path], None]
) -> None:
    harm(sample)
    assert main.open(sample)
    titles = [title for title, _text in said]
    assert titles == [f"{sample.name} could not be opened", "The journal was mended"]
    assert "The damaged file is kept in" in said[1][1]
    assert main.session is not None
    assert main.session.journal.entries("medicine")
    assert len(main.session.journal.entries("record")) > 3


def test_who_leaves_it_finds_the_file_as_it_was(
    main: Main, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mending, "confirm", lambda *_told: False)
    _harm(sample)
    before = sample.read_bytes()
    assert not main.open(sample)
    assert main.session is None
    assert sample.read_bytes() == before


def test_an_open_journal_is_mended_and_opened_again(
    main: Main, said: list[tuple[str, str]], sample: Path
) -> None:
    assert main.open(sample)
    assert main.session is not None
    main.session.mend_wanted.emit()
    assert [title for title, _text in said] == ["The journal was mended"]
    assert main.session is not None
    assert set(main.session.journal.kinds) == set(KINDS)


def test_all_that_is_lost_is_told_after_where_the_damaged_file_is(
    main: Main, said: list[tuple[str, str]], sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = Group("Lost: {what}", tuple(f"Clinic letter {number}" for number in range(40)))
    groups = (Group("7 entries are as they were."), lost, Group("The history is lost."))
    mended = Mended(sample.with_name("kept.secondop"), groups)
    monkeypatch.setattr(mend_module, "mend", lambda *_told: mended)
    assert mending.mend_and_tell(main.shell, main.lanes, sample)
    whole, kept, *rest = said[0][1].split("\n\n")
    assert whole == "7 entries are as they were."
    assert kept.endswith("kept.secondop")
    assert rest[0].splitlines() == ["Lost:", *(f"• {name}" for name in lost.names)]
    assert rest[1:] == ["The history is lost."]


def _wipe(path: Path, table: str) -> None:
    """Let a disk fail under one table: the journal opens, and cannot be shown."""
    with raw(path) as sql:
        root = sql.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
        ).fetchone()[0]
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(bytes(4096))


@pytest.mark.parametrize("table", ["person", "change_log"])
def test_a_journal_that_opens_and_cannot_be_shown_is_mended_too(
    main: Main, said: list[tuple[str, str]], sample: Path, table: str
) -> None:
    _wipe(sample, table)
    assert main.open(sample)
    titles = [title for title, _text in said]
    assert titles == [f"{sample.name} could not be opened", "The journal was mended"]
    assert "--repair" not in said[0][1]
    assert main.session is not None
    assert main.session.journal.entries("person")
    assert main.shell.status.isVisible()


@pytest.mark.parametrize("table", ["person", "change_log"])
def test_nothing_of_a_journal_that_cannot_be_shown_stays_in_the_window(
    main: Main, sample: Path, table: str, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(mending, "confirm", lambda *_told: False)
    _wipe(sample, table)
    assert not main.open(sample)
    assert main.session is None
    assert isinstance(main.shell.page(), WelcomePage)
    assert not main.shell.sidebar.isVisible()
    assert not main.shell.status.isVisible()
    qtbot.waitUntil(lambda: main.shell.findChildren(Session) == [])
