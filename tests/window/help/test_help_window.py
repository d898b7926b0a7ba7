"""The help in use: F1 from anywhere, by keyboard, and back to exactly where one was."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.features.appointments.page.during import DuringView
from secondop_desktop.features.appointments.page.visit import Visit
from secondop_desktop.features.letters.page.letters_page import LettersPage
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.dialogs.messages import Dialog
from secondop_desktop.widgets.kind_pages.reading_page import ReadingPage
from secondop_desktop.widgets.theme import Scheme, Theme
from secondop_desktop.window import pictures
from secondop_desktop.window.help.help_window import HelpWindow
from secondop_desktop.window.help.topics import topics
from secondop_desktop.window.help.wanted_topic import topic_of, word_in
from secondop_desktop.window.session import Session
from secondop_desktop.window.shell import Shell
from secondop_desktop.window.sidebar import PLACES
from secondop_desktop.window.welcome import WelcomePage
from tests.widgets import walker
from tests.window.keyboard import focused, press, tab_to, target, write


def the_help(shell: Shell) -> HelpWindow:
    """Return the help window, which is open."""
    found = shell.help.window
    assert found is not None
    assert found.isVisible()
    return found


@pytest.fixture
def helped(session: Session, qtbot: QtBot) -> HelpWindow:
    """The help over Home."""
    session.go("home")
    with qtbot.waitSignal(QApplication.instance().focusWindowChanged):  # type: ignore[union-attr]
        press("F1")
    return the_help(session.shell)


def f1(session: Session, qtbot: QtBot) -> HelpWindow:
    """Press F1 and wait for the help to have the keys."""
    press("F1")
    found = the_help(session.shell)
    qtbot.waitUntil(found.isActiveWindow)
    return found


def test_f1_opens_the_topic_of_each_screen(session: Session) -> None:
    for key in (*(place.key for place in PLACES), "settings", "check", "find"):
        session.go(key)
        session.shell.show_help()
        # My question opens on a step, which has a topic of its own.
        assert the_help(session.shell).address.partition("-")[0] == key
        assert session.key == key


def test_escape_leads_back_to_the_same_entry_and_field(session: Session, qtbot: QtBot) -> None:
    session.go("medicine")
    page = session.page
    assert isinstance(page, ReadingPage)
    page.open_entry(str(page.list.items()[0].key), focus=True)
    field = target()
    form, here = page.form, page.here()
    found = f1(session, qtbot)
    assert found.address == "medicine"
    assert found.leave.text() == "Back to Medicines"
    with qtbot.waitSignal(found.closed):
        press("Escape")
    assert session.page is page
    assert (page.form, page.here()) == (form, here)
    qtbot.waitUntil(session.shell.isActiveWindow)
    assert target() is field


def test_the_button_leads_back_as_well(session: Session, qtbot: QtBot) -> None:
    session.go("symptom")
    found = f1(session, qtbot)
    found.leave.setFocus()
    with qtbot.waitSignal(found.closed):
        press("Space")
    assert session.shell.help.window is None
    assert session.key == "symptom"


def test_f1_again_shows_the_topic_of_the_new_screen(session: Session, qtbot: QtBot) -> None:
    session.go("symptom")
    first = f1(session, qtbot)
    session.go("result")
    session.shell.show_help()
    assert the_help(session.shell) is first
    assert first.address == "result"
    assert first.leave.text() == "Back to Test results"


@pytest.mark.parametrize("key", ["3", "2.3"])
def test_a_step_has_a_topic_of_its_own(session: Session, key: str) -> None:
    with session.journal.change("Go round again") as change:
        change.edit("case", session.case() or "", round=2)
    session.go(f"case:{key}")
    assert session.page is not None
    assert session.page.here() == key
    session.shell.show_help()
    assert the_help(session.shell).address == "case-3"


def test_parts_of_screens_name_their_own_topics(session: Session) -> None:
    named = {part.property("help") for part in _parts(session) if part.property("help")}
    assert named == {
        "appointment-during",
        "gathering-records",
        "letter-writing",
        "reading-an-opinion",
        "shortlist",
    }
    assert named <= set(topics())


def _parts(session: Session) -> Iterator[QWidget]:
    """Give the parts of the screens that have views of their own."""
    for key in ("appointment", "record", "letter", "opinion", "provider"):
        session.go(key)
        pictures.open_something(session, key)
        yield from session.shell.findChildren(QWidget)
    session.go("letter")
    assert isinstance(session.page, LettersPage)
    session.page.edit(session.journal.entries("letter", person=session.person)[-1].id)
    yield from session.shell.findChildren(QWidget)
    yield DuringView(Visit(session.journal, session.journal.entries("appointment")[-1].id))


def test_help_works_on_welcome(qtbot: QtBot, look: Theme, tmp_path: Path) -> None:
    shell = Shell()
    qtbot.addWidget(shell)
    shell.show_page(WelcomePage(lambda _path: None, tmp_path), "")
    with qtbot.waitActive(shell):
        shell.show()
        shell.activateWindow()
    press("F1")
    found = the_help(shell)
    assert found.address == "welcome"
    assert found.leave.text() == "Back to Welcome"
    found.close()


def test_f1_works_in_a_dialog(session: Session, qtbot: QtBot) -> None:
    dialog = Dialog(session.shell, "Question about one thing")
    dialog.setProperty("help", "keeping-safe")
    line = QLineEdit()
    dialog.content.addWidget(line)
    dialog.setModal(True)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    found = f1(session, qtbot)
    assert found.address == "keeping-safe"
    assert found.leave.text() == "Back to Question about one thing"
    with qtbot.waitSignal(found.closed):
        press("Escape")
    qtbot.waitUntil(dialog.isActiveWindow)
    assert target() is line
    dialog.close()


# Reading ---------------------------------------------------------------------------------------


def test_links_are_followed_by_keyboard_and_alt_left_goes_back(helped: HelpWindow) -> None:
    assert target() is helped.reader
    press("Tab")
    press("Return")
    assert helped.address == "steps"
    press("Alt+Left")
    assert helped.address == "home"
    press("Alt+Right")
    assert helped.address == "steps"
    assert helped.before.isEnabled()
    assert not helped.after.isEnabled()


def test_going_back_finds_the_place_again(helped: HelpWindow, qapp: QApplication) -> None:
    helped.open("words")
    pictures.settle(qapp)
    helped.reader.go_to(400)
    helped.open("home")
    helped.step(-1)
    assert helped.address == "words"
    assert helped.reader.place() == 400


def test_typing_searches_and_enter_opens_the_first(helped: HelpWindow) -> None:
    press("Ctrl+F")
    write("biops")
    titles = [item.title for item in helped.contents.list.items()]
    assert titles[0] == "Biopsy"
    assert "found" in helped.contents.count.text()
    press("Return")
    assert helped.address == "word:Biopsy"
    assert "microscope" in helped.reader.toPlainText()


def test_down_goes_into_the_list_and_enter_opens(helped: HelpWindow) -> None:
    press("Ctrl+F")
    write("attorney")
    press("Down")
    assert target() is helped.contents.list
    press("Return")
    assert helped.address == "word:LPA"


def test_nothing_found_is_said(helped: HelpWindow) -> None:
    helped.contents.line.setText("xyzzy")
    assert helped.contents.list.items() == ()
    assert helped.contents.count.text().startswith("Nothing found for “xyzzy”")
    helped.contents.line.setFocus()
    press("Escape")
    assert helped.isVisible()
    assert len(helped.contents.list.items()) > 50


def test_topics_and_words_are_listed_by_buttons(helped: HelpWindow) -> None:
    helped.contents.words.click()
    assert helped.contents.list.items()[-1].title == "X-ray"
    helped.contents.topics.click()
    assert helped.contents.list.items()[0].title == "Contents"


def test_html_in_a_text_is_shown_and_never_done(helped: HelpWindow) -> None:
    from secondop_desktop.window.help.pages import HelpPage

    helped.reader.show_page(HelpPage("A <b>title</b>", "<img src='x'> and <b>words</b>"))
    assert "<b>words</b>" in helped.reader.toPlainText()


def test_marks_that_are_words_are_shown(helped: HelpWindow) -> None:
    helped.look_up("#")
    assert helped.reader.toPlainText().startswith("# (the hash sign)")
    helped.open("words")
    assert "o/e" in helped.reader.toPlainText()


# Looking a word up -----------------------------------------------------------------------------


def test_the_selected_word_is_looked_up(session: Session, qtbot: QtBot) -> None:
    line = QLineEdit("a biopsy was done", session.shell)
    line.show()
    line.setFocus()
    line.setSelection(2, 6)
    press("Shift+F1")
    found = the_help(session.shell)
    assert found.address == "word:Biopsy"
    qtbot.waitUntil(found.reader.hasFocus)
    with qtbot.waitSignal(found.closed):
        found.close()
    assert line.selectedText() == "biopsy"


def test_without_a_word_one_can_be_typed(session: Session, qtbot: QtBot) -> None:
    session.go("home")
    press("Shift+F1")
    found = the_help(session.shell)
    qtbot.waitUntil(found.contents.line.hasFocus)
    assert focused() == "Search help and words"
    assert len(found.contents.list.items()) >= 160


def test_a_short_form_with_two_meanings_shows_both(helped: HelpWindow) -> None:
    helped.look_up("SR")
    assert {item.title for item in helped.contents.list.items()} >= {"M/R", "Sinus rhythm"}


def _text(words: str, at: int, selected: int = 0) -> QTextEdit:
    edit = QTextEdit(words)
    cursor = edit.textCursor()
    cursor.setPosition(at)
    cursor.setPosition(at + selected, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    return edit


@pytest.mark.parametrize(
    ("make", "word"),
    [
        (lambda: _text("The lesion is small", 6), "lesion"),
        (lambda: _text("The lesion is small", 15), ""),
        (lambda: _text("take it on Monday", 9), ""),
        (lambda: _text("differential diagnosis", 0, 22), "differential diagnosis"),
        (lambda: _text("word " * 40, 0, 200), ""),
        (lambda: QLabel("text"), ""),
        (QWidget, ""),
    ],
)
def test_the_word_is_the_selection_or_a_known_one_at_the_cursor(
    qtbot: QtBot, make: Callable[[], QWidget], word: str
) -> None:
    widget = make()
    qtbot.addWidget(widget)
    assert word_in(widget) == word


def test_the_innermost_part_names_the_topic(qtbot: QtBot) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    inner = QLineEdit(outer)
    assert topic_of(inner) == ""
    assert topic_of(None) == ""
    outer.setProperty("help", "privacy")
    assert topic_of(inner) == "privacy"
    inner.setProperty("help", "nowhere")
    assert topic_of(inner) == "privacy"


# Access ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("address", ["home", "contents", "word:Biopsy"])
def test_everything_has_a_name_and_nothing_is_cut_off(
    helped: HelpWindow, qapp: QApplication, percent: int, address: str
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    helped.resize(1340, 700)
    helped.open(address)
    pictures.settle(qapp)
    assert walker.unnamed(helped) == []
    assert walker.small(helped) == []
    assert walker.cut_off(helped) == []


def test_with_large_text_the_list_and_the_page_take_turns(
    helped: HelpWindow, qapp: QApplication
) -> None:
    theme.apply(qapp, Scheme.LIGHT, 200)
    assert helped.reader.isVisible()
    assert not helped.contents.isVisible()
    helped.list_button.click()
    assert helped.contents.isVisible()
    assert not helped.reader.isVisible()
    helped.contents.wanted.emit("bin")
    assert helped.reader.isVisible()


def test_tab_reaches_everything(helped: HelpWindow) -> None:
    helped.open("what-it-is-not")
    helped.leave.setFocus()
    tab_to("Search help and words")
    tab_to("Topics")
    tab_to("Words")
    tab_to("What Secondop is not")


# Ways in ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("act", "address"), [("topics", "contents"), ("keys", "keys")])
def test_the_menu_leads_to_the_topics_and_the_keys(
    session: Session, act: str, address: str
) -> None:
    session.shell.acts[act].trigger()
    assert the_help(session.shell).address == address


def test_the_status_line_leads_to_the_help_of_the_screen(session: Session) -> None:
    session.go("cost")
    session.shell.help_button.click()
    assert the_help(session.shell).address == "cost"
