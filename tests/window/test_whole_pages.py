"""The screens of the whole journal do what they say, and say how it went."""

import zipfile
from functools import partial
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.errors import UserError
from secondop_desktop.features.opinions.page.cell import StatementCell
from secondop_desktop.features.opinions.page.opinions_page import OpinionsPage
from secondop_desktop.features.records.page.records_page import RecordsPage
from secondop_desktop.journal.check import Finding
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.dialogs import print_dialog
from secondop_desktop.widgets.preview.pdf_view import PdfView
from secondop_desktop.window import checking, exporting
from secondop_desktop.window.bin import BinPage
from secondop_desktop.window.checking import CheckPage
from secondop_desktop.window.exporting import PdfPage
from secondop_desktop.window.importing.page import ImportPage
from secondop_desktop.window.session import Session
from tests.window.keyboard import focused, play, press, tab_to

CSV = "Test,Value,Unit,Range,Date\nSodium,139,mmol/L,133 to 146,2026-03-04\n"


# The bin -------------------------------------------------------------------------------------


def put_away(session: Session) -> str:
    """Put a medicine into the bin and return its name."""
    row = session.journal.entries("medicine", person=session.person)[0]
    with session.journal.change("Away") as change:
        change.put_away("medicine", row.id)
    session.go("bin")
    return str(row.name)


def bin_page(session: Session) -> BinPage:
    """Return the bin, which must be what is shown."""
    assert isinstance(session.page, BinPage)
    return session.page


def test_what_was_put_away_is_brought_back(session: Session) -> None:
    name = put_away(session)
    assert "until you empty it" in bin_page(session).lead.text()
    assert focused() == "Bin"
    press("Down")
    press("Return")
    assert bin_page(session).list.items() == ()
    assert name in [row.name for row in session.journal.entries("medicine")]
    assert QApplication.focusWidget() is not None


def test_emptying_the_bin_asks_and_keeping_it_is_the_default(
    session: Session, qtbot: QtBot
) -> None:
    put_away(session)
    ask = partial(tab_to, "Empty the bin…", "Shift+Tab")
    play(qtbot, ask, partial(press, "Space"), partial(press, "Return"))
    assert len(bin_page(session).list.items()) == 1
    sure = partial(tab_to, "Empty the bin", "Shift+Tab")
    play(qtbot, ask, partial(press, "Space"), sure, partial(press, "Space"))
    assert bin_page(session).list.items() == ()
    assert session.journal.undo_label() == ""
    assert session.shell.focusWidget() is bin_page(session).empty.button


# Bringing files in ---------------------------------------------------------------------------


def import_page(session: Session) -> ImportPage:
    """Open the screen."""
    session.go("import")
    assert isinstance(session.page, ImportPage)
    return session.page


def test_files_come_in_after_the_plan_was_seen_and_one_undo_takes_them_out(
    session: Session, tmp_path: Path
) -> None:
    before = len(session.journal.entries("result"))
    page = import_page(session)
    table = tmp_path / "results.csv"
    table.write_text(CSV, "utf-8")
    page.read([table])
    assert page.summary.text().startswith("1 new")
    assert len(session.journal.entries("result")) == before
    assert focused() == "Bring them in"
    press("Space")
    assert len(session.journal.entries("result")) == before + 1
    assert "Undo takes" in page.said.text.text()
    assert focused() == "Choose files…"
    session.undo()
    assert len(session.journal.entries("result")) == before
    page.read([table])
    page.agree.click()
    page.read([table])
    assert page.agree.isHidden()
    assert "already in the journal" in page.summary.text()


def test_a_file_that_cannot_be_read_is_said(session: Session, tmp_path: Path) -> None:
    page = import_page(session)
    page.read([tmp_path / "not there.csv"])
    assert page.said.isVisible()
    assert page.said.text.text()
    broken = tmp_path / "broken.zip"
    with zipfile.ZipFile(broken, "w") as archive:
        archive.writestr("a.txt", "a")
    broken.write_bytes(broken.read_bytes()[:20])
    page.read([broken])
    assert page.said.isVisible() or page.list.items()


# The PDF -------------------------------------------------------------------------------------


def pdf_page(session: Session) -> PdfPage:
    """Open the screen."""
    session.go("pdf")
    assert isinstance(session.page, PdfPage)
    return session.page


def test_undoing_the_person_leaves_the_pdf_page_calmly(session: Session, qtbot: QtBot) -> None:
    with session.journal.change("Add") as change:
        person = change.add("person", name="Winifred Saltmarsh")
    session.turn_to(person)
    page = pdf_page(session)
    session.undo()
    qtbot.waitUntil(lambda: session.page is not page)
    assert session.person not in ("", person)


