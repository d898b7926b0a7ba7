"""A step of many entries is taken back beside the window: it can be stopped, and is all or none."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.widgets.background.jobs import at_once
from secondop_desktop.widgets.dialogs.progress import ProgressDialog
from secondop_desktop.window import undoing
from secondop_desktop.window.session import Session
from secondop_desktop.window.shell import Shell

_MANY = 300


class _Later:
    """Keeps what a job is to do until the test wants it; Home's own jobs run at once."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []
        self.holds = False

    def __call__(self, work: Callable[[], None], *, journal: bool) -> None:
        if self.holds:
            self.waiting.append(work)
        else:
            at_once(work, journal=journal)

    def go_on(self) -> None:
        """Do what waits."""
        at_once(self.waiting.pop(0), journal=True)


@pytest.fixture
def later() -> _Later:
    """A lane that the test moves."""
    return _Later()


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path, later: _Later) -> Session:
    """A journal into which many results came in one step."""
    path = tmp_path / "a.secondop"
    with Journal.create(path, KINDS) as journal:
        with journal.change("Add") as change:
            person = change.add("person", name="Ceridwen Llwyd")
        with journal.change("Bring in results.csv") as change:
            for number in range(_MANY):
                change.add("result", person=person, test=f"Sodium {number}")
    shell = Shell()
    qtbot.addWidget(shell)
    made = Session(shell, Journal.open(path, KINDS), later)
    shell.show()
    later.holds = True
    return made


def _results(session: Session) -> int:
    return len(session.journal.entries("result"))


def _dialog(session: Session) -> ProgressDialog | None:
    shown = [one for one in session.shell.findChildren(ProgressDialog) if one.isVisible()]
    return shown[0] if shown else None


def _leave(session: Session) -> None:
    session.stop_work()
    session.close(copy=False)


def test_it_is_said_while_it_lasts_and_done_and_undone(session: Session, later: _Later) -> None:
    for take, left in ((session.undo, 0), (session.redo, _MANY)):
        before = _results(session)
        take()
        dialog = _dialog(session)
        assert dialog is not None
        assert dialog.isModal()
        assert _results(session) == before
        later.go_on()
        assert _dialog(session) is None
        assert _results(session) == left
    assert session.shell.saved.text().startswith("Done again: Bring in results.csv")
    assert check(session.journal) == []
    _leave(session)


def test_one_that_is_stopped_leaves_all_as_it_was(session: Session, later: _Later) -> None:
    session.undo()
    dialog = _dialog(session)
    assert dialog is not None
    dialog.cancel.click()
    later.go_on()
    assert _dialog(session) is None
    assert _results(session) == _MANY
    assert session.journal.undo_label() == "Bring in results.csv"
    assert check(session.journal) == []
    _leave(session)


def test_whoever_closes_the_journal_meanwhile_finds_it_whole(
    session: Session, later: _Later
) -> None:
    path = session.journal.path
    session.undo()
    session.stop_work()
    assert _dialog(session) is None
    later.go_on()
    session.close(copy=False)
    with Journal.open(path, KINDS) as journal:
        assert len(journal.entries("result")) == _MANY
        assert check(journal) == []


@pytest.mark.parametrize("step", ["undo", "redo"])
def test_one_whose_length_cannot_be_read_is_refused_in_words(
    session: Session, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def harmed() -> int:
        raise UserError("The file is damaged.")

    monkeypatch.setattr(session.journal, f"{step}_size", harmed)
    said: list[str] = []
    monkeypatch.setattr(undoing, "tell", lambda _parent, *texts: said.extend(texts))
    getattr(session, step)()
    assert said == ["That could not be done", "The file is damaged."]
    assert _results(session) == _MANY
    _leave(session)
