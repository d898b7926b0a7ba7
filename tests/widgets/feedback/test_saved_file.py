"""A saved file can be opened, and found in its folder."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.dialogs import file_dialogs
from secondop_desktop.widgets.feedback.saved_file import SavedFileNotice


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system was asked to open, which then opens."""
    asked: list[str] = []

    def take(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    monkeypatch.setattr("sys.platform", "linux")
    return asked


@pytest.fixture
def notice(qtbot: QtBot) -> SavedFileNotice:
    made = SavedFileNotice()
    qtbot.addWidget(made)
    return made


def test_a_saved_file_opens_and_is_shown_in_its_folder(
    notice: SavedFileNotice, opened: list[str], tmp_path: Path
) -> None:
    target = tmp_path / "Summary.pdf"
    target.write_bytes(b"%PDF")
    assert not notice.isVisible()
    notice.say_saved("Summary.pdf was saved.", target)
    assert notice.open_button.isVisible()
    notice.open_button.click()
    notice.folder_button.click()
    assert [Path(path) for path in opened] == [target, tmp_path]


def test_a_file_moved_since_is_said(
    notice: SavedFileNotice, opened: list[str], tmp_path: Path
) -> None:
    notice.say_saved("Plan.pdf was saved.", tmp_path / "Plan.pdf")
    notice.open_button.click()
    assert notice.text.text() == "Plan.pdf is no longer where it was saved."
    assert not notice.open_button.isVisible()
    assert opened == []


def test_without_a_program_for_it_that_is_said(
    notice: SavedFileNotice, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    target = tmp_path / "visits.ics"
    target.touch()
    notice.say_saved("visits.ics was saved.", target)
    notice.open_button.click()
    assert "visits.ics" in notice.text.text()
    assert notice.isVisible()


def test_dialogs_open_in_documents_then_where_one_was_last(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    documents, other = tmp_path / "Documents", tmp_path / "Stick"
    documents.mkdir()
    other.mkdir()
    starts: list[str] = []

    def ask(_parent: QWidget, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        starts.append(start)
        return str(other / "mine"), ""

    monkeypatch.setattr(file_dialogs, "documents_folder", lambda: documents)
    monkeypatch.setattr(file_dialogs, "_last", {})
    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    parent = QWidget()
    qtbot.addWidget(parent)
    for _again in range(2):
        assert file_dialogs.ask_target(parent, "Save", "A.pdf", "") == other / "mine.pdf"
    assert starts == [str(documents / "A.pdf"), str(other / "A.pdf")]