def shown_pages(page: PdfPage) -> int:
    """Return how many pages the preview has."""
    assert isinstance(page.preview.shown, PdfView)
    return len(page.preview.shown.pdf.sizes)


def chapter(page: PdfPage, start: str) -> QTreeWidgetItem:
    """Return the chapter whose title starts so."""
    tops = [page.tree.topLevelItem(at) for at in range(page.tree.topLevelItemCount())]
    return next(item for item in tops if item is not None and item.text(0).startswith(start))


def test_the_preview_follows_what_is_ticked(session: Session, qtbot: QtBot) -> None:
    page = pdf_page(session)
    whole = shown_pages(page)
    focus = chapter(page, "The opinions side by side")
    page.tree.setCurrentItem(focus)
    with qtbot.waitSignal(page._pause.timeout):
        press("Space")
    assert shown_pages(page) < whole
    assert focus.checkState(0) == Qt.CheckState.Unchecked
    with session.journal.change("Elsewhere") as change:
        change.add("symptom", person=session.person, what="Tired")
    assert chapter(page, "The opinions side by side").checkState(0) == Qt.CheckState.Unchecked


def test_one_entry_is_left_out(session: Session, tmp_path: Path) -> None:
    page = pdf_page(session)
    opened = chapter(page, "Medicines")
    opened.setExpanded(True)
    medicine = opened.child(0)
    assert medicine is not None
    name = session.journal.entries("medicine", person=session.person)[0].name
    medicine.setCheckState(0, Qt.CheckState.Unchecked)
    page.save_to(tmp_path / "without.pdf")
    words = _words(tmp_path / "without.pdf")
    assert medicine.text(0).split()[0] == name.split()[0]
    assert f"{name} 5 mg capsule" not in words


def test_what_is_private_stays_out_and_that_is_said(session: Session, tmp_path: Path) -> None:
    page = pdf_page(session)
    assert page.seeing.left_out.text().startswith("2 private entries left out")
    page.save_to(tmp_path / "open.pdf")
    private = "Lay awake worrying"
    assert private not in _words(tmp_path / "open.pdf")
    assert "open.pdf was saved" in page.said.text.text()
    page.private.setChecked(True)
    page.save_to(tmp_path / "all.pdf")
    assert private in _words(tmp_path / "all.pdf")


def test_the_same_goes_in_as_data_for_other_programs(session: Session, tmp_path: Path) -> None:
    page = pdf_page(session)
    assert page.inside.isVisible()
    page.inside.setChecked(True)
    page.save_to(tmp_path / "with.pdf")
    with pikepdf.open(tmp_path / "with.pdf") as pdf:
        assert list(pdf.attachments) == ["Summary for other programs.json"]


def test_a_pdf_that_cannot_be_saved_is_said(session: Session, tmp_path: Path) -> None:
    page = pdf_page(session)
    page.save_to(tmp_path / "no folder" / "Summary.pdf")
    assert page.said.isVisible()
    assert not list(tmp_path.glob("no folder/*"))


def test_without_a_person_there_is_nothing_to_print(session: Session) -> None:
    with session.journal.change("Away") as change:
        change.put_away("person", session.person)
    session.go("pdf")
    assert isinstance(session.page, PdfPage)
    assert focused() == "Add a person"
    press("Space")
    assert session.key == "person"


