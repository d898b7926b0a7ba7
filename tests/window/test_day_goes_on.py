"""What is said of today, next and overdue moves on with the day, without anybody's doing."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.widgets.lists.button_rows import RowButton
from secondop_desktop.widgets.lists.rich_row_painting import Row
from secondop_desktop.window.session import Session
from tests.reads import reads
from tests.window.conftest import Open

_READERS = (
    "secondop_desktop.journal.values.clock.local_now",
    "secondop_desktop.window.home.page.local_now",
    "secondop_desktop.window.tasks.page.local_now",
    "secondop_desktop.features.appointments.page.appointments.local_now",
)


class Clock:
    """The clock of the computer, which a test turns."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.at = datetime.fromisoformat("2027-05-31T21:00:00")
        for place in _READERS:
            monkeypatch.setattr(place, lambda: self.at)

    def wake(self, session: Session, at: datetime) -> None:
        """Let the window come to the front at this moment."""
        self.at = at
        QApplication.sendEvent(session.shell, QEvent(QEvent.Type.WindowActivate))
        QApplication.processEvents()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


@pytest.fixture
def session(clock: Clock, opened: Open, tmp_path: Path) -> Session:
    path = tmp_path / "Own.secondop"
    with Journal.create(path, KINDS) as journal, journal.change("Add") as change:
        who = change.add("person", name="Wilfred Gannet")
        for day, purpose in (("2027-06-01T09:10", "Echo"), ("2027-06-20", "Clinic")):
            when = PartialDate.parse(day)
            change.add("appointment", person=who, purpose=purpose, when=when)
        change.add("task", person=who, text="Ring the ward", due=PartialDate(2027, 6, 1))
    return opened(path)


def said(session: Session) -> str:
    """Return all that the page says."""
    page: Any = session.page
    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    rows: list[Row] = [row.row for row in page.findChildren(RowButton) if row.isVisible()]
    told = [f"{row.title} {row.detail} {row.status.word if row.status else ''}" for row in rows]
    return "\n".join([*texts, *told])


def test_home_goes_on_to_the_next_appointment(session: Session, clock: Clock) -> None:
    assert "Get ready for Echo" in said(session)
    clock.wake(session, datetime.fromisoformat("2027-06-02T08:00:00"))
    assert "Get ready for Echo" not in said(session)
    assert "Get ready for Clinic" in said(session)
    assert "Overdue" in said(session)


def test_home_goes_on_within_the_day(session: Session, clock: Clock) -> None:
    clock.wake(session, datetime.fromisoformat("2027-06-01T09:00:00"))
    assert "Get ready for Echo" in said(session)
    clock.wake(session, datetime.fromisoformat("2027-06-01T17:00:00"))
    assert "Get ready for Clinic" in said(session)


def test_what_is_to_be_done_becomes_overdue(session: Session, clock: Clock) -> None:
    session.go("task")
    assert "Overdue" not in said(session)
    clock.wake(session, datetime.fromisoformat("2027-06-03T08:00:00"))
    assert "Overdue" in said(session)


def test_the_status_line_says_the_day_once_it_is_past(session: Session, clock: Clock) -> None:
    clock.wake(session, datetime.fromisoformat("2127-06-03T08:00:00"))
    assert "All changes saved on" in session.shell.saved.text()


def test_nothing_is_laid_out_anew_while_nothing_changes(session: Session, clock: Clock) -> None:
    assert session.page is not None
    before = session.page.findChildren(RowButton)
    clock.wake(session, datetime.fromisoformat("2027-05-31T21:30:00"))
    assert session.page.findChildren(RowButton) == before


@pytest.mark.parametrize("place", ["home", "task", "appointment"])
def test_a_page_at_rest_reads_the_hours_once_and_nothing_with_each_minute(
    session: Session, clock: Clock, place: str
) -> None:
    session.go(place)
    clock.wake(session, datetime.fromisoformat("2027-06-01T07:00:00"))
    with reads() as read:
        for minute in range(1, 60):
            clock.at = datetime.fromisoformat(f"2027-06-01T07:{minute:02}:00")
            session.watch.day.look()
    assert read.statements <= 2  # the days of the appointments, and those of today


@pytest.mark.parametrize("place", ["home", "task"])
def test_an_hour_that_came_is_noticed_with_the_minute_after_it(
    session: Session, clock: Clock, place: str
) -> None:
    session.go(place)
    for at in ("00:00", "07:01", "09:10"):
        clock.wake(session, datetime.fromisoformat(f"2027-06-01T{at}:00"))
        assert "Get ready for Echo" in said(session)
    clock.wake(session, datetime.fromisoformat("2027-06-01T09:11:00"))
    assert "Get ready for Echo" not in said(session)
    clock.wake(session, datetime.fromisoformat("2027-06-01T08:11:00"))
    assert "Get ready for Echo" in said(session)


def test_an_appointment_put_elsewhere_within_the_day_is_noticed_at_its_new_hour(
    session: Session, clock: Clock
) -> None:
    clock.wake(session, datetime.fromisoformat("2027-06-01T07:00:00"))
    (echo,) = session.journal.entries("appointment", purpose="Echo")
    with session.journal.change("Move") as change:
        change.edit("appointment", echo.id, when=PartialDate.parse("2027-06-01T11:00"))
    clock.wake(session, datetime.fromisoformat("2027-06-01T09:30:00"))
    assert "Get ready for Echo" in said(session)
    clock.wake(session, datetime.fromisoformat("2027-06-01T11:01:00"))
    assert "Get ready for Echo" not in said(session)


def test_home_tells_of_a_safe_copy_that_was_made_beside_it(session: Session, clock: Clock) -> None:
    clock.wake(session, datetime.fromisoformat("2027-05-31T21:01:00"))
    page: Any = session.page
    assert page.today.copied is None
    session.journal.backup()
    clock.wake(session, datetime.fromisoformat("2027-05-31T21:02:00"))
    assert page.today.copied is not None
