"""A plain page is read first and edited on demand; keys and mouse do the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.widgets.background.watch import Watch
from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.kind_pages.reading_page import ReadingPage
from secondop_desktop.widgets.theme import Theme
from secondop_desktop.window.kind_lookup import form_of

NAMES = ("Salbutamol", "Levothyroxine", "Omeprazole")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """Three medicines of one person."""
    with Journal.create(tmp_path / "a.secondop", KINDS) as made:
        with made.change("Start") as change:
            person = change.add("person", name="Ines Quarles")
            for name in NAMES:
                change.add("medicine", person=person, name=name, dose="one puff")
        yield made


@pytest.fixture
def page(journal: Journal, look: Theme, qtbot: QtBot) -> ReadingPage:
    """The page of the medicines, as it is shown on arrival."""
    person = journal.entries("person")[0].id
    kind = KINDS["medicine"]
    made = ReadingPage(journal, Watch(journal), kind, person, form_of(kind))
    qtbot.addWidget(made)
    made.resize(1150, 660)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.focus_start()
    return made


def _target() -> QWidget:
    has = QApplication.focusWidget()
    assert has is not None
    return has


def _said(page: ReadingPage) -> list[str]:
    reading = page.reading
    assert reading is not None
    return [label.text() for label in reading.findChildren(Label)]


def test_it_opens_with_an_entry_to_read(page: ReadingPage) -> None:
    assert page.form is None
    assert page.list.hasFocus()
    assert "one puff" in _said(page)
    assert page.here() == page.list.current_key()


def test_typing_over_the_list_changes_nothing(page: ReadingPage, journal: Journal) -> None:
    before = journal.history(page.here())
    for _ in range(6):
        QTest.keyClick(_target(), Qt.Key.Key_Tab)
        QTest.keyClicks(_target(), "zz")
    assert journal.history(before[0].id) == before


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_a_key_turns_it_into_its_form_and_done_back(page: ReadingPage, key: Qt.Key) -> None:
    entry = page.here()
    QTest.keyClick(page.list, key)
    assert page.form is not None
    assert page.form.draft.entry == entry
    QTest.keyClick(_target(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.form is None
    assert page.list.hasFocus()
    assert page.list.current_key() == page.here() == entry


def test_delete_puts_it_in_the_bin_and_reads_the_next(page: ReadingPage, journal: Journal) -> None:
    entry = page.here()
    following = page.list.items()[1].key
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert journal.get("medicine", entry).deleted_at
    assert page.here() == page.list.current_key() == following
    assert page.list.hasFocus()


def test_several_rows_go_in_one_step(page: ReadingPage, journal: Journal) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert len(journal.entries("medicine")) == 1
    journal.undo()
    assert len(journal.entries("medicine")) == len(NAMES)


def test_a_duplicate_opens_to_be_changed(page: ReadingPage, journal: Journal) -> None:
    first = journal.get("medicine", page.here())
    page.duplicate_chosen()
    assert page.form is not None
    made = journal.get("medicine", str(page.form.draft.entry))
    assert (made.name, made.dose) == (first.name, first.dose)
    assert made.id != first.id


def test_done_and_add_another_goes_on(page: ReadingPage, journal: Journal) -> None:
    page.start_new()
    assert page.form is not None
    QTest.keyClicks(_target(), "Aspirin")
    page.form.foot.another.click()
    assert page.form is not None
    assert page.form.draft.entry is None
    assert "Aspirin" in [row.name for row in journal.entries("medicine")]


def test_escape_keeps_the_draft(page: ReadingPage, journal: Journal) -> None:
    page.start_new()
    QTest.keyClicks(_target(), "Half a na")
    QTest.keyClick(_target(), Qt.Key.Key_Escape)
    assert page.form is None
    assert "Half a na" in [row.name for row in journal.entries("medicine")]
    assert page.list.hasFocus()


def test_the_foot_is_in_sight_however_long_the_form(page: ReadingPage) -> None:
    page.resize(1150, 420)
    QTest.keyClick(page.list, Qt.Key.Key_F2)
    assert page.form is not None
    button = page.form.foot.done
    assert button.visibleRegion().boundingRect() == button.rect()


def test_the_filter_leaves_what_fits(page: ReadingPage) -> None:
    page.filter.setText("ome")
    assert [item.title for item in page.list.items()] == ["Omeprazole"]
    page.filter.clear()
    assert len(page.list.items()) == len(NAMES)


def _menu(page: ReadingPage) -> dict[str, bool]:
    page.menu.open()
    menu = page.menu.menu
    assert menu is not None
    acts = {act.text(): act.isEnabled() for act in menu.actions()}
    menu.close()
    return acts


def test_the_menu_offers_what_can_be_done_with_one_row_or_several(page: ReadingPage) -> None:
    assert _menu(page) == {
        "Edit": True,
        "Duplicate": True,
        "Put in the bin": True,
        "Copy as text": True,
        "Copy as a table": True,
        "Print…": True,
        "Save as a PDF or text…": True,
        "Ask about this": True,
        "Add this to the things to do": True,
        "Turn into an allergy": True,
        "Turn into a treatment": True,
        "Turn into a vaccination": True,
    }
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    several = _menu(page)
    assert [words for words, offered in several.items() if offered] == [
        "Duplicate",
        "Put in the bin",
        "Copy as text",
        "Copy as a table",
        "Print…",
        "Save as a PDF or text…",
    ]


@pytest.mark.parametrize(
    ("key", "with_"),
    [
        (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_keys_open_the_menu(page: ReadingPage, key: Qt.Key, with_: Qt.KeyboardModifier) -> None:
    QTest.keyClick(page.list, key, with_)
    assert page.menu.menu is not None
    assert page.menu.menu.isVisible()
    page.menu.menu.close()


def test_several_rows_are_duplicated_in_one_step(page: ReadingPage, journal: Journal) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    page.duplicate_chosen()
    assert len(journal.entries("medicine")) == len(NAMES) + 2
    journal.undo()
    assert len(journal.entries("medicine")) == len(NAMES)


def test_one_kind_turns_into_another_and_one_undo_takes_it_back(
    page: ReadingPage, journal: Journal, qtbot: QtBot
) -> None:
    entry = page.here()
    name = journal.get("medicine", entry).name
    turn = next(one for one in KINDS["medicine"].turns if one.into == "allergy")
    with qtbot.waitSignal(page.entry_wanted) as wanted:
        page.turn_chosen(turn)
    (made,) = journal.entries("allergy")
    assert wanted.args == [made.id]
    assert (made.substance, "one puff" in made.notes) == (name, True)
    assert journal.get("medicine", entry).deleted_at
    journal.undo()
    assert journal.entries("allergy") == []
    assert entry in [row.id for row in journal.entries("medicine")]


def test_the_order_is_remembered_for_the_page(
    page: ReadingPage, journal: Journal, look: Theme, qtbot: QtBot
) -> None:
    with journal.change("More") as change:
        person = journal.entries("person")[0].id
        change.add("medicine", person=person, name="amlodipine")
    page.refresh()
    order = page.tools.order
    assert order.isVisible()
    order.setCurrentIndex(order.findText("By name, A to Z"))
    kind, person = KINDS["medicine"], journal.entries("person")[0].id
    again = ReadingPage(journal, Watch(journal), kind, person, form_of(kind))
    qtbot.addWidget(again)
    titles = [item.title for item in again.list.items()]
    assert titles == ["amlodipine", "Levothyroxine", "Omeprazole", "Salbutamol"]
