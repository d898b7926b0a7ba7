"""Everything that can be pressed is hit by the first press, at its edge, wherever it scrolls."""

from collections.abc import Sequence

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Scheme, Theme
from secondop_desktop.window import pictures
from secondop_desktop.window.session import Session
from tests.window import views
from tests.window.pressing import moved_by_writing, press_all, press_rows

SMALL, LAPTOP = (1024, 640), (1366, 768)
OFTEN = ("case:7", "medicine/new", "question:beside", "cost/edit", "result:report", "letter/edit")
"""Where most is written."""
WRITTEN = [name for name in views.names() if "/" in name or ":" in name]
SHARES = 4
"""Parts of the walk, so that several can go at once."""


def _walk(session: Session, app: QApplication, names: list[str]) -> dict[str, list[str]]:
    """Open each view and press everything on it; return what was lost on which."""
    lost = {}
    for name in names:
        views.show(session, name)
        pictures.settle(app)
        lost[name] = press_all(session.shell) + press_rows(session.shell)
    return {name: found for name, found in lost.items() if found}


@pytest.mark.parametrize("share", range(SHARES))
def test_every_press_hits_what_it_was_aimed_at(
    session: Session, qapp: QApplication, share: int
) -> None:
    session.shell.resize(*SMALL)
    assert _walk(session, qapp, views.names()[share::SHARES]) == {}


def _write_and_press(session: Session, app: QApplication, names: Sequence[str]) -> list[str]:
    session.shell.resize(*LAPTOP)
    moved = []
    for name in names:
        views.show(session, name)
        pictures.settle(app)
        assert session.page is not None
        found = moved_by_writing(session.page, session.shell.help_button)
        moved += [f"{name}: {one}" for one in found]
    return moved


def test_nothing_moves_under_a_press_that_ends_writing(
    session: Session, qapp: QApplication
) -> None:
    assert _write_and_press(session, qapp, OFTEN) == []


@pytest.mark.long
@pytest.mark.parametrize("share", range(SHARES))
def test_nothing_moves_anywhere_under_a_press_that_ends_writing(
    session: Session, qapp: QApplication, share: int
) -> None:
    assert _write_and_press(session, qapp, WRITTEN[share::SHARES]) == []


def test_every_press_hits_in_what_opens_over_a_page(
    session: Session, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost, seen = [], []

    def walk(dialog: QDialog) -> int:
        dialog.show()
        pictures.settle(qapp)
        seen.append(dialog.windowTitle())
        lost.extend(press_all(dialog) + press_rows(dialog))
        isValid(dialog) and dialog.reject()
        return 0

    monkeypatch.setattr(QDialog, "exec", walk)
    session.shell.resize(*SMALL)
    for name in views.DIALOGS:
        before = len(seen)
        views.show(session, name)
        pictures.settle(qapp)
        assert len(seen) > before, name
    assert lost == []


@pytest.mark.long
@pytest.mark.parametrize(
    ("percent", "size"), [(100, LAPTOP), (200, SMALL), (200, LAPTOP), (150, LAPTOP)]
)
def test_every_press_hits_with_larger_text_and_in_larger_windows(
    session: Session, qapp: QApplication, look: Theme, percent: int, size: tuple[int, int]
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    session.shell.resize(*size)
    assert _walk(session, qapp, views.names()) == {}
