"""Typing is saved by a pause and by leaving, and stays where the file cannot be written."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from secondop_desktop.widgets.fields import LineField
from secondop_desktop.window import pictures
from secondop_desktop.window.session import Session
from tests.widgets.walker import unnamed
from tests.window.conftest import Open
from tests.window.keyboard import play, press, tab_to
from tests.window.typed_medicine import entries, medicines, new_medicine

FULL = "There is no room left on the disk. Make room, then save again."


@pytest.fixture
def full(session: Session, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Let every write fail until the returned callable is called."""
    change = Journal.change

    @contextmanager
    def fails(*_args: Any, **_more: Any) -> Iterator[Any]:
        raise UserError(FULL)
        yield

    monkeypatch.setattr(Journal, "change", fails)
    return lambda: monkeypatch.setattr(Journal, "change", change)


def test_a_pause_in_typing_saves(session: Session, qtbot: QtBot) -> None:
    form = new_medicine(session, "Bisoprolol")
    assert "Bisoprolol" not in medicines(session)
    with qtbot.waitSignal(form.saved):
        pass
    assert "Bisoprolol" in medicines(session)
    assert session.shell.saved.text().startswith("All changes saved at")


def test_leaving_the_screen_saves(session: Session) -> None:
    new_medicine(session, "Bisoprolol")
    session.go("timeline")
    assert "Bisoprolol" in medicines(session)


def test_switching_the_person_saves(opened: Open, two_people: Path, qtbot: QtBot) -> None:
    session = opened(two_people)
    first = session.person
    new_medicine(session, "Bisoprolol")
    other = next(r.id for r in session.journal.entries("person") if r.id != first)
    play(qtbot, partial(session.switch, other), lambda: tab_to("Show Winifred Saltmarsh"), _space)
    assert session.person == other
    found = session.journal.entries("medicine", person=first)
    assert "Bisoprolol" in [row.name for row in found]


def _space() -> None:
    press("Space")


def test_right_after_opening_the_status_line_says_when_it_was_saved(session: Session) -> None:
    # "on" a day if midnight passed since the sample was written
    assert session.shell.saved.text().startswith(("All changes saved at ", "All changes saved on "))
    assert session.shell.copied.text() == "No safe copy yet"


def test_when_the_file_cannot_be_written_the_text_stays_and_can_be_saved_again(
    session: Session, full: Callable[[], None], qapp: QApplication
) -> None:
    form = new_medicine(session, "Bisoprolol")
    assert form.flush() is False
    pictures.settle(qapp)
    assert form.trouble.isVisible()
    assert form.trouble.text.text() == FULL
    name = form.edits["name"]
    assert isinstance(name, LineField)
    assert name.line.text() == "Bisoprolol"
    assert unnamed(session.shell) == []
    tab_to("Save again", "Shift+Tab")
    full()
    press("Space")
    assert not form.trouble.isVisible()
    assert "Bisoprolol" in medicines(session)


@pytest.mark.parametrize("leaves", [False, True])
def test_leaving_what_cannot_be_saved_is_asked_and_staying_is_the_default(
    session: Session, full: Callable[[], None], qtbot: QtBot, leaves: bool
) -> None:
    new_medicine(session, "Bisoprolol")
    answers = [lambda: tab_to("Leave without saving"), _space] if leaves else [_space]
    play(qtbot, partial(session.go, "timeline"), *answers)
    assert session.key == ("timeline" if leaves else "medicine")
    if not leaves:
        assert entries(session).form is not None
        full()
        assert session.may_close()
        assert "Bisoprolol" in medicines(session)


def test_another_entry_is_not_opened_over_text_that_cannot_be_saved(
    session: Session, full: Callable[[], None], qtbot: QtBot
) -> None:
    form = new_medicine(session, "Bisoprolol")
    other = session.journal.entries("medicine", person=session.person)[0].id
    play(qtbot, partial(entries(session).open_entry, other), _space)
    assert entries(session).form is form
    full()
