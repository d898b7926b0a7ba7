"""The chapters of a PDF: entries are named, and become rows, when their chapter opens."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.summary.offered import Offered
from secondop_desktop.window.pdf_choices import ChapterTree

_NUMBER = 30


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal.create(tmp_path / "long.secondop", KINDS) as made:
        with made.change("Fill") as change:
            person = change.add("person", name="Edith Maplethorpe")
            for at in range(_NUMBER):
                change.add("symptom", person=person, what=f"Tired {at}")
        yield made


@pytest.fixture
def tree(journal: Journal, qtbot: QtBot) -> ChapterTree:
    made = ChapterTree()
    qtbot.addWidget(made)
    made.fill(_rows(journal))
    return made


def _rows(journal: Journal) -> Offered:
    return Offered(journal, journal.entries("person")[0].id, None)


def _symptoms(tree: ChapterTree) -> Any:
    (found,) = tree.findItems("Symptoms", Qt.MatchFlag.MatchStartsWith)
    return found


def test_entries_become_rows_when_their_chapter_opens(tree: ChapterTree) -> None:
    top = _symptoms(tree)
    assert (top.text(0), top.childCount()) == (f"Symptoms, in my words ({_NUMBER})", 0)
    top.setExpanded(True)
    named = [top.child(at).text(0) for at in range(top.childCount())]
    assert named == [f"Tired {at}" for at in range(_NUMBER)]


def test_what_is_unticked_stays_so_when_its_chapter_is_offered_again(
    journal: Journal, tree: ChapterTree
) -> None:
    top = _symptoms(tree)
    top.setExpanded(True)
    entry = str(top.child(3).data(0, Qt.ItemDataRole.UserRole))
    top.child(3).setCheckState(0, Qt.CheckState.Unchecked)
    top.setExpanded(False)
    tree.fill(_rows(journal))
    assert tree.leave_out() == {entry: "Tired 3"}
    again = _symptoms(tree)
    again.setExpanded(True)
    assert again.child(3).checkState(0) == Qt.CheckState.Unchecked
    again.child(3).setCheckState(0, Qt.CheckState.Checked)
    assert tree.leave_out() == {}


def test_some_entries_of_a_closed_chapter_are_chosen_alone(
    journal: Journal, tree: ChapterTree
) -> None:
    wanted = [row.id for row in journal.entries("symptom")][:2]
    tree.choose_only("symptom", wanted)
    assert len(tree.leave_out()) == _NUMBER - len(wanted)
    assert not tree.leave_out().keys() & set(wanted)
    assert tree.sections() == ("symptom",)
    tree.choose_usual()
    assert tree.leave_out() == {}
