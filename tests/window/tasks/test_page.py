"""The To do screen: ticking, adding, being reminded, and where the keyboard is afterwards."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Scheme, Space, Theme
from secondop_desktop.window.session import Session
from secondop_desktop.window.tasks.lines import Line
from secondop_desktop.window.tasks.page import TasksPage
from tests.journal.written import add
from tests.widgets.walker import unnamed
from tests.window.conftest import Open
from tests.window.keyboard import focused, press, tab_to, use, write


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with three tasks, and a record asked for long ago."""
    made = tmp_path / "Edith.secondop"
    with Journal.create(made, KINDS) as journal:
        person = add(journal, "person", name="Edith Maplethorpe")
        past = PartialDate(2020, 1, 2)
        add(journal, "task", person=person, text="Ring the surgery", due=past, who="Tom")
        add(journal, "task", person=person, text="Find the folder")
        add(journal, "task", person=person, text="Buy stamps", done=True, done_on=past)
        add(journal, "record", person=person, title="CT disc", asked=past, state="asked")
    return made


@pytest.fixture
def session(opened: Open, path: Path) -> Session:
    """It, open in a window on the To do screen."""
    session = opened(path)
    session.go("task")
    return session


def page(session: Session) -> TasksPage:
    """Return the screen, which must be what is shown."""
    assert isinstance(session.page, TasksPage)
    return session.page


def shown(session: Session) -> list[str]:
    """Return what is listed and seen."""
    return [line.due.text for line in page(session).lines if line.isVisible()]


def chased(session: Session) -> str:
    """Return the line that comes from the record."""
    return next(text for text in shown(session) if "CT disc" in text)


