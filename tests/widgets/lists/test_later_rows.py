"""Rows of a long list are made when they are seen, and not before."""

from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.lists.later_rows import LaterRows
from secondop_desktop.widgets.lists.rich_list import RowItem, RowList
from secondop_desktop.widgets.theme import Theme


def _list(number: int) -> tuple[RowList, list[int]]:
    made: list[int] = []

    def make(at: int) -> RowItem:
        made.append(at)
        return RowItem(f"id{at}", f"Visit {at}", "With Dr Marsh", "3 May 2021")

    rows = RowList("Visits")
    rows.resize(500, 400)
    rows.set_items(LaterRows([f"id{at}" for at in range(number)], make, tagged=False))
    return rows, made


def test_only_rows_in_sight_are_made(look: Theme, qtbot: QtBot) -> None:
    rows, made = _list(5_000)
    qtbot.addWidget(rows)
    rows.grab()
    assert 0 < len(set(made)) < 30
    assert len(rows.items()) == 5_000


def test_no_row_is_made_to_see_that_none_has_a_date(look: Theme, qtbot: QtBot) -> None:
    def make(at: int) -> RowItem:
        made.add(at)
        return RowItem(at, f"Visit {at}")

    rows, made = RowList("Visits"), set[int]()
    qtbot.addWidget(rows)
    rows.resize(500, 400)
    rows.set_items(LaterRows(range(5_000), make, tagged=False, detailed=False, dated=False))
    rows.grab()
    assert 0 < len(made) < 30


def test_one_far_down_is_found_by_its_key(look: Theme, qtbot: QtBot) -> None:
    rows, made = _list(5_000)
    qtbot.addWidget(rows)
    rows.show()
    qtbot.waitExposed(rows)
    rows.choose("id4321")
    assert rows.current_key() == "id4321"
    assert rows.chosen_keys() == ["id4321"]
    rows.grab()
    assert 4_321 in made
    assert len(set(made)) < 60


def test_rows_are_as_any_others(look: Theme, qtbot: QtBot) -> None:
    rows, _made = _list(3)
    qtbot.addWidget(rows)
    assert [item.title for item in rows.items()] == ["Visit 0", "Visit 1", "Visit 2"]
    assert LaterRows(["a", "b"], lambda at: RowItem(at, str(at)), tagged=False)[-1].title == "1"
