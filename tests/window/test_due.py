"""What is due, and how near: honest about dates known only in part."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.catalogue import KINDS
from secondop_desktop.features.decisions.rules.checks import CHECKS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.window.due import Due, ToDo, When, in_order, read_due, when_of
from secondop_desktop.window.reminders import kinds_read, reminders
from tests.features.rows import DR_SHAH, day, names, row
from tests.journal.any_values import DATES
from tests.journal.written import add
from tests.reads import reads

TODAY = date(2026, 7, 14)
NOW = datetime(2026, 7, 14, 9, 0)  # noqa: DTZ001 - dates in the journal are local
ENTRY = "a0000000000000000001"
PARTIAL = DATES | st.builds(PartialDate, st.integers(2000, 2050), st.none() | st.integers(1, 12))
DAYS = st.dates(date(2000, 1, 1), date(2050, 12, 31))


def drawn(kind: str, tasks: Any = (), **values: Any) -> list[Due]:
    """Return what one entry leaves to be done."""
    rows: dict[str, list[Any]] = {name: [] for name in kinds_read()}
    rows["task"] = list(tasks)
    rows[kind] = [row(KINDS[kind], id=ENTRY, **values)]
    return list(reminders(rows, names, NOW))


# How near -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("by", "when"),
    [
        ("2026-07-13", When.OVERDUE),
        ("2026-07-14", When.TODAY),
        ("2026-07-14T08:00", When.TODAY),
        ("2026-07-15", When.WEEK),
        ("2026-07-21", When.WEEK),
        ("2026-07-22", When.LATER),
        ("2026-06", When.OVERDUE),
        ("2026-07", When.LATER),
        ("2026-08", When.LATER),
        ("2025", When.OVERDUE),
        ("2026", When.LATER),
    ],
)
def test_a_day_is_near_as_far_as_it_is_known(by: str, when: When) -> None:
    assert when_of(day(by), TODAY) is when


def test_a_month_is_near_in_its_last_week_and_never_today() -> None:
    assert when_of(day("2026-07"), date(2026, 7, 24)) is When.WEEK
    assert when_of(day("2026-07"), date(2026, 7, 31)) is When.WEEK
    assert when_of(day("2026-07"), date(2026, 8, 1)) is When.OVERDUE


def test_without_a_date_it_is_in_no_hurry() -> None:
    assert when_of(None, TODAY) is When.NO_DATE


@given(PARTIAL, DAYS)
def test_it_is_overdue_just_when_every_day_it_can_mean_has_passed(
    by: PartialDate, today: date
) -> None:
    assert (when_of(by, today) is When.OVERDUE) == (by.last_day < today)


@given(PARTIAL, DAYS, st.integers(0, 400))
def test_time_only_brings_it_nearer(by: PartialDate, today: date, later: int) -> None:
    order = [When.LATER, When.WEEK, When.TODAY, When.OVERDUE]
    before, after = when_of(by, today), when_of(by, today + timedelta(later))
    assert order.index(after) >= order.index(before)


@given(st.lists(st.none() | PARTIAL), DAYS)
def test_each_thing_is_in_one_group_and_in_order(
    days: list[PartialDate | None], today: date
) -> None:
    found = in_order(Due(str(at), by, "", "task") for at, by in enumerate(days))
    groups = ToDo(found, ()).grouped(today)
    listed = [due for group in groups.values() for due in group]
    assert sorted(due.text for due in listed) == sorted(due.text for due in found)
    assert list(groups) == [when for when in When if when in groups]
    ends = [due.by.last_day for due in listed if due.by]
    assert ends == sorted(ends)


# Whose --------------------------------------------------------------------------------------


def test_it_is_found_by_who_does_it() -> None:
    lines = [Due("A", None, "", "task", who=who) for who in ("Ruth", " Ruth", "", "des")]
    found = ToDo(tuple(lines), ())
    assert found.people == ("des", "Ruth")
    assert found.of("Ruth").open == (lines[0], lines[1])
    assert found.of("").open == (lines[2],)
    assert found.of(None) is found


# What other entries leave to be done ---------------------------------------------------------


def test_an_answer_that_is_waited_for_is_asked_after_a_month() -> None:
    (due,) = drawn("record", title="CT disc", asked=day("2026-06-05"), holder=DR_SHAH)
    assert (due.by, due.entry, due.why) == (day("2026-07-05"), ENTRY, "Dr Shah")
    assert "CT disc" in due.text
    assert drawn("record", asked=day("2026-06"))[0].by == day("2026-07")
    assert drawn("record", asked=day("2026-06-05"), received=day("2026-06-20")) == []
    assert drawn("record", asked=day("2026")) == []
    assert drawn("record", title="Wanted", state="wanted") == []


def test_a_referral_is_asked_about_until_it_is_answered_or_the_case_closed() -> None:
    (due,) = drawn("case", chase=day("2026-07-20"))
    assert (due.by, due.case) == (day("2026-07-20"), ENTRY)
    for answer in ("referral_accepted", "referral_declined", "closed"):
        assert drawn("case", chase=day("2026-07-20"), **{answer: day("2026-07-10")}) == []


def test_reviews_are_kept_in_mind() -> None:
    assert drawn("case", review=day("2027-01"))[0].by == day("2027-01")
    assert drawn("decision", review=day("2026-12-01"))[0].by == day("2026-12-01")
    assert drawn("decision", review=day("2026-12-01"), came_of_it="Better") == []


def test_an_appointment_is_got_ready_for_and_written_down() -> None:
    (due,) = drawn("appointment", purpose="Scan", when=day("2026-07-20T10:30"), provider=DR_SHAH)
    assert (due.text, due.why) == ("Get ready for Dr Shah", "Scan")
    (due,) = drawn("appointment", purpose="Scan", when=day("2026-07-10"))
    assert due.by is None
    assert "10 July 2026" in due.text
    assert drawn("appointment", purpose="Scan", when=day("2026-07-10"), summary="Fine") == []
    assert drawn("appointment", purpose="Scan", when=day("2026-01-10")) == []
    assert drawn("appointment", purpose="Scan", when=day("2026-07-20"), status="cancelled") == []
    assert drawn("appointment", purpose="Scan") == []


def test_a_no_leads_to_something_to_do() -> None:
    (due,) = drawn("readiness", sure=False, support=True)
    assert due.text == CHECKS[0].to_do
    reworded = row(KINDS["task"], linked=(ENTRY,), text="Make two lists", id="b")
    assert drawn("readiness", (reworded,), sure=False, support=True) == []


def test_only_the_newest_check_counts() -> None:
    rows: dict[str, list[Any]] = {name: [] for name in kinds_read()}
    kind = KINDS["readiness"]
    older = row(kind, id=ENTRY, date=day("2026-05-01"), sure=False, created="")
    newer = row(kind, id=ENTRY, date=day("2026-06-01"), sure=True, created="")
    rows["readiness"] = [newer, older]
    assert reminders(rows, names, NOW) == ()
    undated = row(kind, id=ENTRY, support=False, created="")
    rows["readiness"] = [undated, newer]
    assert [due.text for due in reminders(rows, names, NOW)] == [CHECKS[3].to_do]


def test_what_is_not_paid_is_due() -> None:
    (due,) = drawn("cost", what="Clinic", due=day("2026-07-30"), state="due")
    assert due.by == day("2026-07-30")
    for state in ("quote", "paid", "claimed", "refunded"):
        assert drawn("cost", what="Clinic", due=day("2026-07-30"), state=state) == []


def test_authority_runs_out() -> None:
    (due,) = drawn("person", name="Margaret Evans", authority_until=day("2026-09"))
    assert due.by == day("2026-09")
    assert "Margaret Evans" in due.text


def test_a_task_stands_for_it() -> None:
    asked = {"title": "CT disc", "asked": day("2026-06-05")}
    (due,) = drawn("record", **asked)
    same = row(KINDS["task"], linked=(ENTRY,), text=due.text, done=True)
    moved = row(KINDS["task"], linked=(ENTRY,), text="Ring them", due=due.by, done=True)
    still_open = row(KINDS["task"], linked=(ENTRY,), text="Ring them")
    for task in (same, moved, still_open):
        assert drawn("record", (task,), **asked) == []
    other = row(KINDS["task"], linked=(ENTRY,), text="Sort the papers", done=True)
    unlinked = row(KINDS["task"], text=due.text)
    assert drawn("record", (other, unlinked), **asked) == [due]


def test_another_task_of_a_case_does_not_hide_its_day() -> None:
    task = row(KINDS["task"], linked=(ENTRY,), text="Buy a folder")
    assert len(drawn("case", (task,), chase=day("2026-07-20"))) == 1


# From a journal ------------------------------------------------------------------------------


def test_all_of_one_person_is_read_and_nothing_of_another(tmp_path: Path) -> None:
    with Journal.create(tmp_path / "a.secondop", KINDS) as journal:
        hers, his = (add(journal, "person", name=name) for name in ("Edith", "Tom"))
        case = add(journal, "case", person=hers, question="Wait?", chase=day("2026-07-01"))
        ring = add(journal, "task", person=hers, text="Ring", who="Ruth", linked=(case,))
        add(journal, "task", person=hers, text="Old", done=True, done_on=day("2026-01-01"))
        add(journal, "task", person=hers, text="New", done=True, done_on=day("2026-06-01"))
        add(journal, "cost", person=his, what="His bill", due=day("2026-07-14"))
        found = read_due(journal, hers, NOW)
        assert [due.entry for due in found.open] == [case, ring]
        assert found.open[1].why == "Wait?"
        assert [due.text for due in found.done] == ["New", "Old"]
        assert next(iter(read_due(journal, his, NOW).open)).text.endswith("His bill")


def test_an_answer_that_an_entry_denies_is_asked_about() -> None:
    rows: dict[str, list[Any]] = {name: [] for name in kinds_read()}
    rows["person"] = [row(KINDS["person"], id="p", no_known_allergies=True)]
    rows["allergy"] = [row(KINDS["allergy"], id=ENTRY, substance="Latex")]
    [due] = reminders(rows, names, NOW)
    assert due.text.startswith("Say which is right: “No known allergies”, or")
    assert (due.entry, due.kind) == (ENTRY, "allergy")
    rows["allergy"] = [row(KINDS["allergy"], id=ENTRY, substance="Latex", status="past")]
    assert reminders(rows, names, NOW) == ()


def test_of_many_records_and_costs_those_are_read_that_ask_for_something(tmp_path: Path) -> None:
    with Journal.create(tmp_path / "long.secondop", KINDS) as journal:
        with journal.change("Fill") as change:
            person = change.add("person", name="Iolo Prosser")
            for at in range(60):
                change.add("record", person=person, title=f"Letter {at}")
                change.add("cost", person=person, what=f"Taxi {at}")
            asked = PartialDate(2026, 6, 1)
            change.add("record", person=person, title="Scan", state="asked", asked=asked)
            change.add("cost", person=person, what="Bill", due=asked, state="due")
        with reads() as read:
            found = read_due(journal, person, NOW).open
        assert {due.kind for due in found} == {"record", "cost"}
        assert read.rows < 20
