"""Whatever day the example is made on, what is past is past and what is to come is to come."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.catalogue import KINDS
from secondop_desktop.features.appointments.rules.coming import ahead, overdue
from secondop_desktop.journal.file import Journal
from secondop_desktop.sample import write_sample
from secondop_desktop.sample.days import Days
from tests.sample.conftest import TODAY

_DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(_DAYS, st.integers(-9000, 9000).filter(bool))
def test_a_day_is_a_working_day_on_its_side_of_today(today: date, away: int) -> None:
    day = Days(today).day(away).first_day
    assert day.weekday() < 5
    assert (day > today) == (away > 0)
    assert abs((day - today).days - away) <= 2


@given(_DAYS, st.integers(-240, 240))
def test_months_are_counted_by_the_calendar(today: date, away: int) -> None:
    month = Days(today).month(away)
    assert month.day is None
    assert (month.year - today.year) * 12 + (month.month or 0) - today.month == away


def test_years_may_be_about() -> None:
    assert Days(TODAY).year(-7, about=True).words() == "about 2019"


@pytest.mark.parametrize("today", [date(2025, 1, 1), date(2028, 2, 29), date(2031, 8, 16)])
def test_visits_to_come_stay_to_come(tmp_path: Path, today: date) -> None:
    path = tmp_path / "story.secondop"
    write_sample(path, today=today)
    with Journal.look(path, KINDS) as journal:
        visits = journal.entries("appointment")
        assert len(ahead(visits, datetime.combine(today, time(23)))) == 4
        assert all(v.when.last_day < today for v in visits if v.status in {"done", "cancelled"})
        assert sum(overdue(task, today) for task in journal.entries("task")) == 1
        _nothing_told_is_to_come(journal, today)


def _nothing_told_is_to_come(journal: Journal, today: date) -> None:
    for kind in ("symptom", "result", "opinion", "answer", "told", "readiness", "letter"):
        assert all(row.date.first_day <= today for row in journal.entries(kind))


def test_dates_are_known_in_every_way(story: Journal) -> None:
    dates = [
        getattr(row, name)
        for kind in KINDS.values()
        for row in story.entries(kind.name)
        for name in kind.dates
        if getattr(row, name)
    ]
    assert any(when.about and not when.month for when in dates)
    assert any(when.about and when.month and not when.day for when in dates)
    assert any(not when.about and when.month and not when.day for when in dates)
    assert any(not when.about and not when.month for when in dates)
    assert any(when.clock for when in dates)
