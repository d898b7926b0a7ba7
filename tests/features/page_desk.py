"""What a test of a kind's page needs: the page on a screen, and a file that takes nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from secondop_desktop.widgets.kind_pages.kind_page import KindPage
from secondop_desktop.window.kind_lookup import form_of, page_of
from tests.features.desk import Desk, settle

FULL = "The disk is full."


def open_page(desk: Desk, kind: str, size: tuple[int, int] = (1100, 800), at: str = "") -> Any:
    """Show the page of a kind for the desk's person and case, at a view of it if one is named."""
    found = desk.journal.kinds[kind]
    given = {"case": desk.case} if "case" in found.types else {}
    person = desk.person or ""
    page = page_of(found)(
        desk.journal, desk.watch, found, person, form_of(found), "What it is for.", given
    )
    desk.qtbot.addWidget(page)
    desk._shown.append(page)
    page.resize(*size)
    with desk.qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    if at:
        page.open_entry(at)
    rest()
    return page


def in_window(desk: Desk, page: KindPage) -> QMainWindow:
    """Show a page in a window, with the focus where the page begins."""
    window = QMainWindow()
    desk.qtbot.addWidget(window)
    window.setCentralWidget(page)
    window.resize(1000, 800)
    with desk.qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    settle()
    page.focus_start()
    return window


def rest() -> None:
    """Let layouts take their places, and let go what is to be deleted."""
    settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle()


def answering(kind: type[QDialog], answer: Callable[[Any], object]) -> None:
    """Answer the next window of a kind as soon as it is open; a mistake in it closes it."""

    def answer_it() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            QTimer.singleShot(0, answer_it)
            return
        try:
            answer(dialog)
        except BaseException:
            QDialog.done(dialog, 0)
            raise

    QTimer.singleShot(0, answer_it)


@contextmanager
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Refuse every change meanwhile, as a full disk does."""

    def refuse(*_args: object, **_options: object) -> None:
        raise UserError(FULL)

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "change", refuse)
        yield
