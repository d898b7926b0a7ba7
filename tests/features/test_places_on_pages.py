"""Where a result or a part of an opinion stands on a page goes with that page."""

from typing import Any

import pytest

from secondop_desktop.journal.file import Journal
from tests.features.desk import Desk

_PLACES = {"result": "1200,3400,5600,210", "statement": "40+12"}


def _framed(desk: Desk, kind: str) -> str:
    letter = desk.add("record", title="Clinic letter")
    own: dict[str, Any] = {"test": "Ferritin"} if kind == "result" else {"aspect": "diagnosis"}
    return desk.add(kind, record=letter, page=3, place=_PLACES[kind], **own)


def _edit(journal: Journal, kind: str, entry: str, **values: Any) -> str:
    with journal.change("edit") as change:
        change.edit(kind, entry, **values)
    return str(journal.get(kind, entry).place)


@pytest.mark.parametrize("kind", _PLACES)
def test_another_page_or_record_by_hand_lets_go_of_it(desk: Desk, kind: str) -> None:
    entry = _framed(desk, kind)
    assert _edit(desk.journal, kind, entry, page=4) == ""
    desk.journal.undo()
    assert desk.journal.get(kind, entry).place == _PLACES[kind]
    other = desk.add("record", title="Another letter")
    assert _edit(desk.journal, kind, entry, record=other) == ""


@pytest.mark.parametrize("kind", _PLACES)
def test_it_stays_where_the_page_stays_and_follows_where_both_are_said(
    desk: Desk, kind: str
) -> None:
    entry = _framed(desk, kind)
    row = desk.journal.get(kind, entry)
    assert _edit(desk.journal, kind, entry, page=3, record=row.record) == _PLACES[kind]
    more = {"result": {"lab": "Bryngwyn"}, "statement": {"text": "Wait."}}[kind]
    assert _edit(desk.journal, kind, entry, **more) == _PLACES[kind]
    assert _edit(desk.journal, kind, entry, page=5, place="7+9") == "7+9"


def test_the_form_of_a_result_lets_go_of_it_too(desk: Desk) -> None:
    entry = _framed(desk, "result")
    form = desk.open("result", entry)
    form.edits["page"].put(4)
    form.edits["page"].edited.emit()
    row = desk.get(form)
    assert (row.page, row.place) == (4, "")
