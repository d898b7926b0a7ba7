"""The page of letters."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from secondop_desktop.features.letters.page.kept_versions import VersionDialog
from secondop_desktop.features.letters.page.letter_dialogs import which_letter
from secondop_desktop.features.letters.page.letters_page import LettersPage
from secondop_desktop.features.letters.page.sent_dialog import SentDialog
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.dialogs.messages import Question
from secondop_desktop.widgets.picker.picker import Picker
from secondop_desktop.widgets.preview.pdf_view import PdfView, all_words
from secondop_desktop.widgets.theme import Scheme
from tests.features.desk import Desk, settle
from tests.features.page_desk import full_disk
from tests.features.pages import opened_page
from tests.features.rows import day
from tests.widgets.walker import cut_off, small, unnamed


@pytest.fixture
def page(desk: Desk) -> Iterator[LettersPage]:
    with opened_page(desk, "letter", LettersPage) as shown:
        yield shown


@pytest.fixture
def shah(desk: Desk) -> str:
    return desk.add("provider", name="Dr Shah", role="Consultant", address="Ward 5\nAB1 2CD")


def _row(page: LettersPage) -> Any:
    assert page.desk is not None
    return page.desk.row()


def _paper(page: LettersPage) -> str:
    assert page.desk is not None
    shown = page.desk.preview.shown
    assert isinstance(shown, PdfView)
    return " ".join(all_words(shown.pdf)[0].split())


def _press(page: LettersPage, name: str) -> None:
    assert page.desk is not None
    button = page.buttons.named[name]
    holder = button.parentWidget()
    assert holder is not None
    assert button.isVisibleTo(holder)  # in the row, or in ⋯
    button.click()
    settle()


def _soon(answer: Callable[[Any], object]) -> None:
    """Answer the dialog that opens next."""
    QTimer.singleShot(0, lambda: answer(QApplication.activeModalWidget()))


# Starting --------------------------------------------------------------------------------


def test_a_records_request_starts_from_elsewhere(page: LettersPage, shah: str, desk: Desk) -> None:
    desk.add("record", title="CT scan", state="wanted", holder=shah)
    page.open_entry(f"new:request:{shah}")
    row = _row(page)
    assert (row.type, row.to, row.case) == ("records", shah, desk.case)
    assert "- CT scan" in row.text
    assert row.recipient == "Dr Shah\nConsultant\nWard 5\nAB1 2CD"
    assert page.here() == row.id
    assert "CT scan" in _paper(page)
    desk.journal.undo()
    settle()
    assert page.desk is None
    assert desk.journal.entries("letter") == []


@pytest.mark.parametrize("asked", ["new:ask", "new:ask:", "new:ask:nobody"])
def test_a_letter_starts_without_a_doctor(page: LettersPage, asked: str) -> None:
    page.open_entry(asked)
    assert _row(page).to is None
    assert page.desk is not None
    focus = page.window().focusWidget()
    assert focus is not None
    assert page.desk.form.edits["to"].isAncestorOf(focus)


def test_a_doctor_of_somebody_else_is_not_written_to(page: LettersPage, desk: Desk) -> None:
    bob = desk.add("person", name="Bob")
    theirs = desk.add("provider", name="Dr Bobs", person=bob)
    page.open_entry(f"new:ask:{theirs}")
    assert _row(page).to is None
    assert "Bobs" not in _row(page).text


def test_the_kind_of_letter_is_chosen_by_keyboard(page: LettersPage) -> None:
    def choose(dialog: Any) -> None:
        assert isinstance(dialog, Picker)
        assert unnamed(dialog) == []
        QTest.keyClicks(dialog.search, "thank")
        QTest.keyClick(dialog.search, Qt.Key.Key_Return)

    _soon(choose)
    QTest.keyClick(page.empty.button, Qt.Key.Key_Space)
    settle()
    assert _row(page).type == "thanks"


def test_leaving_the_choice_writes_nothing(page: LettersPage, desk: Desk) -> None:
    _soon(lambda dialog: dialog.reject())
    assert page.start_new() is None
    assert desk.journal.entries("letter") == []
    _soon(lambda dialog: dialog.reject())
    assert which_letter(page, page.shelf) == ""


def test_a_helper_is_asked_who_writes(page: LettersPage, desk: Desk) -> None:
    with desk.journal.change("carer") as change:
        change.edit("person", str(desk.person), carer="Rhys Evans", authority="parent")

    def own(dialog: Any) -> None:
        assert isinstance(dialog, Question)
        dialog.answer = "own"
        dialog.accept()

    def choose(dialog: Any) -> None:
        _soon(own)
        QTest.keyClick(dialog.search, Qt.Key.Key_Return)

    _soon(choose)
    page.start_new()
    settle()
    assert "Rhys" not in _row(page).text
    page.open_entry("new:thanks")
    assert "I am writing on behalf of Margaret Evans. I am their parent." in _row(page).text
    assert _row(page).sender.startswith("Rhys Evans\nfor Margaret Evans")


# Writing ---------------------------------------------------------------------------------


def test_what_is_typed_is_saved_and_on_the_paper(page: LettersPage, shah: str, desk: Desk) -> None:
    page.open_entry(f"new:thanks:{shah}")
    assert page.desk is not None
    field = page.desk.form.edits["text"]
    field.text.appendPlainText("It meant a lot to me.")  # type: ignore[attr-defined]
    assert page.flush()
    assert _row(page).text.endswith("It meant a lot to me.")
    assert "It meant a lot to me." in _paper(page)
    desk.journal.undo()
    assert "It meant a lot" not in _paper(page)


def test_another_doctor_is_followed_while_nobody_wrote(
    page: LettersPage, shah: str, desk: Desk
) -> None:
    bell = desk.add("provider", name="Dr Bell", role="GP", address="Mill Lane")
    page.open_entry(f"new:ask:{shah}")
    before = _row(page).text
    _choose_doctor(page, bell)
    assert _row(page).text.startswith("Dear Dr Bell,")
    assert _row(page).recipient.startswith("Dr Bell")
    desk.journal.undo()
    assert (_row(page).to, _row(page).text) == (shah, before)


def test_words_that_somebody_wrote_stay(page: LettersPage, shah: str, desk: Desk) -> None:
    bell = desk.add("provider", name="Dr Bell", address="Mill Lane")
    page.open_entry(f"new:ask:{shah}")
    with desk.journal.change("write") as change:
        change.edit("letter", page.here(), text="Dear John,\n\nHow are you?")
    _choose_doctor(page, bell)
    assert _row(page).text == "Dear John,\n\nHow are you?"
    assert _row(page).recipient == "Dr Bell\nMill Lane"


def _choose_doctor(page: LettersPage, entry: str) -> None:
    assert page.desk is not None
    edit = page.desk.form.edits["to"]
    edit.set_value(entry)
    edit.edited.emit()
    assert page.flush()
    settle()


def test_what_is_left_out_leads_to_where_it_is_added(
    page: LettersPage, shah: str, desk: Desk
) -> None:
    wanted: list[str] = []
    page.entry_wanted.connect(wanted.append)
    page.place_wanted.connect(wanted.append)
    page.open_entry(f"new:ask:{shah}")
    assert page.desk is not None
    lacks = page.desk.lacks
    assert lacks.isVisible()
    for button in list(lacks.rows.buttons):
        button.click()
    assert {desk.person, desk.case, "diagnosis"} <= set(wanted)
    with desk.journal.change("born") as change:
        change.edit("person", str(desk.person), birth_date=day("1950-03-03"))
    _soon(_answer("yes"))
    _press(page, "again")
    assert ", born 3 March 1950" in _row(page).subject


def test_a_long_list_of_what_is_left_out_is_unfolded(page: LettersPage) -> None:
    page.open_entry("new:sheet")
    assert page.desk is not None
    lacks = page.desk.lacks
    assert len(lacks.rows.buttons) == 5
    QTest.keyClick(lacks.all, Qt.Key.Key_Space)
    assert len(lacks.rows.buttons) > 5
    assert not lacks.all.isVisible()
    assert page.window().focusWidget() is lacks.rows.buttons[5]


def test_filling_in_again_keeps_what_was_written(page: LettersPage, shah: str, desk: Desk) -> None:
    page.open_entry(f"new:ask:{shah}")
    with desk.journal.change("write") as change:
        change.edit("letter", page.here(), text="My own words.")
    _soon(_answer(""))
    _press(page, "again")
    assert _row(page).text == "My own words."
    _soon(_answer("yes"))
    _press(page, "again")
    assert _row(page).text.startswith("Dear Dr Shah,")
    assert page.desk is not None
    assert len(page.desk.kept.rows.buttons) == 1
    desk.journal.undo()
    assert _row(page).text == "My own words."
    assert not page.desk.kept.isVisible()


def _answer(key: str) -> Callable[[Any], object]:
    def give(dialog: Any) -> None:
        assert isinstance(dialog, Question)
        assert unnamed(dialog) == []
        dialog.answer = key
        dialog.accept()

    return give


# Versions, sending, the bin --------------------------------------------------------------


def test_a_version_is_kept_read_and_gone_back_to(page: LettersPage, desk: Desk) -> None:
    entry = desk.add("letter", title="Please", text="First try.")
    page.edit(entry)
    _press(page, "keep")
    with desk.journal.change("write") as change:
        change.edit("letter", entry, text="Second try.")
    assert page.desk is not None
    assert len(page.list.items()) == 1

    def back(dialog: Any) -> None:
        assert isinstance(dialog, VersionDialog)
        assert unnamed(dialog) == []
        assert dialog.words.toPlainText() == "First try."
        dialog.answer = "back"
        dialog.accept()

    _soon(back)
    QTest.keyClick(page.desk.kept.rows.buttons[0], Qt.Key.Key_Space)
    settle()
    assert _row(page).text == "First try."
    assert page.desk.form.edits["text"].value() == "First try."
    assert len(page.desk.kept.rows.buttons) == 2


def test_a_version_found_elsewhere_opens_its_letter(page: LettersPage, desk: Desk) -> None:
    entry = desk.add("letter", title="Please", text="Now.")
    kept = desk.add("letter", title="Please", text="Then.", version_of=entry)
    page.open_entry(kept)
    assert page.here() == entry
    assert page.desk is not None
    assert page.window().focusWidget() is page.desk.kept.rows.buttons[0]


def test_marking_as_sent_tells_too(page: LettersPage, shah: str, desk: Desk) -> None:
    page.open_entry(f"new:tell:{shah}")

    def mark(dialog: Any) -> None:
        assert isinstance(dialog, SentDialog)
        assert unnamed(dialog) == []
        dialog.way.set_value("email")
        dialog.mark.click()

    _soon(mark)
    _press(page, "sent")
    assert _row(page).sent is not None
    assert _row(page).how == "email"
    assert [row.provider for row in desk.journal.entries("told")] == [shah]
    assert page.desk is not None
    assert page.window().focusWidget() is page.buttons.named["unsent"]
    assert not page.desk.lacks.isVisible()
    _press(page, "unsent")
    assert _row(page).sent is None


def test_a_letter_is_not_sent_without_a_day(page: LettersPage, desk: Desk) -> None:
    dialog = SentDialog(page, [], day("2026-07-03").first_day)
    desk.qtbot.addWidget(dialog)
    dialog.when.set_value(None)
    dialog.mark.click()
    assert dialog.result() != QDialog.DialogCode.Accepted
    dialog.when.set_value(day("2026-07-03"))
    dialog.mark.click()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_the_bin_closes_the_letter(page: LettersPage, desk: Desk) -> None:
    entry = desk.add("letter", title="Please", text="Now.")
    desk.add("letter", title="Please", text="Then.", version_of=entry)
    page.edit(entry)
    assert page.desk is not None
    page.desk.form.foot.bin.click()
    settle()
    assert page.desk is None
    assert page.empty.isVisible()
    assert desk.journal.entries("letter") == []


# Out -------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_a_letter_is_saved(
    page: LettersPage, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    page.edit(desk.add("letter", title="Please", text="Hello."))
    target = tmp_path / "letter"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    _press(page, ending)
    assert target.with_suffix(f".{ending}").read_bytes()[:2] in {b"%P", b"PK"}
    assert page.desk is not None
    assert page.desk.said.text.text() == f"letter.{ending} was saved."


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_a_disk_that_refuses_is_told_in_a_sentence(
    page: LettersPage, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    page.edit(desk.add("letter", title="Please", text="Hello."))
    target = tmp_path / "no folder" / f"letter.{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    _press(page, ending)
    assert page.desk is not None
    assert "That folder is not there." in page.desk.said.text.text()
    assert page.desk.said.isVisible()


def test_a_journal_that_takes_nothing_keeps_the_letter_open(
    page: LettersPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.edit(desk.add("letter", title="Please", text="Hello."))
    with full_disk(monkeypatch):
        _press(page, "keep")
    assert page.desk is not None
    assert page.desk.said.text.text() == "The disk is full."
    assert not page.list.isVisible()


@pytest.mark.usefixtures("a_printer")
def test_printing_can_be_left(
    page: LettersPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.edit(desk.add("letter", title="Please", text="Hello."))
    monkeypatch.setattr(QPrintDialog, "exec", lambda _self: QDialog.DialogCode.Rejected)
    _press(page, "print")
    assert page.desk is not None
    assert not page.desk.said.isVisible()


# Look and access -------------------------------------------------------------------------


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_has_a_name_and_room(
    page: LettersPage, shah: str, desk: Desk, percent: int, qapp: QApplication
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    page.resize(1000, 640)
    settle()
    assert unnamed(page) == []
    page.open_entry(f"new:ask:{shah}")
    _press(page, "keep")
    assert unnamed(page) == []
    assert small(page) == []
    assert cut_off(page) == []


def test_the_list_is_walked_and_opened_by_keyboard(page: LettersPage, desk: Desk) -> None:
    for title in ("One", "Two"):
        desk.add("letter", title=title, text="Hello.")
    page.focus_start()
    assert page.window().focusWidget() is page.list
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.desk is None
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    settle()
    assert page.desk is not None
    _press(page, "back")
    assert page.window().focusWidget() is page.list


@pytest.mark.parametrize(
    "text", ["word " * 20_000, "- item\n" * 300, "😀 مرحبا\tŵ\x07" * 500, "\n" * 5_000 + "end"]
)
def test_absurd_letters_are_shown_and_kept(page: LettersPage, desk: Desk, text: str) -> None:
    entry = desk.add("letter", title="Please", text=text)
    page.edit(entry)
    assert page.flush()
    assert desk.journal.get("letter", entry).text == text
    page.close_form()
    assert page.desk is None


def test_two_people_have_letters_of_their_own(desk: Desk) -> None:
    bob = desk.add("person", name="Bob")
    hers = desk.add("letter", title="Hers", text="Hello.")
    with opened_page(desk, "letter", LettersPage, person=bob) as page:
        assert page.list.items() == ()
        page.open_entry(hers)
        assert page.desk is None
        page.open_entry("new:ask")
        assert "Margaret" not in _row(page).text + _row(page).subject + _row(page).sender


def test_one_change_lists_the_letters_once(
    page: LettersPage, shah: str, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed: list[int] = []
    monkeypatch.setattr(page.list, "set_items", lambda items: listed.append(len(items)))
    with desk.journal.change("Sent") as change:
        change.edit("provider", shah, name="Dr Shah-Lee")
        change.add("letter", person=page.person, title="To the ward", to=shah)
        change.add("record", person=page.person, title="A scan")
    settle()
    assert listed == [1]
