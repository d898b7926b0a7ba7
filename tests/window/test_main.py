"""Opening and closing journals: what cannot be opened is said, and what is open is kept."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop import settings
from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal import backup
from secondop_desktop.journal.file import Journal
from secondop_desktop.sample import write_sample
from secondop_desktop.sandbox.process import FOR_LOOKING
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.kind_pages.reading_page import ReadingPage
from secondop_desktop.widgets.preview.pdf import Pdf
from secondop_desktop.widgets.theme import Space, Theme
from secondop_desktop.window import pictures, written_over
from secondop_desktop.window.copies import CopiesPage
from secondop_desktop.window.main import Main
from secondop_desktop.window.shell import Shell
from secondop_desktop.window.welcome import WelcomePage
from tests.widgets.preview import samples
from tests.widgets.walker import cut_off, small, unnamed
from tests.window.conftest import AtOnce, bring_up
from tests.window.keyboard import focused, play, press, tab_to, write


@pytest.fixture
def main(qtbot: QtBot, look: Theme) -> Iterator[Main]:
    """The window as it comes up, with nothing open yet."""
    shell = Shell()
    shell.resize(1280, 800)
    qtbot.addWidget(shell)
    made = Main(shell, write_sample)
    made.lanes = AtOnce()
    bring_up(qtbot, shell)
    yield made
    if made.session is not None:
        made.session.close(copy=False)


def welcome(main: Main) -> WelcomePage:
    """Return Welcome, which must be what is shown."""
    page = main.shell.page()
    assert isinstance(page, WelcomePage)
    return page


def remember(path: Path) -> None:
    """Let this be the journal opened last."""
    settings.save(replace(settings.load(), last_journal=str(path)))


def said() -> str:
    """Return all the words of the dialog that is open."""
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert unnamed(dialog) == []
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


# Starting ------------------------------------------------------------------------------------


@pytest.mark.parametrize("percent", [100, 200])
def test_welcome_is_named_and_whole(main: Main, qapp: QApplication, percent: int) -> None:
    main.start(None)
    theme.apply(qapp, theme.Scheme.LIGHT, percent)
    main.shell.resize(1366, 768)
    qapp.processEvents()
    assert focused() == "Whose health is it about?"
    for faults in (unnamed, small, cut_off):
        assert faults(main.shell) == []


@pytest.mark.parametrize("percent", [100, 200])
def test_why_a_journal_did_not_open_is_never_scrolled_away(
    main: Main, qapp: QApplication, percent: int
) -> None:
    main.welcome("It is open in another window.")
    theme.apply(qapp, theme.Scheme.LIGHT, percent)
    main.shell.resize(1024, 640)
    qapp.processEvents()
    page = welcome(main)
    bar = page.scroller.verticalScrollBar()
    bar.setValue(bar.maximum())
    qapp.processEvents()
    assert page.trouble.text.text() == "It is open in another window."
    assert page.trouble.visibleRegion().boundingRect() == page.trouble.rect()


def test_buttons_are_read_after_the_text_they_belong_to(main: Main) -> None:
    main.start(None)
    card = welcome(main).start
    parts = card.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert parts[-1].isAncestorOf(card.begin)


def test_a_name_is_asked_for(main: Main) -> None:
    main.start(None)
    press("Return")
    name = welcome(main).start.name
    assert name.focus_widget().property("wrong")
    assert focused() == "Whose health is it about?"


def test_the_example_opens(main: Main) -> None:
    main.start(None)
    tab_to("Look around the example")
    press("Space")
    assert main.session is not None
    assert main.session.key == "home"


def test_the_last_journal_opens_again(main: Main, sample: Path) -> None:
    remember(sample)
    main.start(None)
    assert main.session is not None
    assert main.session.journal.path == sample
    assert main.shell.windowTitle() == "Marjorie Wensleydown – Example – Secondop"


def test_a_last_journal_that_has_gone_is_said_on_welcome(main: Main, tmp_path: Path) -> None:
    remember(tmp_path / "Gone.secondop")
    main.start(None)
    trouble = welcome(main).trouble
    assert trouble.isVisible()
    assert "Gone.secondop is no longer there" in trouble.text.text()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 a letter", b"SQLite format 3\0" + b"\0" * 600])
def test_a_file_that_is_no_journal_leaves_welcome_with_a_sentence(
    main: Main, tmp_path: Path, content: bytes
) -> None:
    main.start(None)
    path = tmp_path / "Letter.secondop"
    path.write_bytes(content)
    assert main.open(path) is False
    assert "Letter.secondop" in welcome(main).trouble.text.text()
    assert path.read_bytes() == content


def test_a_second_window_is_refused_with_a_sentence(main: Main, sample: Path) -> None:
    with Journal.open(sample, KINDS):
        main.start(sample)
        assert "is open in another window" in welcome(main).trouble.text.text()
    assert main.open(sample)


def test_a_journal_that_does_not_open_leaves_the_open_one_open(
    main: Main, sample: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    main.start(sample)
    other = tmp_path / "Other.secondop"
    other.write_bytes(b"nothing")
    heard: list[str] = []
    play(qtbot, partial(main.open, other), lambda: heard.append(said()), partial(press, "Escape"))
    assert "Other.secondop" in heard[0]
    assert main.session is not None
    assert main.session.journal.entries("person")


def test_a_new_journal_can_lead_back_to_the_one_before(main: Main, sample: Path) -> None:
    main.start(sample)
    main.shell.acts["new"].trigger()
    assert main.session is None
    assert not main.shell.sidebar.isVisible()
    before = welcome(main).recent.buttons[0]
    assert before.row.title == "Example"
    assert before.row.detail.splitlines()[1].startswith("Opened today at ")
    assert before.hasFocus()
    (title,) = (one for one in main.shell.findChildren(QLabel) if one.text() == "Opened before")
    foot = title.mapTo(main.shell, title.rect().bottomLeft()).y()
    assert 0 < before.mapTo(main.shell, QPoint()).y() - foot <= Space.LARGE  # it is of the list
    press("Space")
    assert main.session is not None


def _begin_at(wanted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Choose where the journal is to lie, then say who it is about."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(wanted), ""))
    tab_to("Keep it somewhere else…")
    press("Space")
    tab_to("Whose health is it about?", "Shift+Tab")
    write("Edith")
    press("Return")


def test_the_place_chosen_stays_when_the_name_changes(
    main: Main, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main.start(None)
    wanted = tmp_path / "Dr. Smith"
    _begin_at(wanted, monkeypatch)
    assert main.session is not None
    assert main.session.journal.path.name == "Dr. Smith.secondop"


def test_a_folder_that_cannot_be_written_is_said(
    main: Main, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main.start(None)
    (tmp_path / "file").touch()
    wanted = tmp_path / "file" / "Edith.secondop"
    _begin_at(wanted, monkeypatch)
    assert main.session is None
    assert welcome(main).trouble.isVisible()


# Closing -------------------------------------------------------------------------------------


def test_closing_saves_what_is_typed_and_makes_a_safe_copy(main: Main, sample: Path) -> None:
    main.start(sample)
    _type_a_medicine(main)
    press("Ctrl+Q")
    assert not main.shell.isVisible()
    assert main.session is None
    assert len(backup.copies(sample)) == 1
    with Journal.open(sample, KINDS) as journal:
        assert "Bisoprolol" in [row.name for row in journal.entries("medicine")]


def test_a_journal_moved_while_open_says_so_and_keeps_the_text(
    main: Main, sample: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(written_over, "confirm", lambda *_told: False)  # not now
    main.start(sample)
    page = _type_a_medicine(main)
    away = sample.rename(sample.with_name("Elsewhere.secondop"))
    assert page.flush() is False
    assert page.form is not None
    assert "was moved, replaced" in page.form.trouble.text.text()
    play(qtbot, main.shell.close, partial(press, "Space"))
    assert main.shell.isVisible()
    assert page.form is not None
    away.rename(sample)
    main.shell.close()
    assert not main.shell.isVisible()
    with Journal.open(sample, KINDS) as journal:
        assert "Bisoprolol" in [row.name for row in journal.entries("medicine")]


def test_what_cannot_be_saved_may_be_left(main: Main, sample: Path, qtbot: QtBot) -> None:
    main.start(sample)
    _type_a_medicine(main)
    sample.rename(sample.with_name("Elsewhere.secondop"))
    play(
        qtbot,
        main.shell.close,
        partial(tab_to, "Leave without saving"),
        partial(press, "Space"),
        partial(press, "Space"),
    )
    assert not main.shell.isVisible()


def _type_a_medicine(main: Main) -> ReadingPage:
    assert main.session is not None
    main.session.go("medicine")
    page = main.session.page
    assert isinstance(page, ReadingPage)
    page.start_new()
    write("Bisoprolol")
    return page


# Safe copies ---------------------------------------------------------------------------------


def test_a_safe_copy_is_made_and_gone_back_to(main: Main, sample: Path, qtbot: QtBot) -> None:
    main.start(sample)
    assert main.session is not None
    main.shell.acts["copy"].trigger()
    page = main.shell.page()
    assert isinstance(page, CopiesPage)
    assert main.shell.copied.text().startswith("Last safe copy")
    with main.session.journal.change("Late") as change:
        change.add("medicine", person=main.session.person, name="Too late")
    page.list.choose(page.list.items()[0].key)
    play(
        qtbot,
        partial(tab_to, "Go back to this copy…"),
        partial(press, "Space"),
        partial(tab_to, "Go back to it"),
        partial(press, "Space"),
    )
    assert main.session is not None
    assert main.session.key == "copies"
    assert "Too late" not in [row.name for row in main.session.journal.entries("medicine")]
    assert len(backup.copies(sample)) == 2


# The look ------------------------------------------------------------------------------------


def test_the_text_grows_and_shrinks_by_keys_and_is_remembered(main: Main, sample: Path) -> None:
    main.start(sample)
    for keys, percent in (("Ctrl++", 125), ("Ctrl+=", 150), ("Ctrl+-", 125), ("Ctrl+0", 100)):
        press(keys)
        assert theme.current().percent == percent
        assert settings.load().text_percent == percent


@pytest.mark.parametrize(
    "screens", [pictures.MAIN, pytest.param(pictures.keys(), marks=pytest.mark.long)], ids=len
)
def test_every_screen_changes_its_look_while_it_is_open(
    main: Main, sample: Path, qapp: QApplication, screens: tuple[str, ...]
) -> None:
    main.start(sample)
    assert main.session is not None
    looks = [(theme.Scheme.DARK, 200), (theme.Scheme.HIGH_CONTRAST, 150), (theme.Scheme.LIGHT, 100)]
    for key in screens:
        main.session.go(key)
        pictures.open_something(main.session, key)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for scheme, percent in looks:
            theme.apply(qapp, scheme, percent)
            qapp.processEvents()
            has = qapp.focusWidget()
            assert has is not None and has.isVisible(), key


def test_the_end_takes_what_decodes_along(main: Main, sample: Path) -> None:
    main.open(sample)
    shown = Pdf(samples.pdf(1))
    assert FOR_LOOKING.pid() is not None
    main.end()
    assert FOR_LOOKING.pid() is None
    assert shown.render(0, 1.0) is None


# A second start -------------------------------------------------------------------------------


def test_a_journal_of_a_second_start_waits_for_the_answer_to_a_question(
    main: Main, qtbot: QtBot, tmp_path: Path
) -> None:
    first, second = tmp_path / "Mum.secondop", tmp_path / "Dad.secondop"
    for path in (first, second):
        with Journal.create(path, KINDS) as journal, journal.change("Add") as change:
            change.add("person", name=path.stem)
    assert main.open(first)
    question = QDialog(main.shell)
    question.setModal(True)
    question.show()
    main.come_forward(str(second))
    assert main.session is not None
    assert main.session.journal.path == first
    question.reject()
    qtbot.waitUntil(lambda: main.session is not None and main.session.journal.path == second)
