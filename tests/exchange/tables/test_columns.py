"""Which column is what can be said for each, and holds for the next table with its headings."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.incoming.plan import Plan
from secondop_desktop.exchange.incoming.table_memory import learned, remembered
from secondop_desktop.journal.file import Journal

ODD = "Thing,How much,In,On\nZinc,12.1,umol/L,2025-02-14\nCopper,18,umol/L,2025-02-14\n"
KNOWN = "Test,Value,Result,Unit,Date\nZinc,A7,12.1,umol/L,2025-02-14\n"


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal.create(tmp_path / "a.secondop", KINDS) as made:
        with made.change("Begin") as change:
            change.add("person", name="Ivy Marsh")
        yield made


def _plan(
    journal: Journal,
    text: str,
    answers: Mapping[str, str] | None = None,
    kept: tuple[str, ...] = (),
    name: str = "t.csv",
) -> Plan:
    path = journal.path.parent / name
    path.write_text(text, "utf-8")
    return importing.read([path], journal, answers=answers, remembered=remembered(kept))


def _roles(plan: Plan) -> list[str]:
    return [one.role for table in plan.tables for one in table.columns]


def test_what_the_headings_say_is_shown_with_the_first_rows(journal: Journal) -> None:
    plan = _plan(journal, KNOWN)
    assert _roles(plan) == ["test", "value", "unused", "unit", "date"]
    assert plan.tables[0].columns[0].cells == ("Zinc",)


def test_a_role_goes_from_one_column_to_another(journal: Journal) -> None:
    plan = _plan(journal, KNOWN, {"t.csv#3": "value"})
    assert _roles(plan) == ["test", "unused", "value", "unit", "date"]
    assert [one.title for one in plan.new] == ["Zinc 12.1 umol/L"]
    assert _roles(_plan(journal, KNOWN, {"t.csv#4": "unused"}))[3] == "unused"


def test_a_table_of_other_things_is_read_once_its_columns_are_named(journal: Journal) -> None:
    text = "Was,Wieviel davon,Ab\nSertralin,50 mg,2025-01-02\n"
    plan = _plan(journal, text)
    assert [one.kind for one in plan.new] == ["record"]
    begun = _plan(journal, text, {"columns": "medicines"})
    assert begun.tables[0].missing == ("Name of the medicine",)
    assert [one.kind for one in begun.new] == ["record"], "kept as a file as long as one is missing"
    answers = {"columns": "medicines", "t.csv#1": "name", "t.csv#2": "dose", "t.csv#3": "start"}
    [item] = _plan(journal, text, answers).new
    values = item.draft.values
    told = (item.kind, values["name"], values["dose"], str(values["start"]))
    assert told == ("medicine", "Sertralin", "50 mg", "2 January 2025")


def test_an_answer_that_is_none_is_refused(journal: Journal) -> None:
    with pytest.raises(UserError, match=r"t\.csv#3"):
        _plan(journal, KNOWN, {"t.csv#3": "colour"})


def test_what_was_answered_holds_for_the_next_table_of_that_shape(journal: Journal) -> None:
    text = "Thing,How much,In,On\nZinc,12.1,umol/L,03/04/2025\n"
    answers = {"columns": "results", "t.csv#3": "unused", "date-order": "month-first"}
    plan = _plan(journal, text, answers)
    kept = learned((), plan, answers)
    assert "Zinc" not in "".join(kept), "no cell is remembered"
    later = text.replace("Zinc,12.1", "Iron,9").replace("03/04", "05/06")
    again = _plan(journal, later, kept=kept, name="next.csv")
    assert _roles(again) == ["test", "value", "unused", "date"]
    assert [str(one.draft.values["date"]) for one in again.new] == ["6 May 2025"]
    assert any("same columns as a file brought in before" in one for one in again.notices)
    changed = _plan(journal, later, {"date-order": "day-first"}, kept, "next.csv")
    assert [str(one.draft.values["date"]) for one in changed.new] == ["5 June 2025"]
    other = _plan(journal, later.replace("How much", "Amount of it"), kept=kept, name="other.csv")
    assert [one.kind for one in other.new] == ["record"]


def test_what_is_kept_may_be_anything() -> None:
    assert remembered(("", "[]", "{}", '{"shape": 1, "answers": {"a": 2}}')) == {"1": {"a": "2"}}


BY_TEST = "Taken on,Lithium (mmol/L),Calcium [2.2-2.6] mmol/L,Mood\n2025-05-02,0.61,2.41,6\n"
BY_DAY = "Marker;Comment 1;02/05/2025;17/09/2025\nPTH pmol/L;fasting;6,1;7,4\n"


def _told(plan: Plan) -> list[tuple[str, ...]]:
    names = ("test", "value", "unit", "range", "date")
    return [tuple(str(one.draft.values.get(name) or "") for name in names) for one in plan.new]


def test_columns_of_one_test_each_can_be_chosen_too(journal: Journal) -> None:
    plan = _plan(journal, BY_TEST)
    assert _roles(plan) == ["date", "results", "results", "unused"]
    assert _told(plan) == [
        ("Lithium", "0.61", "mmol/L", "", "2 May 2025"),
        ("Calcium", "2.41", "mmol/L", "2.2-2.6", "2 May 2025"),
    ]
    more = _plan(journal, BY_TEST, {"t.csv#2": "unused", "t.csv#4": "results"})
    assert [one[0] for one in _told(more)] == ["Calcium", "Mood"]
    none = _plan(journal, BY_TEST, {"t.csv#1": "unused"})
    assert none.tables[0].missing == ("Date",)


def test_columns_of_one_day_each_can_be_chosen_too(journal: Journal) -> None:
    plan = _plan(journal, BY_DAY, {"t.csv#2": "notes", "t.csv#4": "unused"})
    assert _roles(plan) == ["test", "notes", "results", "unused"]
    assert _told(plan) == [("PTH", "6,1", "pmol/L", "", "2 May 2025")]
    assert plan.new[0].draft.values["notes"] == "fasting"
