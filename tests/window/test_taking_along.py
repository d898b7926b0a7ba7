"""One entry or a selection is copied, printed and saved from wherever it is listed."""

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtGui import QGuiApplication

from secondop_desktop.features.decisions.page.line_menu import LineMenu
from secondop_desktop.journal.told_entries import as_table, as_text, told
from secondop_desktop.widgets.kind_pages.row_menu import RowAct
from secondop_desktop.widgets.kind_pages.take_acts import TABLE, TEXT
from secondop_desktop.window import taking_along
from secondop_desktop.window.session import Session
from tests.window.keyboard import press
from tests.window.test_row_keys import at


def _copied() -> str:
    return QGuiApplication.clipboard().text()


def _act(acts: list[RowAct], words: str) -> RowAct:
    return next(act for act in acts if act.words == words)


def _words(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def test_a_row_is_copied_as_text_by_its_key(session: Session) -> None:
    page = at(session, "medicine")
    name = session.journal.get("medicine", page.chosen()[0]).name
    press("Ctrl+C")
    assert _copied().splitlines()[0].startswith(name)
    assert "1 entry was copied" in session.taking_along().said.text.text()


def test_several_rows_are_copied_as_a_table_that_runs_nothing(session: Session) -> None:
    with session.journal.change("Add") as change:
        change.add("medicine", person=session.person, name="=HYPERLINK(1)", dose="a\tb")
    page = at(session, "medicine")
    page.list.selectAll()
    _act(page.row_acts(), "Copy as a table").does()
    lines = _copied().splitlines()
    assert len(lines) == len(page.list.items()) + 1
    assert len({line.count("\t") for line in lines}) == 1
    assert any(line.startswith("'=HYPERLINK(1)\t") for line in lines)
    html = QGuiApplication.clipboard().mimeData().html()
    assert html.count("<tr>") == len(lines)


def test_a_selection_is_saved_as_a_pdf_and_as_text(session: Session, tmp_path: Path) -> None:
    page = at(session, "medicine")
    entries = [str(item.key) for item in page.list.items()[:2]]
    names = [session.journal.get("medicine", one).name for one in entries]
    session.taking_along().save_to(entries, tmp_path / "two.pdf")
    assert all(name in _words(tmp_path / "two.pdf") for name in names)
    assert "two.pdf was saved" in session.taking_along().said.text.text()
    assert session.taking_along().said.open_button.isVisible()
    session.taking_along().save_to(entries, tmp_path / "two.txt")
    assert all(name in (tmp_path / "two.txt").read_text("utf-8") for name in names)


def test_what_stands_in_the_way_of_saving_is_said(session: Session, tmp_path: Path) -> None:
    page = at(session, "medicine")
    page.list.selectAll()
    target = tmp_path / "no folder" / "a.txt"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(taking_along, "ask_target", lambda *_args: target)
        _act(page.row_acts(), "Save as a PDF or text…").does()
    assert "was not saved" in session.taking_along().said.text.text()


def test_results_of_a_test_are_copied_as_a_table(session: Session) -> None:
    page: Any = at(session, "result")
    page.view.table.setFocus()
    press("Ctrl+C")
    assert _copied().startswith("Name of the test\tResult, as printed")


@pytest.mark.parametrize("key", ["timeline", "task", "find"])
def test_lists_of_many_kinds_offer_it_too(session: Session, key: str) -> None:
    if key == "find":
        session.search("valve")
        page: Any = session.page
    else:
        page = at(session, key)
    entry = session.journal.entries("medicine", person=session.person)[0].id
    page.taking_wanted.emit(TEXT, (entry,))
    assert "1 entry was copied" in session.taking_along().said.text.text()
    page.taking_wanted.emit(TABLE, (entry,))
    assert "\t" in _copied()


@pytest.mark.parametrize("kind", ["option", "outcome", "told"])
def test_a_card_offers_it_too(session: Session, kind: str) -> None:
    session.go("told" if kind == "told" else "option")
    page: Any = session.page
    entry = next(row.id for row in session.journal.entries(kind, person=session.person))
    asked: list[tuple[str, object]] = []
    page.taking_wanted.connect(lambda how, entries: asked.append((how, entries)))
    if kind == "told":
        row = next(card.places[entry] for card in page.cards if entry in card.places)
        row.setFocus()
        press("Ctrl+C")
    else:
        more: Any = session.shell.findChild(LineMenu, f"{entry}/more")
        next(act for act in more.menu().actions() if act.text() == "Copy as text").trigger()
    assert asked == [(TEXT, (entry,))]
    assert "1 entry was copied" in session.taking_along().said.text.text()
    assert _copied()


def test_an_opinion_is_taken_along_with_what_was_said_in_it(session: Session) -> None:
    page: Any = at(session, "opinion")
    menu = page.grid.heads.heads[1].more.menu()
    next(act for act in menu.actions() if act.text() == "Copy as text").trigger()
    second = session.journal.entries("opinion", person=session.person)[1]
    (said, *_others) = session.journal.entries("statement", opinion=second.id)
    assert second.overall in _copied()
    assert _copied().count(said.text) == 1
    assert "copied" in session.taking_along().said.text.text()


def test_every_entry_of_the_sample_is_said_as_text_and_as_a_table(session: Session) -> None:
    for kind in session.journal.kinds:
        entries = [row.id for row in session.journal.entries(kind)]
        if entries:
            assert as_text(told(session.journal, entries))
            assert len(as_table(session.journal, entries)) == len(entries) + 1
