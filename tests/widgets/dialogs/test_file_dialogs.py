"""Dialogs for files open in Documents, then where one was last, with names that tell little."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from secondop_desktop.widgets.dialogs import file_dialogs
from secondop_desktop.widgets.dialogs.file_dialogs import ask_copy, ask_sources


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of documents, in a program that was just started."""
    monkeypatch.setattr(file_dialogs, "documents_folder", lambda: tmp_path)
    monkeypatch.setattr(file_dialogs, "_last", {})
    return tmp_path


@pytest.mark.parametrize(
    ("kept", "offered"),
    [
        ("Scan of 12 June.pdf", "Scan of 12 June.pdf"),
        ("letter 943 476 5919.pdf", "letter.pdf"),
        ("..\\..\\a:b.csv", "a b.csv"),
        ("", "Copy"),
    ],
)
def test_a_copy_is_offered_in_documents_under_a_plain_name(
    kept: str, offered: str, documents: Path, monkeypatch: pytest.MonkeyPatch, look: object
) -> None:
    asked: list[str] = []

    def answer(_parent: QWidget, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(start)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    assert ask_copy(QWidget(), kept) is None
    assert asked == [str(documents / offered)]


def test_the_next_dialog_opens_where_a_file_was_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, look: object
) -> None:
    other = tmp_path / "Hospital"
    other.mkdir()
    asked: list[str] = []

    def answer(_parent: QWidget, _title: str, start: str, _kinds: str) -> tuple[list[str], str]:
        asked.append(start)
        return [str(other / "a.pdf")], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
    for _turn in range(2):
        assert ask_sources(QWidget(), "Add files") == [other / "a.pdf"]
    assert asked == [str(tmp_path), str(other)]
