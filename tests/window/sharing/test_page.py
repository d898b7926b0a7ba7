"""Save or share in the window: where each way leads, what is saved, and who got it."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.exchange.incoming import importing
from secondop_desktop.window.session import Session
from secondop_desktop.window.sharing.ways import FOR_PROGRAMS, TO_READ


@pytest.fixture
def page(session: Session) -> Any:
    session.go("share")
    return session.page


@pytest.mark.parametrize("way", TO_READ, ids=lambda way: way.key)
def test_each_way_leads_somewhere(session: Session, page: Any, way: Any) -> None:
    at = [one.key for one in TO_READ].index(way.key)
    page.to_read.buttons[at].click()
    assert session.page is not page


def test_each_says_for_whom_it_is(page: Any) -> None:
    for rows in (page.to_read, page.for_programs):
        assert all(". For " in button.accessibleName() for button in rows.buttons)
    assert len(page.for_programs.buttons) >= len(FOR_PROGRAMS)


def test_the_keyboard_begins_with_the_first_way(page: Any) -> None:
    page.focus_start()
    QTest.keyClick(page.to_read.buttons[0], Qt.Key.Key_Down)
    assert page.to_read.buttons[1].hasFocus()


def test_an_archive_is_saved(page: Any, tmp_path: Path) -> None:
    page.save_archive(tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as zipped:
        assert "journal/data/changes.jsonl" in zipped.namelist()
    assert page.said.text.text().startswith("a.zip was saved: 188 entries and 7 files.")
    assert not page.said.folder_button.isHidden()


def test_a_locked_one_needs_its_password_twice(page: Any, tmp_path: Path) -> None:
    page.locked.setChecked(True)
    page.along.first.setText("three old herons")
    page._ask_archive()
    assert "not the same" in page.said.text.text()
    page.along.again.setText("three old herons")
    page.save_archive(tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as zipped:
        assert all(info.flag_bits & 1 for info in zipped.infolist())
    assert page.along.password() == ""


def test_what_is_said_stands_in_sight_beside_what_was_pressed(
    page: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    page.for_programs.buttons[-1].setFocus()
    page.save_archive(tmp_path / "a.zip")
    qtbot.waitUntil(lambda: _in_sight(page.said))
    page.scroller.verticalScrollBar().setValue(0)
    page.locked.setChecked(True)
    page._ask_archive()
    qtbot.waitUntil(lambda: _in_sight(page.said) and _in_sight(page.along.first))


def _in_sight(part: QWidget) -> bool:
    return part.isVisible() and part.visibleRegion().boundingRect().height() == part.height()


def test_tables_are_saved_without_what_is_private(page: Any, tmp_path: Path) -> None:
    page.save_tables(tmp_path / "a.xlsx")
    assert "2 private entries are not in it" in page.said.text.text()
    page.private.setChecked(True)
    page.save_tables(tmp_path / "b.xlsx")
    assert "private" not in page.said.text.text()


def test_data_for_a_hospital_are_saved_without_what_is_private(page: Any, tmp_path: Path) -> None:
    page.save_data(tmp_path / "a.json")
    said = page.said.text.text()
    assert said.startswith("a.json was saved. 2 private entries are not in it.")
    assert not page.said.folder_button.isHidden()
    document = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert (document["resourceType"], document["type"]) == ("Bundle", "document")
    page.private.setChecked(True)
    page.save_data(tmp_path / "b.json")
    assert "private entr" not in page.said.text.text()
    assert len((tmp_path / "b.json").read_bytes()) > len((tmp_path / "a.json").read_bytes())


def test_who_got_the_data_is_written_down(session: Session, page: Any, tmp_path: Path) -> None:
    page.receiver.list.setCurrentIndex(2)
    page.save_data(tmp_path / "a.json")
    told = session.journal.entries("told")[-1]
    assert told.what == "“a.json”, the summary as data for other programs (FHIR)"
    assert told.provider == page.receiver.provider()


def test_who_got_it_is_written_down_if_the_person_says_so(
    session: Session, page: Any, tmp_path: Path
) -> None:
    before = len(session.journal.entries("told"))
    page.save_tables(tmp_path / "a.xlsx")
    assert len(session.journal.entries("told")) == before
    page.receiver.list.setCurrentIndex(1)
    page.save_tables(tmp_path / "a.xlsx")
    page.save_tables(tmp_path / "a.xlsx")
    told = session.journal.entries("told")
    assert len(told) == before + 1
    assert told[-1].what == "“a.xlsx”, tables of the journal"
    assert told[-1].provider == page.receiver.provider()
    assert "“Who was told” now says that" in page.said.text.text()


def test_what_cannot_be_saved_is_said(page: Any, tmp_path: Path) -> None:
    page.save_archive(tmp_path / "nowhere" / "a.zip")
    assert "was not saved" in page.said.text.text()
    page.receiver.list.setCurrentIndex(1)
    page.save_tables(tmp_path / "nowhere" / "a.xlsx")
    assert "was not saved" in page.said.text.text()


def test_a_locked_archive_is_opened_on_bring_in_files(
    session: Session, page: Any, tmp_path: Path
) -> None:
    page.locked.setChecked(True)
    for edit in (page.along.first, page.along.again):
        edit.setText("three old herons")
    page.save_archive(tmp_path / "a.zip")
    session.go("import")
    there: Any = session.page
    there.read([tmp_path / "a.zip"])
    assert there.locked.isVisible()
    there.locked.password.setText("three old geese")
    there.locked.open_button.click()
    assert "That password does not open" in there.locked.told.text()
    there.locked.password.setText("three old herons")
    QTest.keyClick(there.locked.password, Qt.Key.Key_Return)
    assert not there.locked.isVisible()
    plan: importing.Plan = there.plan
    assert (plan.new, plan.changed) == ((), ())
    assert len(plan.same) > 150
