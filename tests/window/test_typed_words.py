"""The index learns what was typed when nobody goes on, without being asked."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.widgets.background.watch import Watch
from secondop_desktop.window.typed_words import TypedWords
from tests.journal.written import add, index_knows, type_into


def test_it_learns_after_a_pause_and_never_once_the_journal_is_closed(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "Margaret.secondop"
    with Journal.create(path, KINDS) as journal:
        person = add(journal, "person", name="Margaret Evans")
        entry = add(journal, "symptom", person=person, what="Cough")
        watch = Watch(journal)
        words = TypedWords(journal, watch, watch)
        assert not words.waits
        type_into(journal, "symptom", entry, "notes", "dry")
        assert words.waits
        words.learn()
        assert index_knows(path, entry, "dry")
        words.stop()
        assert not words.waits
        watch.stop()
    words.learn()
