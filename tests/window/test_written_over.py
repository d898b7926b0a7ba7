"""A journal that another program wrote over is told of, and what was typed is kept beside it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.sample import write_sample
from secondop_desktop.widgets.kind_pages.kind_page import KindPage
from secondop_desktop.widgets.theme import Theme
from secondop_desktop.window import main as window_main
from secondop_desktop.window import written_over
from secondop_desktop.window.main import Main
from secondop_desktop.window.shell import Shell
from secondop_desktop.window.written_over import WrittenOver
from tests.window.conftest import AtOnce, bring_up, let_go


@pytest.fixture
def main(qtbot: QtBot, look: Theme, tmp_path: Path) -> Main:
    """The window with a journal open in it."""
    path = tmp_path / "Nora.secondop"
    with Journal.create(path, KINDS) as journal, journal.change("Begin") as change:
        change.add("person", name="Nora Whitcombe")
    shell = Shell()
    made = Main(shell, write_sample)
    qtbot.addWidget(shell, before_close_func=lambda _shell: let_go(made))
    made.lanes = AtOnce()
    made.open(path)
    bring_up(qtbot, shell)
    return made


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of questions and messages; each question is answered with yes."""
    heard: list[str] = []

    def hear(_over: object, title: str, *_rest: object) -> bool:
        heard.append(title)
        return True

    for module, name in ((written_over, "confirm"), (written_over, "tell"), (window_main, "tell")):
        monkeypatch.setattr(module, name, hear)
    return heard


def _spoil(main: Main) -> bytes:
    """Write another version over the open file, in place, and return it."""
    assert main.session is not None
    path = main.session.journal.path
    other = bytearray(path.read_bytes())
    other[40:44] = b"else"
    path.write_bytes(other)
    return bytes(other)


CHANGED, KEPT = "Your journal was changed from outside", "What you wrote is kept"


def test_coming_back_to_the_window_tells_and_leads_to_a_new_journal(
    main: Main, said: list[str], qtbot: QtBot
) -> None:
    session = main.session
    assert session is not None
    journal, there = session.journal, session.journal.path
    with journal.change("Add") as change:
        change.add("symptom", person=session.person, what="Dizzy")
    other = _spoil(main)
    QApplication.sendEvent(main.shell, QEvent(QEvent.Type.WindowActivate))
    qtbot.waitUntil(lambda: said == [CHANGED, KEPT])
    assert main.session is not None
    now = main.session.journal
    assert now.path != there
    assert now.path.parent == there.parent
    assert [row.what for row in now.entries("symptom")] == ["Dizzy"]
    assert there.read_bytes() == other


def test_what_is_typed_and_could_not_be_saved_is_kept_too(
    main: Main, said: list[str], qtbot: QtBot
) -> None:
    session = main.session
    assert session is not None
    session.go("symptom")
    page = session.page
    assert isinstance(page, KindPage)
    page.start_new()
    asked = QApplication.focusWidget()
    assert asked is not None
    QTest.keyClicks(asked, "Dizzy")
    _spoil(main)
    assert not page.flush()
    qtbot.waitUntil(lambda: said == [CHANGED, KEPT])
    assert main.session is not None
    assert [row.what for row in main.session.journal.entries("symptom")] == ["Dizzy"]


def test_who_says_not_now_is_asked_no_more_and_loses_nothing(
    main: Main, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[str] = []

    def refuse(_over: object, title: str, *_rest: object) -> bool:
        asked.append(title)
        return False

    monkeypatch.setattr(written_over, "confirm", refuse)
    assert main.session is not None
    journal = main.session.journal
    _spoil(main)
    over = main.shell.findChild(WrittenOver)
    assert isinstance(over, WrittenOver)
    over.look()
    over.look()
    assert asked == [CHANGED]
    assert main.session.journal is journal
    let_go(main)


def test_all_is_well_while_nobody_else_writes(main: Main, said: list[str]) -> None:
    over = main.shell.findChild(WrittenOver)
    assert isinstance(over, WrittenOver)
    over.look()
    assert said == []
