"""An entry that came in with a file shows where it stood."""

from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal import sources
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.sources import Source
from secondop_desktop.widgets.dialogs.came_from import CameFromDialog, place_words, source_lines

TABLE = b"test,value\nUrea,6.2\n"


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("line:12", "line 12"),
        ("line:3/name", "line 3"),
        ("/entry/0/resource", "entry 1"),
        ("/entry/8/resource/contained/1", "entry 9"),
        ("/contained/0", "/contained/0"),
    ],
)
def test_a_place_is_counted_as_people_do(place: str, words: str) -> None:
    assert place_words(place) == words


def test_a_whole_file_has_no_place() -> None:
    whole = Source("sha256:0", "scan.pdf", "2026-03-04T10:30:00+00:00", "")
    assert source_lines(whole).startswith("From scan.pdf. Brought in 4 March 2026, ")


def test_the_piece_is_shown_and_the_file_given_back(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Journal.create(tmp_path / "j.secondop", KINDS) as journal:
        with journal.change("Import") as change:
            kept = sources.keep(journal, change, BytesIO(TABLE), "lab.csv", packed=True)
            where = {"source_file": kept, "source_place": "line:2"}
            person = change.add("person", name="Ada Byrne")
            entry = change.add("result", person=person, test="Urea", **where)
        found = sources.source_of(journal, journal.get("result", entry))
        assert found is not None
        dialog = CameFromDialog(None, journal, found)
        qtbot.addWidget(dialog)
        assert dialog.words.toPlainText() == "Urea,6.2"
        assert "lab.csv, line 2" in dialog.text.text()
        target = tmp_path / "copy.csv"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(target), ""))
        dialog.save.click()
        assert target.read_bytes() == TABLE
