"""Everything that can be pressed is hit by the first press, at its edge, wherever it scrolls."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Scheme
from secondop_desktop.window import pictures
from secondop_desktop.window.session import Session
from tests.window import views
from tests.window.pressing import Mouse, clickables, moved_by_writing, press_all, press_rows

SMALL, LAPTOP = (1024, 640), (1366, 768)
OFTEN = ("case:7", "medicine/new", "question:beside", "cost/edit", "result:report", "letter/edit")
"""Where most is written."""
WRITTEN = [name for name in views.names() if name.partition("/")[0] in views.WRITTEN or ":" in name]
SHARES = 4
"""Parts of the walk, so that several can go at once."""


def _name(session: Session, window: QWidget) -> str:
    """Name a dialog by its title, and the window itself by its page."""
    return session.key if window is session.shell else window.windowTitle()


Lost = dict[str, list[str]]
Walk = Callable[[Sequence[str]], Lost]


@pytest.fixture
def walk(session: Session, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """Open views, press everything on each and in the dialogs it opens; tells what was lost."""
    lost: Lost = {}

    def press(window: QWidget) -> None:
        """The list of screens is the same beside every page, and pressed with the first."""
        pictures.settle(qapp)
        beside = session.shell.sidebar if lost else None
        here = lost.setdefault(_name(session, window), [])  # a press may close a dialog for good
        here.extend(press_all(window, beside=beside) + press_rows(window))

    def hold_open(dialog: QDialog) -> int:
        dialog.show()
        press(dialog)
        if isValid(dialog):
            dialog.reject()
        return 0

    def through(names: Sequence[str]) -> Lost:
        for name in names:
            views.show(session, name)
            press(session.shell)
        return {name: found for name, found in lost.items() if found}

    monkeypatch.setattr(QDialog, "exec", hold_open)
    return through


@pytest.mark.parametrize("share", range(SHARES))
def test_every_press_hits_what_it_was_aimed_at(session: Session, walk: Walk, share: int) -> None:
    session.shell.resize(*SMALL)
    assert walk(views.names()[share::SHARES]) == {}


def _write_and_press(session: Session, app: QApplication, names: Sequence[str]) -> list[str]:
    """Write on each line of these views and press elsewhere; return what moved then."""
    session.shell.resize(*LAPTOP)
    moved = []
    for name in names:
        views.show(session, name)
        pictures.settle(app)
        assert session.page is not None
        found = moved_by_writing(session.page, session.shell.help_button)
        moved += [f"{name}: {one}" for one in found]
    return moved


@pytest.fixture
def no_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave each dialog at once: only what is written on pages is looked at."""
    monkeypatch.setattr(QDialog, "exec", lambda _dialog: 0)


@pytest.mark.usefixtures("no_dialogs")
def test_nothing_moves_under_a_press_that_ends_writing(
    session: Session, qapp: QApplication
) -> None:
    assert _write_and_press(session, qapp, OFTEN) == []


def test_a_letter_is_drawn_anew_only_once_a_press_is_over(
    session: Session, qapp: QApplication, qtbot: QtBot
) -> None:
    session.shell.resize(*LAPTOP)
    views.show(session, "letter/edit")
    pictures.settle(qapp)
    page: Any = session.page
    QTest.keyClicks(page.desk.form.edits["text"].text, "Dear both,")
    tools, elsewhere = clickables(page.desk.paper), session.shell.help_button
    with Mouse().holding(elsewhere, elsewhere.rect().center()):
        assert page.flush()
        pictures.settle(qapp)
        assert all(map(isValid, tools))
    qtbot.waitUntil(lambda: not all(map(isValid, tools)))


@pytest.mark.long
@pytest.mark.usefixtures("no_dialogs")
@pytest.mark.parametrize("share", range(SHARES))
def test_nothing_moves_anywhere_under_a_press_that_ends_writing(
    session: Session, qapp: QApplication, share: int
) -> None:
    assert _write_and_press(session, qapp, WRITTEN[share::SHARES]) == []


@pytest.mark.long
@pytest.mark.parametrize(
    ("percent", "size"), [(100, LAPTOP), (200, SMALL), (200, LAPTOP), (150, LAPTOP)]
)
def test_every_press_hits_with_larger_text_and_in_larger_windows(
    session: Session, walk: Walk, qapp: QApplication, percent: int, size: tuple[int, int]
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    session.shell.resize(*size)
    assert walk(views.names()) == {}
