"""Undo does what it says, and everything shows one person only."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.fields import LineField
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.kind_pages.reading_page import ReadingPage
from secondop_desktop.window.bin import BinPage
from secondop_desktop.window.search_page import FindPage
from secondop_desktop.window.session import Session
from secondop_desktop.window.shell import Shell
from secondop_desktop.window.timeline.page import TimelinePage
from tests.widgets.walker import unnamed
from tests.window.conftest import Open
from tests.window.keyboard import focused, play, press, tab_to, target, write
from tests.window.typed_medicine import entries, medicines, new_medicine

# Undo ----------------------------------------------------------------------------------------


def test_ctrl_z_undoes_typing_first_then_the_journal(session: Session) -> None:
    before = medicines(session)
    form = new_medicine(session, "Bisoprolol")
    form.flush()
    write(" tablets")
    press("Ctrl+Z")
    name = form.edits["name"]
    assert isinstance(name, LineField)
    assert name.line.text() != "Bisoprolol tablets"
    assert entries(session).form is form
    for _step in range(12):
        if entries(session).form is None:
            break
        press("Ctrl+Z")
    assert entries(session).form is None
    assert medicines(session) == before
    assert focused() == "Medicines"


def test_undo_closes_the_form_of_an_entry_that_is_no_more(session: Session) -> None:
    form = new_medicine(session, "Bisoprolol")
    form.flush()
    session.undo()
    assert entries(session).form is None
    assert "Bisoprolol" not in medicines(session)
    assert session.shell.saved.text().startswith("Undone: Add: Medicine · All changes saved")
    session.redo()
    assert "Bisoprolol" in medicines(session)
    assert session.shell.saved.text().startswith("Done again")


@pytest.mark.parametrize("kind", ["record", "result", "case", "opinion", "medicine"])
def test_undoing_an_entry_that_is_open_leaves_a_calm_page(session: Session, kind: str) -> None:
    fields: dict[str, dict[str, Any]] = {
        "record": {"title": "A letter"},
        "result": {"test": "Sodium", "value": None},
        "case": {"question": "Why?"},
        "opinion": {"place": 3},
        "medicine": {"name": "Drops"},
    }
    with session.journal.change("Add") as change:
        entry = change.add(kind, person=session.person, **fields[kind])
    if kind == "opinion":
        session.go(kind)
    else:
        session.open_entry(entry)
    session.undo()
    assert session.page is not None
    assert session.page.flush()
    assert QApplication.focusWidget() is not None
    session.redo()


def test_the_undo_bar_comes_for_acts_but_not_for_typing(session: Session) -> None:
    bar = session.shell.undo_bar
    form = new_medicine(session, "Bisoprolol")
    form.flush()
    assert not bar.isVisible()
    tab_to("Put in the bin", "Shift+Tab")
    press("Space")
    assert bar.isVisible()
    assert "Bisoprolol" in bar.text.text()
    assert focused() == "Medicines"
    tab_to("Undo", "Shift+Tab")
    press("Space")
    assert not bar.isVisible()
    assert "Bisoprolol" in medicines(session)
    assert QApplication.focusWidget() is not None


def test_the_undo_bar_goes_when_something_newer_would_be_undone(session: Session) -> None:
    with session.journal.change("Something") as change:
        change.add("medicine", person=session.person, name="Drops")
    assert session.shell.undo_bar.isVisible()
    new_medicine(session, "Bisoprolol").flush()
    assert not session.shell.undo_bar.isVisible()


def test_an_undo_from_elsewhere_keeps_what_is_being_typed(session: Session) -> None:
    form = new_medicine(session, "Bisoprolol")
    form.flush()
    session.journal.undo()
    assert entries(session).form is None
    form = new_medicine(session, "Ramipril")
    with session.journal.change("Elsewhere") as change:
        change.add("symptom", person=session.person, what="Tired")
    session.journal.undo()
    assert entries(session).form is form
    assert form.flush()
    assert "Ramipril" in medicines(session)


# One person ----------------------------------------------------------------------------------


def test_an_undo_of_what_is_elsewhere_and_gone_says_on_which_screen(session: Session) -> None:
    session.go("allergy")
    with session.journal.change("Add: Allergy") as change:
        change.add("allergy", person=session.person, substance="Latex")
    session.go("letter")
    session.act("undo")
    assert session.key == "letter"
    assert session.shell.saved.text().startswith("Undone: Add: Allergy · Allergies · All changes")


def test_every_screen_shows_one_person_only(opened: Open, two_people: Path) -> None:
    session = opened(two_people)
    first, second = (row.id for row in session.journal.entries("person"))
    own = {row.id for kind in session.journal.kinds for row in session.journal.entries(kind)}
    hers = {
        row.id
        for kind in session.journal.kinds
        for row in session.journal.entries(kind, person=second)
    }
    assert session.person == first
    with session.journal.change("Away") as change:
        change.put_away("medicine", session.journal.entries("medicine", person=second)[0].id)
    session.go("bin")
    assert isinstance(session.page, BinPage)
    assert session.page.list.items() == ()
    session.journal.undo()
    session.turn_to(second)
    for key in ("medicine", "diagnosis", "record", "timeline", "home"):
        session.go(key)
        for one in _keys(session):
            assert one in hers or one not in own
    session.search("valve")
    assert isinstance(session.page, FindPage)
    assert session.page.list.items() == ()
    session.search("drops")
    assert len(session.page.list.items()) == 1


def _keys(session: Session) -> list[object]:
    page = session.page
    if isinstance(page, ReadingPage | TimelinePage):
        return [item.key for item in page.list.items()]
    return []


def test_refusing_to_switch_stays(opened: Open, two_people: Path, qtbot: QtBot) -> None:
    session = opened(two_people)
    first, second = (row.id for row in session.journal.entries("person"))
    play(qtbot, partial(session.switch, second), partial(press, "Escape"))
    assert session.person == first
    assert session.shell.person.current == first


def test_people_lists_everybody(opened: Open, two_people: Path) -> None:
    session = opened(two_people)
    session.go("person")
    assert len(entries(session).list.items()) == 2


# Searching and going -------------------------------------------------------------------------


def test_searching_finds_while_typing_and_escape_goes_back(session: Session, qtbot: QtBot) -> None:
    session.go("medicine")
    row = entries(session).list.items()[0]
    entries(session).open_entry(str(row.key))
    press("Ctrl+F")
    with qtbot.waitSignal(session.shell.search_wanted):
        write("valve")
    assert isinstance(session.page, FindPage)
    assert session.page.list.items()
    assert focused() == "Search everything"
    press("Down")
    assert focused() == "What was found"
    press("Ctrl+F")
    press("Escape")
    assert session.key == "medicine"
    assert session.page is not None
    assert session.page.here() == row.key
    assert session.shell.search.text() == ""
    assert focused() == "Medicines"


def test_enter_opens_what_was_found(session: Session, qtbot: QtBot) -> None:
    press("Ctrl+F")
    write("Ramipril")
    press("Return")
    assert isinstance(session.page, FindPage)
    press("Return")
    assert session.page is not None
    assert session.page.here()


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        ("Ctrl+P", "pdf"),
        ("Ctrl+I", "import"),
        ("Ctrl+,", "settings"),
        ("Ctrl+1", "home"),
        ("Ctrl+2", "timeline"),
        ("Ctrl+9", "task"),
    ],
)
def test_keys_lead_to_screens(session: Session, keys: str, wanted: str) -> None:
    session.go("symptom")
    press(keys)
    assert session.key == wanted
    assert QApplication.focusWidget() is not None


def test_keys_for_screens_lead_into_the_screen_from_the_list_of_screens(session: Session) -> None:
    session.go("medicine")
    press("F6")
    assert session.shell.sidebar.isAncestorOf(target())
    press("Ctrl+2")
    assert session.page is not None
    assert session.page.isAncestorOf(target())


def test_the_word_searched_goes_when_the_search_is_left(session: Session) -> None:
    session.shell.search.setText("Ramipril")
    session.search("Ramipril")
    assert session.shell.search.text() == "Ramipril"
    session.go("home")
    assert session.shell.search.text() == ""


def test_drafts_without_a_name_say_when_they_were_started(session: Session) -> None:
    with session.journal.change("Add") as change:
        entry = change.add("medicine", person=session.person)
        change.add("person")
    session.go("medicine")
    item = next(one for one in entries(session).list.items() if one.key == entry)
    assert item.detail.startswith("Started ")
    people = session.shell.person.names()
    assert people[-1].startswith("No name yet, started ")


def test_f6_goes_to_the_list_of_screens_and_back(session: Session) -> None:
    session.go("medicine")
    assert focused() == "Medicines"
    press("F6")
    assert session.shell.sidebar.isAncestorOf(target())
    press("Down")
    press("Return")
    assert session.key == "treatment"
    assert session.shell.sidebar.isAncestorOf(target())
    press("F6")
    assert session.page is not None
    assert session.page.isAncestorOf(target())


def test_add_opens_the_form_of_what_was_typed(session: Session, qtbot: QtBot) -> None:
    play(
        qtbot,
        partial(press, "Ctrl+N"),
        _assert_named,
        partial(write, "medic"),
        partial(press, "Return"),
    )
    assert session.key == "medicine"
    assert entries(session).form is not None
    assert focused() == "Name of the medicine"


def _assert_named() -> None:
    window = QApplication.activeModalWidget()
    assert window is not None
    assert unnamed(window) == []


@pytest.mark.parametrize(
    ("kind", "shown_on"),
    [
        ("answer", "question"),
        ("statement", "opinion"),
        ("mark", "opinion"),
        ("outcome", "option"),
        ("task", "task"),
    ],
)
def test_parts_are_shown_with_what_they_belong_to(
    session: Session, kind: str, shown_on: str
) -> None:
    row = session.journal.entries(kind, person=session.person)[0]
    session.open_entry(row.id)
    assert session.key == shown_on
    page = session.page
    assert page is not None
    if isinstance(page, ReadingPage):
        assert page.here()


def test_a_check_opens_over_the_decision_it_belongs_to(session: Session, qtbot: QtBot) -> None:
    row = session.journal.entries("readiness", person=session.person)[0]
    play(qtbot, partial(session.open_entry, row.id), partial(_close_check, row.id))
    assert session.key == "decision"


def _close_check(entry: str) -> None:
    window = QApplication.activeModalWidget()
    assert window is not None
    [form] = [part for part in window.findChildren(QWidget) if isinstance(part, Form)]
    assert form.draft.entry == entry
    press("Escape")


def test_without_a_person_only_the_first_one_can_be_added(session: Session) -> None:
    with session.journal.change("Away") as change:
        change.put_away("person", session.person)
    session.go("medicine")
    assert session.key == "person"
    session.undo()
    assert session.person
    session.go("medicine")
    assert session.key == "medicine"


def test_home_keeps_the_focus_on_its_line(session: Session) -> None:
    session.go("home")
    line = tab_to("All questions")
    with session.journal.change("Elsewhere") as change:
        change.add("task", person=session.person, text="Ring the surgery")
    assert focused() == "All questions"
    assert QApplication.focusWidget() is not line


def test_the_shell_asks_for_nothing_while_no_journal_is_open(qtbot: QtBot) -> None:
    shell = Shell()
    qtbot.addWidget(shell)
    assert not shell.acts["add"].isEnabled()
    assert not shell.acts["settings"].isEnabled()
    assert shell.acts["quit"].isEnabled()
    assert not any(act.isEnabled() for act in shell.acts.go.actions())
