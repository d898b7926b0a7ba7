"""Setting, changing and removing a passphrase in the window, and opening with it again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop import settings
from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup
from secondop_desktop.journal.protection.sheet import sheet_of
from secondop_desktop.journal.storage import keys
from secondop_desktop.paths import settings_file
from secondop_desktop.sandbox import process
from secondop_desktop.widgets.dialogs.leaving import titled
from secondop_desktop.widgets.feedback.saved_file import SavedFileNotice
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.kind_pages.reading_page import ReadingPage
from secondop_desktop.widgets.preview.pdf import Pdf
from secondop_desktop.window.main import Main
from secondop_desktop.window.protection import passphrase_page
from secondop_desktop.window.protection.passphrase_page import PassphrasePage
from secondop_desktop.window.protection.unlock_page import UnlockPage
from secondop_desktop.window.session import Session
from secondop_desktop.window.welcome import WelcomePage
from tests.encrypted import PHRASE
from tests.widgets.preview import samples
from tests.widgets.walker import unnamed
from tests.window.protection.conftest import NAME


def opened(main: Main) -> Session:
    assert main.session is not None
    return main.session


def passphrase(main: Main) -> PassphrasePage:
    page = opened(main).page
    if not isinstance(page, PassphrasePage):
        opened(main).go("passphrase")
        page = opened(main).page
    assert isinstance(page, PassphrasePage)
    return page


def locked(main: Main) -> UnlockPage:
    page = main.shell.page()
    assert isinstance(page, UnlockPage)
    return page


def choose(page: PassphrasePage, words: str) -> None:
    page.new.first.line.setText(words)
    page.new.again.line.setText(words)


def set_it(main: Main, path: Path) -> None:
    main.open(path)
    choose(passphrase(main), PHRASE)
    passphrase(main).set.click()


def typed(main: Main, words: str) -> None:
    locked(main).secret.line.setText(words)
    QTest.keyClick(locked(main).secret.line, Qt.Key.Key_Return)


def test_set_and_opened_again(main: Main, path: Path) -> None:
    set_it(main, path)
    assert "Print a recovery sheet now" in passphrase(main).said.text.text()
    assert not keys.is_ordinary(path)
    assert [keys.is_ordinary(copy.path) for copy in backup.copies(path)] == [False]
    main.lock()
    assert main.session is None
    typed(main, "a quiet sea")
    assert "Wrong passphrase, or a damaged file" in locked(main).trouble.text.text()
    assert "1 safe copy beside it" in locked(main).trouble.text.text()
    typed(main, PHRASE)
    assert opened(main).journal.entries("medicine")


def _children() -> list[int]:
    return [pid for one in tuple(process._ALL) if (pid := one.pid()) is not None]


def test_no_process_with_pages_in_it_is_left_when_the_program_begins_anew(
    main: Main, path: Path
) -> None:
    set_it(main, path)
    shown = Pdf(samples.pdf(2))
    assert _children()
    left: list[list[int]] = []
    main.leave = lambda: left.append(_children())
    main.lock()
    assert left == [[]]
    assert shown.render(0, 1.0) is None
    assert _children() == []


def test_its_name_stands_nowhere(main: Main, path: Path) -> None:
    set_it(main, path)
    main.lock()
    main.start(None)
    seen = [part for part in main.shell.findChildren(QWidget) if part.isVisible()]
    shown = [str(part.property("text")) for part in seen]
    shown += [act.text() for act in main.shell.findChildren(QAction)]
    shown += [main.shell.windowTitle(), settings_file().read_text("utf-8")]
    assert [text for text in shown if NAME.split()[0] in text] == []
    typed(main, PHRASE)
    assert main.shell.windowTitle() == "Secondop"
    assert settings.last_opened(settings.load()) == path.resolve()
    assert settings.load().recent_journals == ()


def test_back_to_the_same_letter(main: Main, path: Path) -> None:
    set_it(main, path)
    session = opened(main)
    (medicine,) = session.journal.entries("medicine")
    session.go(f"medicine:{medicine.id}")
    page = session.page
    assert isinstance(page, ReadingPage)
    page.edit(medicine.id)
    assert isinstance(page.form, Form)
    name = page.form.edits["name"].focus_widget()
    name.setFocus()
    QTest.keyClicks(name, "xyz")
    QTest.keyClick(name, Qt.Key.Key_Left)
    main.lock()
    typed(main, PHRASE)
    page = opened(main).page
    assert isinstance(page, ReadingPage)
    assert isinstance(page.form, Form)
    again = page.form.edits["name"].focus_widget()
    assert main.shell.focusWidget() is again
    assert again.property("text") == "xyzBisoprolol"
    assert again.property("cursorPosition") == 2


def test_what_cannot_be_saved_keeps_it_open(
    main: Main, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_it(main, path)
    told: list[str] = []
    monkeypatch.setattr("secondop_desktop.window.main.save_all_typed", lambda: False)
    monkeypatch.setattr("secondop_desktop.window.main.tell", lambda *words: told.append(words[1]))
    main.lock()
    assert told == ["Not locked"]
    assert main.session is not None


def test_the_sheet_opens_it_and_asks_for_another_passphrase(main: Main, path: Path) -> None:
    set_it(main, path)
    lines = sheet_of(path)
    main.lock()
    page = locked(main)
    page.has_sheet.click()
    for field, line in zip(page.lines, lines, strict=True):
        field.line.setText(line.lower())
    page.lines[1].line.setText("not as on the sheet")
    page.sheet_button.click()
    assert "Line 2 of the code" in page.trouble.text.text()
    page.lines[1].line.setText(lines[1])
    page.sheet_button.click()
    assert "Choose a new passphrase" in passphrase(main).said.text.text()
    assert not passphrase(main).current.isVisibleTo(main.shell)
    choose(passphrase(main), "heron cold river brass")
    passphrase(main).change.click()
    main.lock()
    typed(main, PHRASE)
    assert main.session is None
    typed(main, "heron cold river brass")
    assert main.session is not None


def test_changed_and_removed_by_who_knows_it(
    main: Main, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_it(main, path)
    page = passphrase(main)
    choose(page, "heron cold river brass")
    page.current.line.setText("wrong")
    page.change.click()
    assert passphrase(main) is page
    page.current.line.setText(PHRASE)
    page.change.click()
    page = passphrase(main)
    assert page.old.isVisibleTo(main.shell)
    page.old.renew.click()
    assert "could not be changed" not in page.old.text.text()
    monkeypatch.setattr(passphrase_page, "confirm", lambda *_words, **_more: True)
    page.current_to_remove.line.setText("heron cold river brass")
    page.remove.click()
    assert "no passphrase any more" in passphrase(main).said.text.text()
    assert keys.is_ordinary(path)


def test_a_failure_is_said_and_the_journal_opens_as_it_was(
    main: Main, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_more: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr("secondop_desktop.window.file_work.rekey", full)
    set_it(main, path)
    assert passphrase(main).said.text.text() == "The disk is full."
    assert keys.is_ordinary(path)


def test_one_that_is_easy_to_guess_is_asked_about_once_more(
    main: Main, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = iter([False, True])

    def answer(_over: object, title: str, *_rest: object, **_more: object) -> bool:
        asked.append(title)
        return next(answers)

    monkeypatch.setattr("secondop_desktop.window.protection.new_passphrase.confirm", answer)
    main.open(path)
    for plain in (True, False):
        choose(passphrase(main), "z")
        passphrase(main).set.click()
        assert keys.is_ordinary(path) is plain
    assert asked == ["Use a passphrase that is easy to guess?"] * 2


def test_two_that_differ_are_not_taken(main: Main, path: Path) -> None:
    main.open(path)
    page = passphrase(main)
    page.new.first.line.setText(PHRASE)
    page.new.again.line.setText("a quiet sea")
    page.set.click()
    assert keys.is_ordinary(path)
    page.new.first.show_box.setChecked(True)
    page.set.click()
    assert not keys.is_ordinary(path)


def test_ctrl_l_leads_to_the_passphrase_where_there_is_none(main: Main, path: Path) -> None:
    main.open(path)
    main.shell.acts["lock"].trigger()
    assert isinstance(opened(main).page, PassphrasePage)


def test_every_part_has_a_name(main: Main, path: Path) -> None:
    set_it(main, path)
    assert unnamed(passphrase(main)) == []
    main.lock()
    locked(main).has_sheet.click()
    assert unnamed(locked(main)) == []


def test_what_leaves_it_is_said_to(main: Main, path: Path, qtbot: QtBot) -> None:
    notice = SavedFileNotice()
    qtbot.addWidget(notice)
    main.open(path)
    notice.say_saved("Saved.", path)
    assert notice.text.text() == "Saved."
    set_it(main, path)
    notice.say_saved("Saved.", path)
    assert "whoever has it can read it" in notice.text.text()
    assert "passphrase" in titled("Save the PDF")
    main.lock()
    assert titled("Save the PDF") == "Save the PDF"


def test_the_code_may_be_pasted_as_a_whole(main: Main, path: Path) -> None:
    set_it(main, path)
    lines = sheet_of(path)
    main.lock()
    page = locked(main)
    page.has_sheet.click()
    page.lines[0].line.setText(" ".join(lines))
    assert [field.line.text() for field in page.lines] == lines
    page.sheet_button.click()
    assert main.session is not None


def test_welcome_leads_on_to_the_passphrase(main: Main, path: Path) -> None:
    main.welcome()
    page = main.shell.page()
    assert isinstance(page, WelcomePage)
    page.start.protect.set_value(True)
    page.opened.emit(str(path))
    assert isinstance(opened(main).page, PassphrasePage)
