"""At an appointment the window belongs to the question; leaving gives everything back."""

import pytest
from PySide6.QtWidgets import QApplication

from secondop_desktop.features.appointments.page.appointments import AppointmentsPage
from secondop_desktop.features.appointments.page.during import DuringView
from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.window.session import Session
from tests.widgets.walker import cut_off
from tests.window.keyboard import focused, press, use


def around(session: Session) -> set[bool]:
    """Tell which parts around the page are seen."""
    centre = session.shell.centre
    return {centre.sidebar.isVisible(), centre.header.isVisible()}


def has_focus(during: DuringView) -> bool:
    """Tell whether keys go to the appointment."""
    has = QApplication.focusWidget()
    return has is not None and during.isAncestorOf(has)


@pytest.fixture
def during(session: Session) -> DuringView:
    """An appointment of the example as it is held, opened by its button."""
    asked = session.journal.entries("question", person=session.person)
    visit = next(row.appointments[0] for row in asked if row.appointments)
    session.go(f"appointment:{visit}")
    use("During")
    assert isinstance(session.page, AppointmentsPage)
    assert session.page.at_visit is not None
    return session.page.at_visit


def test_only_the_appointment_is_seen_and_whose_it_is(session: Session, during: DuringView) -> None:
    assert around(session) == {False}
    assert has_focus(during)
    name = session.journal.name(session.person)
    assert name in [label.text() for label in during.findChildren(Label) if label.isVisible()]
    assert cut_off(session.shell) == []


def test_escape_gives_back_the_window_and_the_button(session: Session, during: DuringView) -> None:
    press("Escape")
    assert around(session) == {True}
    assert focused() == "During"


def test_going_elsewhere_by_its_key_gives_back_the_window(
    session: Session, during: DuringView
) -> None:
    press("Ctrl+1")
    assert around(session) == {True}
    assert session.key == "home"


def test_searching_gives_back_the_window(session: Session, during: DuringView) -> None:
    session.shell.acts["find"].trigger()
    assert around(session) == {True}
    assert session.shell.search.hasFocus()


def test_f6_stays_where_there_is_nothing_else(session: Session, during: DuringView) -> None:
    press("F6")
    assert around(session) == {False}
    assert has_focus(during)


def test_an_undone_appointment_gives_back_the_window(session: Session, during: DuringView) -> None:
    with session.journal.change("Away") as change:
        change.put_away("appointment", during.visit.entry)
    assert around(session) == {True}
    assert QApplication.focusWidget() is not None


def test_closing_the_journal_leaves_nothing_of_it(session: Session, during: DuringView) -> None:
    session.shell.open_for_use(False)
    assert around(session) == {False}
    session.shell.open_for_use(True)
    assert around(session) == {True}