@pytest.mark.parametrize("percent", [100, 200])
def test_a_box_is_level_with_the_first_line(
    percent: int, session: Session, look: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    (line,) = (one for one in page(session).lines if one.due.text == "Find the folder")
    assert line.tick is not None
    level = Space.MEDIUM + theme.current().line_height() / 2
    qtbot.waitUntil(lambda: abs(_middle(line) - level) <= 2)
    assert line.tick.geometry().bottom() < line.height() - Space.HAIR


def _middle(line: Line) -> int:
    return line.tick.geometry().center().y() if line.tick else -1


def test_what_is_due_stands_on_top_and_what_is_done_is_folded(session: Session) -> None:
    late = {"Ring the surgery", chased(session)}
    assert set(shown(session)[:2]) == late
    assert shown(session)[2:] == ["Find the folder"]
    assert page(session).count.text() == "3 things to do, 2 overdue"
    assert unnamed(session.shell) == []
    use("1 done")
    assert "Buy stamps" in shown(session)


def test_ticking_finishes_it_today_and_undo_brings_it_back(session: Session) -> None:
    tab_to("Done: Ring the surgery")
    press("Space")
    task = next(t for t in session.journal.entries("task") if t.text == "Ring the surgery")
    today = datetime.now().astimezone().date()
    assert (task.done, task.done_on) == (True, PartialDate.of(today))
    assert "Ring the surgery" not in shown(session)
    assert QApplication.focusWidget() is not None
    assert focused() != "Done: Ring the surgery"
    session.undo()
    assert "Ring the surgery" in shown(session)
    use("1 done")
    tab_to("Done: Buy stamps")
    press("Space")
    assert "Buy stamps" in shown(session)
    assert focused() == "Done: Buy stamps"
    assert not any(task.done for task in session.journal.entries("task"))


def test_enter_opens_a_task_and_done_leads_back_to_its_line(session: Session) -> None:
    press("Tab")
    line = tab_to("Find the folder")
    press("Return")
    assert focused() == "What to do"
    assert page(session).here()
    write("BLUE")
    use("Done", "Shift+Tab")
    assert page(session).here() == ""
    assert any("BLUE" in text for text in shown(session))
    assert "BLUE" in focused()
    assert line is not QApplication.focusWidget()


def test_what_another_entry_asks_for_leads_to_it(session: Session) -> None:
    text = chased(session)
    line = next(one for one in page(session).lines if one.due.text == text)
    line.words.setFocus()
    press("Return")
    assert session.key == "record"
    assert session.page is not None
    assert session.page.here() == line.due.entry


def test_a_reminder_becomes_a_task_once(session: Session) -> None:
    text = chased(session)
    use(f"Remind me: {text}")
    assert focused() == "What to do"
    task = session.journal.get("task", page(session).here())
    record = session.journal.entries("record")[0]
    assert (task.text, task.linked, task.due) == (text, (record.id,), PartialDate(2020, 2, 2))
    assert [one for one in shown(session) if one == text] == [text]
    session.undo()
    assert page(session).form is None
    assert shown(session).count(text) == 1
    assert len(session.journal.entries("task")) == 3


def test_what_is_new_is_listed_while_it_is_written(session: Session) -> None:
    use("Add something to do")
    assert focused() == "What to do"
    write("Charge the hearing aid")
    assert page(session).flush()
    assert "Charge the hearing aid" in shown(session)


def test_only_what_one_person_does(session: Session) -> None:
    box = page(session).who
    box.setCurrentIndex(box.findText("Tom"))
    assert shown(session) == ["Ring the surgery"]
    box.setCurrentIndex(box.findText("Nobody chosen yet"))
    assert "Ring the surgery" not in shown(session)
    box.setCurrentIndex(0)
    assert len(shown(session)) == 3


def test_without_anything_to_do_it_says_what_it_is_for(opened: Open, tmp_path: Path) -> None:
    with Journal.create(tmp_path / "b.secondop", KINDS) as journal:
        add(journal, "person", name="Edith")
    session = opened(tmp_path / "b.secondop")
    session.go("task")
    assert page(session).empty.isVisible()
    assert focused() == "Add something to do"
    press("Space")
    assert focused() == "What to do"


def test_a_tick_the_file_did_not_take_is_not_shown(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Journal, _label: str, **_how: object) -> object:
        raise UserError("The disk is full.")

    line = next(one for one in page(session).lines if one.due.text == "Find the folder")
    assert line.tick is not None
    with monkeypatch.context() as patch:
        patch.setattr(Journal, "change", refuse)
        line.tick.setChecked(True)
        with pytest.raises(UserError, match="full"):
            page(session).finish(line.due.entry, done=True)
    now = next(one for one in page(session).lines if one.due.text == "Find the folder")
    assert now.tick is not None
    assert not now.tick.isChecked()


def test_one_thing_after_the_other_is_added_in_one_line(session: Session) -> None:
    tab_to("Something to do")
    for text in ("Buy a folder", "Ring the optician"):
        write(text)
        press("Return")
        assert text in shown(session)
        assert focused() == "Something to do"
    session.undo()
    assert "Ring the optician" not in shown(session)


def test_what_stands_in_the_line_is_kept_when_the_page_is_left(session: Session) -> None:
    tab_to("Something to do")
    write("Find the glasses")
    session.go("cost")
    assert session.journal.entries("task", text="Find the glasses")


def test_a_helper_sees_what_is_due_for_everybody(session: Session) -> None:
    assert not page(session).switch.isVisible()
    harold = add(session.journal, "person", name="Harold Maplethorpe")
    day = PartialDate(2021, 1, 2)
    theirs = add(session.journal, "task", person=harold, text="Harold's scan", due=day)
    assert "Harold's scan" not in shown(session)
    use("Everyone's", "Shift+Tab")
    assert "Harold's scan" in shown(session)
    assert "Ring the surgery" in shown(session)
    line = next(one for one in page(session).lines if one.due.entry == theirs)
    assert "for Harold Maplethorpe" in line.words.row.detail
    assert line.tick is not None
    assert line.tick.accessibleName() == "Done: Harold's scan, for Harold Maplethorpe"
    name = session.journal.name(session.person)
    tab_to(f"Something to do for {name}")
    use(name, "Shift+Tab")
    tab_to("Something to do")
    use("Everyone's", "Shift+Tab")
    page(session).finish(theirs, done=True)
    assert session.journal.get("task", theirs).done
    page(session).finish(theirs, done=False)
    line = next(one for one in page(session).lines if one.due.entry == theirs)
    line.words.setFocus()
    press("Return")
    assert session.person == harold
    assert page(session).here() == theirs


_TAKEN = dict.fromkeys(
    ("Copy as text", "Copy as a table", "Print…", "Save as a PDF or text…"), True
)


def _line(session: Session, text: str) -> Line:
    return next(line for line in page(session).lines if line.due.text == text)


def _offered(session: Session) -> dict[str, bool]:
    menu = page(session).chosen.menu
    assert menu is not None
    acts = {act.text(): act.isEnabled() for act in menu.actions()}
    menu.close()
    return acts


def test_the_menu_of_a_task_offers_what_can_be_done(session: Session) -> None:
    _line(session, "Find the folder").words.setFocus()
    press("Shift+F10")
    assert _offered(session) == {
        "Edit": True,
        "Duplicate": True,
        "Put in the bin": True,
        **_TAKEN,
        "Turn into a question": True,
    }


def test_delete_puts_it_in_the_bin_and_the_next_has_the_focus(session: Session) -> None:
    _line(session, "Find the folder").words.setFocus()
    press("Delete")
    assert "Find the folder" not in shown(session)
    assert QApplication.focusWidget() is not None
    session.undo()
    assert "Find the folder" in shown(session)


def test_several_are_chosen_by_ctrl_and_go_in_one_step(session: Session) -> None:
    for text in ("Ring the surgery", "Find the folder"):
        words = _line(session, text).words
        QTest.mouseClick(words, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier)
    assert page(session).form is None
    _line(session, "Find the folder").words.setFocus()
    press("Delete")
    assert shown(session) == [chased(session)]
    session.undo()
    assert {"Ring the surgery", "Find the folder"} <= set(shown(session))


def test_a_task_turns_into_a_question_where_it_belongs(session: Session) -> None:
    line = _line(session, "Ring the surgery")
    turn = session.journal.kinds["task"].turns[0]
    page(session).chosen._turn(line, turn)
    assert session.key == "question"
    (made,) = session.journal.entries("question")
    assert made.text == "Ring the surgery"
    assert "Who does it: Tom" in made.why
