"""Everything dated in one row, as it happened."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.timeline import timeline
from secondop_desktop.journal.values.dates import PartialDate
from tests.journal.written import add, put_away, raw
from tests.reads import reads


def _titles(journal: Journal, person: str | None = None) -> list[str]:
    return [dated.title for dated in timeline(journal, person)]


def test_all_kinds_stand_in_the_order_of_their_days(journal: Journal, person: str) -> None:
    add(journal, "symptom", person=person, what="Pain", date=PartialDate(2026, 3, 5))
    add(journal, "diagnosis", person=person, name="Angina", date=PartialDate(2024))
    add(journal, "record", person=person, title="Letter", date=PartialDate(2026, 3, 4))
    assert _titles(journal) == ["Angina", "Letter", "Pain"]


def test_a_less_precise_date_stands_before_what_it_may_contain(
    journal: Journal, person: str
) -> None:
    for name, day in (("day", (2026, 3, 1)), ("month", (2026, 3)), ("year", (2026,))):
        add(journal, "diagnosis", person=person, name=name, date=PartialDate(*day))
    assert _titles(journal) == ["year", "month", "day"]


def test_what_has_no_date_or_is_in_the_bin_is_not_there(journal: Journal, person: str) -> None:
    add(journal, "diagnosis", person=person, name="Some time")
    gone = add(journal, "diagnosis", person=person, name="Gone", date=PartialDate(2026))
    put_away(journal, "diagnosis", gone)
    add(journal, "provider", person=person, name="Dr Patel")
    assert list(timeline(journal)) == []


def test_one_persons_or_everybodys(journal: Journal, person: str) -> None:
    other = add(journal, "person", name="Gareth Evans")
    add(journal, "diagnosis", person=person, name="Angina", date=PartialDate(2026))
    add(journal, "diagnosis", person=other, name="Gout", date=PartialDate(2025))
    assert _titles(journal) == ["Gout", "Angina"]
    assert _titles(journal, person) == ["Angina"]
    (dated,) = timeline(journal, other)
    assert (dated.person, dated.kind.name, dated.date) == (other, "diagnosis", PartialDate(2025))


def test_others_are_named_in_the_second_line(journal: Journal, person: str) -> None:
    doctor = add(journal, "provider", person=person, name="Dr Patel")
    add(
        journal,
        "diagnosis",
        person=person,
        name="Angina",
        date=PartialDate(2026),
        given_by=doctor,
    )
    (dated,) = timeline(journal)
    assert "Dr Patel" in dated.line


def test_what_is_only_begun_is_there_as_a_draft(journal: Journal, person: str) -> None:
    add(journal, "diagnosis", person=person, stage="Grade 2", date=PartialDate(2025))
    add(journal, "diagnosis", person=person, name="Gout", date=PartialDate(2026))
    assert [dated.draft for dated in timeline(journal)] == [True, False]


def test_only_what_stands_around_is_read_for_one_of_many(
    journal: Journal, person: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with journal.change("Fill") as change:
        for at in range(400):
            day = PartialDate(1990 + at % 30, 1 + at % 12)
            change.add("symptom", person=person, what=f"Pain {at}", date=day)
    read: list[str] = []
    several = journal.several

    def noting(kind: Kind, entries: Sequence[str]) -> list[Any]:
        read.extend(entries)
        return several(kind, entries)

    monkeypatch.setattr(journal, "several", noting)
    found = timeline(journal, person)
    assert (len(found), read) == (400, [])
    assert found[200].title.startswith("Pain ")
    assert 0 < len(read) < 100
    assert len({one.title for one in found}) == 400
    assert len(read) == len(set(read)) == 400


def test_all_days_are_read_by_one_statement_and_a_leap_reads_a_screenful(
    journal: Journal, person: str
) -> None:
    with journal.change("Fill") as change:
        for at in range(900):
            kind, named = ("symptom", "what") if at % 2 else ("diagnosis", "name")
            day = PartialDate(1980 + at % 40, 1 + at % 12, 1 + at % 28)
            change.add(kind, person=person, **{named: f"Pain {at}"}, date=day)
    with reads() as read:
        found = timeline(journal, person)
    assert read.statements == 1
    for place in (100, 800, 400, 10):
        with reads() as read:
            assert found[place].title
        assert read.rows <= 80


def test_years_and_what_is_to_come_are_told_without_reading_an_entry(
    journal: Journal, person: str
) -> None:
    days = ["2019", "2019-05", "2020-01-31 ~", "2020-02-01T10:30", "2020-02", "2021-03-04"]
    for day in days:
        add(journal, "symptom", person=person, what="Pain", date=PartialDate.parse(day))
    found = timeline(journal, person)
    with reads() as read:
        for at in (date(2020, 1, 31), date(2020, 2, 1), date(2020, 2, 2), date(2019, 12, 31)):
            begun = [one.date.first_day <= at for one in found]
            assert begun == [True] * found.until(at) + [False] * (len(found) - found.until(at))
        assert list(found.years(5)) == [(2020, range(2, 5)), (2019, range(2))]
        assert list(found.years(2)) == [(2019, range(2))]
        assert list(found.years(0)) == []
    assert read.statements == 0


def test_what_has_gone_since_has_no_words_and_neither_has_a_closed_journal(
    journal: Journal, person: str
) -> None:
    add(journal, "symptom", person=person, what="Pain", date=PartialDate(2024))
    (dated,), (unread,) = timeline(journal), timeline(journal)
    assert dated.title == "Pain"
    journal.undo()
    assert (unread.title, unread.line, unread.draft) == ("", "", False)
    (again,) = (dated,)
    journal.close()
    assert (again.title, unread.title) == ("Pain", "")


def test_a_date_that_cannot_be_read_is_none(journal: Journal, person: str, path: Path) -> None:
    for year in (2024, 2025):
        add(journal, "symptom", person=person, what=str(year), date=PartialDate(year))
    with raw(path) as connection:
        connection.execute("UPDATE symptom SET date = '2x24' WHERE what = '2024'")
    journal.read_afresh()
    assert _titles(journal) == ["2025"]
    assert journal.met_harm