def _words(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return " ".join(" ".join(texts).split())


# The check -----------------------------------------------------------------------------------


def test_the_check_says_that_all_is_well(session: Session) -> None:
    session.go("check")
    assert focused() == "Check now"
    press("Space")
    assert isinstance(session.page, CheckPage)
    assert session.page.said.text.text() == "Everything is as it was saved."
    assert focused() == "Check now"


def test_the_check_lists_what_it_found_and_leads_there(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = session.journal.entries("medicine", person=session.person)[0]
    found = [Finding("Ramipril is not as it was saved.", "medicine", row.id)]
    monkeypatch.setattr(checking, "check", lambda _journal: found)
    session.go("check")
    press("Space")
    page = session.page
    assert isinstance(page, CheckPage)
    assert page.said.text.text().startswith("1 thing is not as it was saved")
    page.list.setFocus()
    press("Down")
    press("Return")
    assert session.key == "medicine"
    assert session.page is not None
    assert session.page.here() == row.id


def test_a_fault_in_the_preview_is_no_silence(
    session: Session, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page = pdf_page(session)

    def fails(*_args: object, **_more: object) -> None:
        raise ValueError("a fault")

    monkeypatch.setattr(exporting, "preview", fails)
    with qtbot.captureExceptions() as heard:
        page.refresh()
    assert [kind for kind, _error, _trace in heard] == [ValueError]
    monkeypatch.undo()
    page.refresh()
    assert shown_pages(page)


# The comparison alone, and who may see what ----------------------------------------------------


def printed_opinions(session: Session) -> PdfPage:
    """Ask for the comparison where it stands."""
    session.go("opinion")
    page = session.page
    assert page is not None
    button = next(one for one in page.bar.findChildren(Button) if one.text().startswith("Print"))
    button.click()
    assert isinstance(session.page, PdfPage)
    return session.page


def test_the_comparison_is_printed_alone(session: Session, tmp_path: Path) -> None:
    page = printed_opinions(session)
    assert (page.tree.sections(), page.tree.page_one()) == (("opinion",), False)
    page.save_to(tmp_path / "opinions.pdf")
    words = _words(tmp_path / "opinions.pdf")
    assert "The opinions side by side The question:" in words
    assert "Summary for a second opinion" not in words
    page.usual.click()
    assert page.tree.page_one()
    assert "timeline" in page.tree.sections()
    page.only_opinions.click()
    assert page.tree.sections() == ("opinion",)


def test_the_pages_shown_are_what_is_printed(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = printed_opinions(session)
    sent: list[tuple[bytes, str]] = []

    def take(_parent: QWidget, data: bytes, name: str) -> bool:
        sent.append((data, name))
        return True

    monkeypatch.setattr(print_dialog, "print_pdf", take)
    page.print_button.click()
    ((data, name),) = sent
    assert name.startswith("Opinions ")
    assert len(pypdfium2.PdfDocument(data)) == shown_pages(page)
    assert page.said.text.text() == "The pages were sent to the printer."

    def fails(_parent: QWidget, _data: bytes, _name: str) -> bool:
        raise UserError("Nothing was printed: the printer does not answer.")

    monkeypatch.setattr(print_dialog, "print_pdf", fails)
    page.print_button.click()
    assert page.said.text.text().startswith("Nothing was printed")


def test_who_may_see_what_is_told_before_it_is_saved(session: Session) -> None:
    page = pdf_page(session)
    seeing = page.seeing
    assert "Marjorie Wensleydown" in seeing.whose.text()
    assert "Ruth Wensleydown" in seeing.acts.text()
    assert f"It will hold {shown_pages(page)} pages, about" in seeing.holds.text()
    assert not seeing.names.isVisible()
    seeing.show_names.click()
    assert "Lay awake worrying" in seeing.names.text()
    assert seeing.names.isVisible()
    page.private.setChecked(True)
    page.refresh()
    assert not seeing.left_out.isVisible()
    assert not seeing.names.isVisible()


def test_a_permission_that_ran_out_is_noted(session: Session) -> None:
    page = pdf_page(session)
    assert not page.seeing.note.isVisible()
    with session.journal.change("Elsewhere") as change:
        change.edit("person", session.person, authority_until=PartialDate(2020, 5))
    assert "ended in May 2020" in page.seeing.note.text.text()
    assert page.seeing.note.isVisible()


def test_a_source_leads_to_its_page_of_the_record(session: Session) -> None:
    session.go("opinion")
    page = session.page
    assert isinstance(page, OpinionsPage)
    links = [
        one.link for row in page.grid.rows for one in row.every() if isinstance(one, StatementCell)
    ]
    link = next(one for one in links if one is not None and one.text().endswith("page 2"))
    link.click()
    assert session.key == "record"
    assert isinstance(session.page, RecordsPage)
    assert session.page.view is not None
    assert session.page.view.preview.page() == 2


def test_who_it_is_for_is_asked_first_and_decides_the_header(session: Session) -> None:
    page = pdf_page(session)
    assert page.reader.list.accessibleName() == "Who is it for?"
    assert page.choices().reader == ""
    page.reader.list.setCurrentIndex(page.reader.list.findData("me"))
    page.reader.list.activated.emit(page.reader.list.currentIndex())
    assert page.choices().reader == "me"
    page.refresh()
    assert page.choices().reader == "me"


def test_what_is_not_ticked_is_named_before_it_is_saved(session: Session) -> None:
    page = pdf_page(session)
    assert shown_pages(page)
    assert page.seeing.not_in.text().startswith("Not in it: ")
    assert "Symptoms, in my words" in page.seeing.not_in.text()
