"""Tables under the names of people, and sheets that nobody sees: asked about, never mixed."""

import re
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.incoming.plan import Plan
from secondop_desktop.exchange.people.somebody_else import SomebodyElseError
from secondop_desktop.journal.file import Journal
from tests.exchange.tables.made_books import xlsx

_HEAD = ["Test", "Result", "Units", "Date"]
_HIS = ["Zinc", "9.8", "umol/L", "27/06/2023"]
_HERS = ["Zinc", "12.1", "umol/L", "27/06/2023"]


def _plan(journal: Journal, folder: Path, name: str, data: bytes, **answers: str) -> Plan:
    (folder / name).write_bytes(data)
    given = {key.replace("_", "-"): answer for key, answer in answers.items()}
    return importing.read([folder / name], journal, answers=given)


def _values(plan: Plan) -> list[str]:
    return [str(item.draft.values["value"]) for item in plan.new]


def _text(*rows: list[str]) -> bytes:
    return "\n".join(",".join(row) for row in rows).encode()


@pytest.mark.parametrize("other", ["Tom Field", "Field, Tom", "Dad", "My husband"])
def test_tables_under_two_names_are_not_taken_for_one_persons(
    journal: Journal, tmp_path: Path, other: str
) -> None:
    name = f'"{other}"' if "," in other else other
    data = _text(["Nora Field"], _HEAD, _HERS, [""], [name], _HEAD, _HIS)
    plan = _plan(journal, tmp_path, "t.csv", data)
    assert [one.key for one in plan.questions] == ["named-above", "whose-rows"]
    assert _values(plan) == ["12.1"]


@pytest.mark.parametrize("other", ["Tom Field", "FIELD, TOM", "Mr T. Field", "Anna van der Berg"])
def test_one_table_under_the_name_of_somebody_else_does_not_come_in_as_hers(
    journal: Journal, tmp_path: Path, other: str
) -> None:
    data = _text([f'"{other}"'], _HEAD, _HIS)
    with pytest.raises(SomebodyElseError):
        _plan(journal, tmp_path, "t.csv", data)
    plan = _plan(journal, tmp_path, "t.csv", data, named_above="titles")
    assert f"“{other}”" in plan.questions[0].text
    assert _values(plan) == ["9.8"]


def test_one_table_under_her_own_name_is_hers(journal: Journal, tmp_path: Path) -> None:
    plan = _plan(journal, tmp_path, "t.csv", _text(["Nora Field"], _HEAD, _HERS))
    assert _values(plan) == ["12.1"]


_TITLES = """Annual Review|Peak Flow|Omron Connect|Oxygen Levels|Kidney Function|Full Blood Count
Westermere General Hospital|Heart Failure Clinic|Apixaban Diary|Vitamin D|Morning Readings"""


@pytest.mark.parametrize("title", re.split(r"[|\n]", _TITLES))
def test_the_title_of_one_table_names_nobody(journal: Journal, tmp_path: Path, title: str) -> None:
    plan = _plan(journal, tmp_path, "t.csv", _text([title], _HEAD, _HERS))
    assert plan.questions == ()
    assert _values(plan) == ["12.1"]


def test_sheets_may_bear_the_names(journal: Journal, tmp_path: Path) -> None:
    data = xlsx({"Nora Field": [_HEAD, _HERS], "Tom Field": [_HEAD, _HIS]})
    assert _values(_plan(journal, tmp_path, "t.xlsx", data)) == ["12.1"]


def test_titles_of_groups_name_nobody(journal: Journal, tmp_path: Path) -> None:
    data = _text(["Liver Function"], _HEAD, _HERS, [""], ["Bone Profile"], _HEAD, _HIS)
    plan = _plan(journal, tmp_path, "t.csv", data)
    assert plan.questions == ()
    assert _values(plan) == ["12.1", "9.8"]


def test_somebody_may_say_that_they_are_no_people(journal: Journal, tmp_path: Path) -> None:
    data = _text(["Green Group"], _HEAD, _HERS, [""], ["Red Group"], _HEAD, _HIS)
    plan = _plan(journal, tmp_path, "t.csv", data, named_above="titles")
    assert _values(plan) == ["12.1", "9.8"]


@pytest.mark.parametrize(("answer", "values"), [("leave", ["12.1"]), ("bring", ["12.1", "9.8"])])
def test_a_hidden_sheet_beside_others_is_asked_about(
    journal: Journal, tmp_path: Path, answer: str, values: list[str]
) -> None:
    def hide(book: Workbook) -> None:
        book.get_worksheet_by_name("Draft").hide()

    data = xlsx({"Zinc": [_HEAD, _HERS], "Draft": [_HEAD, _HIS]}, hide)
    asked = _plan(journal, tmp_path, "t.xlsx", data)
    assert [one.key for one in asked.questions] == ["hidden-sheets"]
    assert _values(asked) == ["12.1"]
    assert _values(_plan(journal, tmp_path, "t.xlsx", data, hidden_sheets=answer)) == values
