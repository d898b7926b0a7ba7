"""The pages of appointments and questions over a journal with one visit to come."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.features.appointments.page.appointments import AppointmentsPage
from secondop_desktop.features.appointments.page.questions import QuestionsPage
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.window.kind_lookup import form_of, page_of
from tests.features.desk import Desk, settle

ASKED = ("How sure are you?", "Can I wait?", "Who operates?")


class Clinic:
    """A doctor, a visit tomorrow, three questions for it; ``page`` shows a page on a screen."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.journal, self.qtbot = desk, desk.journal, qtbot
        self.windows: list[QMainWindow] = []
        self.doctor = desk.add("provider", name="Dr Bell")
        self.day = PartialDate.parse("2031-07-14T10:30")
        self.visit = desk.add(
            "appointment", purpose="Second opinion", when=self.day, provider=self.doctor
        )
        self.questions = [
            desk.add("question", text=text, rank=at, status="open", appointments=(self.visit,))
            for at, text in enumerate(ASKED, 1)
        ]

    def page(self, kind: str, size: tuple[int, int] = (1040, 760)) -> Any:
        """Show the page of a kind in a window of its own that has the keyboard."""
        found = self.journal.kinds[kind]
        given = {"case": self.desk.case}
        page = page_of(found)(
            self.journal, self.desk.watch, found, self.desk.person or "", form_of(found), "", given
        )
        self.show(page, size)
        return page

    def show(self, part: QWidget, size: tuple[int, int] = (1040, 760)) -> None:
        """Show a widget in a window of its own that has the keyboard."""
        window = QMainWindow()
        window.setCentralWidget(part)
        window.resize(*size)
        self.qtbot.addWidget(window)
        self.windows.append(window)
        with self.qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        settle()

    def at_visit(self) -> AppointmentsPage:
        """Show the page with the visit opened."""
        page = self.page("appointment")
        assert isinstance(page, AppointmentsPage)
        page.open_entry(self.visit, focus=True)
        settle()
        return page

    def asking(self) -> QuestionsPage:
        """Show the page of questions."""
        page = self.page("question")
        assert isinstance(page, QuestionsPage)
        return page

    def row(self, kind: str, entry: str) -> Any:
        """Return an entry as it is saved."""
        return self.journal.get(kind, entry)

    def order(self) -> list[str]:
        """Return the words of all questions in the user's own order."""
        rows = sorted(self.journal.entries("question"), key=lambda row: row.rank or 99)
        return [row.text for row in rows]


@pytest.fixture
def clinic(desk: Desk, qtbot: QtBot) -> Clinic:
    """One visit to come, with three questions."""
    return Clinic(desk, qtbot)


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """The moment of the visit, 12 minutes after it began."""
    return lambda: datetime(2031, 7, 14, 10, 42)  # noqa: DTZ001 - local time
