"""The screens of deciding over a journal with two opinions."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.features.decisions.page import DecisionPage, OptionsPage
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.window.kind_lookup import form_of, page_of
from tests.features.desk import Desk, opened, settle


class Table:
    """Two opinions of Margaret's case; ``options`` and ``decision`` show the screens."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.journal, self.qtbot = desk, desk.journal, qtbot
        self.first, self.second = (desk.add("opinion", place=at) for at in (1, 2))

    def _page(self, kind: str, size: tuple[int, int]) -> QWidget:
        found = self.journal.kinds[kind]
        given = {"case": self.desk.case}
        person = self.desk.person or ""
        maker = page_of(found)
        page = maker(self.journal, self.desk.watch, found, person, form_of(found), "A lead", given)
        page.resize(*size)
        self.qtbot.addWidget(page)
        with self.qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        settle()
        return page

    def options(self, size: tuple[int, int] = (1040, 760)) -> OptionsPage:
        """Show the options."""
        page = self._page("option", size)
        assert isinstance(page, OptionsPage)
        return page

    def decision(self, size: tuple[int, int] = (1040, 760)) -> DecisionPage:
        """Show the decision."""
        page = self._page("decision", size)
        assert isinstance(page, DecisionPage)
        return page

    def option(self, name: str, **values: Any) -> str:
        """Write an option."""
        return self.desk.add("option", name=name, **values)

    def risk(self, option: str, text: str, x: int | None = None, n: int | None = None) -> str:
        """Write a risk of an option."""
        return self.desk.add("outcome", option=option, text=text, good_or_bad="bad", x=x, n=n)

    def rows(self, kind: str) -> list[Any]:
        """Return what is saved of a kind."""
        return list(self.journal.entries(kind))

    def undo(self) -> None:
        """Undo one step, as the window does."""
        self.journal.undo()
        settle()


@pytest.fixture
def table(desk: Desk, qtbot: QtBot) -> Table:
    """Two opinions and nothing else."""
    return Table(desk, qtbot)


def press(key: Qt.Key = Qt.Key.Key_Space, page: QWidget | None = None) -> None:
    """Press a key where the keyboard is, or will be on a page."""
    has = QApplication.focusWidget() if page is None else page.focusWidget()
    assert has is not None
    QTest.keyClick(has, key)
    settle()


def focused(page: QWidget | None = None) -> str:
    """Return what a screen reader says about where the keyboard is, or will be on a page."""
    has = QApplication.focusWidget() if page is None else page.focusWidget()
    return "" if has is None else has.accessibleName() or str(getattr(has, "text", lambda: "")())


def tab_to(name: str) -> None:
    """Go on with Tab until the keyboard is there."""
    for _stop in range(200):
        if focused() == name:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {name}")


def in_window(act: Callable[[Form], None]) -> None:
    """Do this with the form in the window that the next key opens, then close it by Done."""

    def run() -> None:
        dialog = opened()
        try:
            act(dialog.form)
        finally:
            dialog.form.done()
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, run)
