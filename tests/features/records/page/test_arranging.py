"""Photographs are arranged in a window: by button, by key, by mouse; nothing of them is lost."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest

from secondop_desktop.exchange.photographs.arrangement import PARTS, WHOLE, Sheet, read
from secondop_desktop.features.records.operations.photographs import Paper, one_paper
from secondop_desktop.features.records.page.arranging import ArrangingDialog
from secondop_desktop.features.records.page.letter_card import LetterCard
from secondop_desktop.widgets.dialogs.messages import Question
from tests.features.desk import Desk
from tests.features.page_desk import answering, open_page, rest
from tests.widgets.walker import unnamed


def _photos(folder: Path, *names: str) -> list[Path]:
    made = []
    for at, name in enumerate(names):
        Image.new("RGB", (60, 80), (40 * at + 40, 90, 120)).save(folder / name)
        made.append(folder / name)
    return made


@pytest.fixture
def dialog(desk: Desk, tmp_path: Path) -> Iterator[ArrangingDialog]:
    """Three photographs being arranged."""
    paper = one_paper(_photos(tmp_path, "IMG_8.png", "IMG_9.png", "IMG_10.png"))
    assert isinstance(paper, Paper)
    made = ArrangingDialog(None, paper)
    desk.qtbot.addWidget(made)
    with desk.qtbot.waitActive(made):
        made.show()
    rest()
    yield made
    made.close()


def _sheets(dialog: ArrangingDialog) -> tuple[Sheet, ...]:
    return dialog.steps.now


def test_each_part_has_a_name_and_says_what_was_done(dialog: ArrangingDialog) -> None:
    assert unnamed(dialog) == []
    dialog.tools.right.click()
    spoken = dialog.pages.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Page 1, IMG_8.png, turned"
    assert dialog.frame.accessibleDescription() == "IMG_8.png. turned"
    assert [part.accessibleName() for part in dialog.boxes.boxes][:2] == [
        "Cut off: Left",
        "Cut off: Top",
    ]


@pytest.mark.parametrize(
    ("key", "modifiers", "expected"),
    [
        (Qt.Key.Key_R, "Control", (Sheet(0, quarters=1), Sheet(1), Sheet(2))),
        (Qt.Key.Key_R, "Control Shift", (Sheet(0, quarters=3), Sheet(1), Sheet(2))),
        (Qt.Key.Key_Down, "Alt", (Sheet(1), Sheet(0), Sheet(2))),
        (Qt.Key.Key_Delete, "", (Sheet(1), Sheet(2))),
    ],
)
def test_each_act_has_a_key(
    dialog: ArrangingDialog, key: Qt.Key, modifiers: str, expected: tuple[Sheet, ...]
) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for name in modifiers.split():
        held |= Qt.KeyboardModifier[f"{name}Modifier"]
    QTest.keyClick(dialog.pages, key, held)
    assert _sheets(dialog) == expected
    QTest.keyClick(dialog.pages, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _sheets(dialog) == (Sheet(0), Sheet(1), Sheet(2))
    dialog.tools.redo.click()
    assert _sheets(dialog) == expected


def test_what_was_left_out_can_be_brought_back(dialog: ArrangingDialog) -> None:
    dialog.tools.out.click()
    (action,) = dialog.tools.back.menu().actions()
    assert action.text() == "IMG_8.png, page 1"
    action.trigger()
    assert _sheets(dialog) == (Sheet(1), Sheet(2), Sheet(0))
    dialog.tools.out.click()
    dialog.tools.out.click()
    assert not dialog.tools.out.isEnabled()


def test_light_is_for_one_page_or_for_all(dialog: ArrangingDialog) -> None:
    dialog.tools.light.setCurrentIndex(2)
    dialog.tools.light.activated.emit(2)
    assert [sheet.light for sheet in _sheets(dialog)] == [2, 0, 0]
    dialog.tools.light_all.click()
    assert [sheet.light for sheet in _sheets(dialog)] == [2, 2, 2]


def test_a_page_is_cut_by_number_and_turning_takes_the_cut_along(dialog: ArrangingDialog) -> None:
    left, _top, right, _bottom = dialog.boxes.boxes
    left.setValue(10)
    left.setValue(20)
    right.setValue(5)
    assert _sheets(dialog)[0].crop == (2000, 0, 9500, PARTS)
    dialog.tools.right.click()
    assert [box.value() for box in dialog.boxes.boxes] == [0, 20, 0, 5]
    dialog.tools.undo.click()
    dialog.tools.undo.click()
    assert _sheets(dialog)[0].crop == WHOLE  # numbers typed one after the other are one step


def test_edges_that_would_meet_stay_apart(dialog: ArrangingDialog) -> None:
    left, _top, right, _bottom = dialog.boxes.boxes
    left.setValue(90)
    right.setValue(90)
    assert _sheets(dialog)[0].crop == (9000, 0, 9500, PARTS)


def test_a_corner_is_drawn_by_the_mouse(dialog: ArrangingDialog) -> None:
    page = dialog.frame.place()
    start = page.topLeft().toPoint() + QPoint(2, 2)
    end = QPoint(round(page.left() + page.width() * 0.25), round(page.top() + page.height() * 0.5))
    QTest.mousePress(dialog.frame, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(dialog.frame, end)
    QTest.mouseRelease(dialog.frame, Qt.MouseButton.LeftButton, pos=end)
    left, top, right, bottom = _sheets(dialog)[0].crop
    assert (abs(left - 2500) < 200, abs(top - 5000) < 200) == (True, True)
    assert (right, bottom) == (PARTS, PARTS)


def test_a_photo_that_cannot_be_read_is_named_and_can_be_left_out(
    desk: Desk, tmp_path: Path
) -> None:
    good, bad = _photos(tmp_path, "good.png", "bad.png")
    paper = one_paper([good, bad])
    assert isinstance(paper, Paper)
    bad.write_bytes(bad.read_bytes()[:60])
    made = ArrangingDialog(None, paper)
    desk.qtbot.addWidget(made)
    assert made.frame.trouble == "This photo cannot be shown."
    made.pages.setCurrentRow(1)
    assert made.frame.trouble == ""
    made.pages.setCurrentRow(0)
    assert made.frame.trouble == "This photo cannot be shown."
    made.save.click()
    assert made.said.text().startswith("bad.png cannot be read")
    assert not made.result()
    made.tools.out.click()
    made.save.click()
    assert made.result()
    assert made.pdf.startswith(b"%PDF")
    made.close()


# In the journal --------------------------------------------------------------------------


def _added(desk: Desk, paths: list[Path], does: Any) -> Any:
    page = open_page(desk, "record")
    answering(Question, lambda question: question._leave("one"))
    answering(ArrangingDialog, does)
    answering(LetterCard, lambda card: card.reject())
    page.ways_in.take(paths)
    rest()
    return page


def test_originals_stay_to_the_bit_and_pages_are_arranged_again(desk: Desk, tmp_path: Path) -> None:
    paths = _photos(tmp_path, "IMG_1.png", "IMG_2.png")

    def turn_and_keep(dialog: ArrangingDialog) -> None:
        dialog.tools.right.click()
        dialog.save.click()

    page = _added(desk, paths, turn_and_keep)
    (row,) = desk.journal.entries("record")
    assert (row.file_type, row.pages, row.file_name) == ("application/pdf", 2, "IMG_1.pdf")
    assert read(row.source_place) == (Sheet(0, quarters=1), Sheet(1))
    with zipfile.ZipFile(desk.journal.opened(row.source_file)) as kept:
        assert [kept.read(name) for name in kept.namelist()] == [p.read_bytes() for p in paths]
    desk.journal.undo()
    assert desk.journal.entries("record") == []
    desk.journal.redo()

    def leave_the_first_out(dialog: ArrangingDialog) -> None:
        dialog.tools.out.click()
        dialog.save.click()

    page.open_entry(row.id)
    rest()
    answering(ArrangingDialog, leave_the_first_out)
    page.view.arrange.click()
    now = desk.journal.get("record", row.id)
    assert (now.pages, read(now.source_place)) == (1, (Sheet(1),))
    assert now.source_file == row.source_file
    undone = desk.journal.undo()
    assert undone is not None
    assert undone.label == "Arrange the pages of IMG 1"
    assert desk.journal.get("record", row.id).file == row.file


def test_the_same_photos_once_more_add_nothing(desk: Desk, tmp_path: Path) -> None:
    paths = _photos(tmp_path, "IMG_1.png", "IMG_2.png")
    page = _added(desk, paths, lambda dialog: dialog.save.click())
    answering(Question, lambda question: question._leave("one"))
    page.ways_in.take(paths[::-1])
    assert len(desk.journal.entries("record")) == 1
    assert page.said.text.text().startswith("Nothing was added")


def test_stepping_back_from_arranging_adds_nothing(desk: Desk, tmp_path: Path) -> None:
    page = open_page(desk, "record")
    answering(Question, lambda question: question._leave("one"))
    answering(ArrangingDialog, lambda dialog: dialog.reject())
    page.ways_in.take(_photos(tmp_path, "a.png", "b.png"))
    assert desk.journal.entries("record") == []


def test_a_single_photo_is_arranged_and_is_itself_again(desk: Desk, tmp_path: Path) -> None:
    (path,) = _photos(tmp_path, "letter.png")
    page = open_page(desk, "record")
    answering(LetterCard, lambda card: card.reject())
    page.ways_in.take([path])
    rest()
    (row,) = desk.journal.entries("record")

    def lighten(dialog: ArrangingDialog) -> None:
        dialog._lighten(1)
        dialog.save.click()

    answering(ArrangingDialog, lighten)
    page.view.arrange.click()
    arranged = desk.journal.get("record", row.id)
    assert (arranged.file_type, arranged.source_file) == ("application/pdf", row.file)
    assert arranged.title == row.title
    answering(ArrangingDialog, lambda dialog: (dialog._lighten(0), dialog.save.click()))
    page.view.arrange.click()
    again = desk.journal.get("record", row.id)
    assert (again.file, again.file_type, again.source_place) == (row.file, "image/png", "")
    page.ways_in.take([path])
    assert len(desk.journal.entries("record")) == 1


def test_photos_that_came_for_a_wanted_record_are_arranged(desk: Desk, tmp_path: Path) -> None:
    wanted = desk.add("record", title="Letter of the clinic", state="asked")
    page = open_page(desk, "record")
    answering(ArrangingDialog, lambda dialog: (dialog._move(1), dialog.save.click()))
    assert page.acts.came_as_file(page, wanted, _photos(tmp_path, "a.png", "b.png"))
    row = desk.journal.get("record", wanted)
    assert (row.title, row.state, row.pages) == ("Letter of the clinic", "received", 2)
    assert read(row.source_place) == (Sheet(1), Sheet(0))


def test_what_was_noted_at_a_page_goes_with_it(desk: Desk, tmp_path: Path) -> None:
    names = ("a.png", "b.png", "c.png")
    page = _added(desk, _photos(tmp_path, *names), lambda dialog: dialog.save.click())
    (row,) = desk.journal.entries("record")
    first, second, last = (
        desk.add("result", test=f"Test {at}", record=row.id, page=at, place="10,20,30,40")
        for at in (1, 2, 3)
    )

    def change_order(dialog: ArrangingDialog) -> None:
        dialog.pages.setCurrentRow(2)
        dialog.tools.out.click()
        dialog.pages.setCurrentRow(0)
        dialog.tools.down.click()
        dialog.tools.right.click()
        dialog.save.click()

    page.open_entry(row.id)
    rest()
    answering(ArrangingDialog, change_order)
    page.view.arrange.click()
    found = [desk.journal.get("result", entry) for entry in (first, second, last)]
    assert [(one.page, one.place) for one in found] == [(2, ""), (1, "10,20,30,40"), (None, "")]
    desk.journal.undo()
    assert [desk.journal.get("result", one).page for one in (first, second, last)] == [1, 2, 3]


def test_another_file_lets_go_of_the_photos(desk: Desk, tmp_path: Path) -> None:
    _added(desk, _photos(tmp_path, "a.png", "b.png"), lambda dialog: dialog.save.click())
    (row,) = desk.journal.entries("record")
    other = tmp_path / "note.txt"
    other.write_text("Dear Mrs Evans")
    page = open_page(desk, "record")
    assert page.acts.came_as_file(page, row.id, [other])
    now = desk.journal.get("record", row.id)
    assert (now.file_type, now.source_file, now.source_place) == ("text/plain", "", "")


def test_a_paper_knows_its_pages(tmp_path: Path) -> None:
    paper = one_paper(_photos(tmp_path, "a.png", "b.png"))
    assert isinstance(paper, Paper)
    assert replace(paper, sheets=()).as_taken == paper.sheets


def test_the_page_in_hand_keeps_its_colours_in_the_list(dialog: ArrangingDialog) -> None:
    dialog.pages.setCurrentRow(1)
    rest()
    icon = dialog.pages.item(1).icon()
    seen, usual = (
        icon.pixmap(30, mode).toImage() for mode in (QIcon.Mode.Selected, QIcon.Mode.Normal)
    )
    assert seen == usual
    assert seen.pixelColor(10, 10).red() == 80
