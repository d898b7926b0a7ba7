"""A calendar that other programs read, with the UK's own clock."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Timezone

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.outgoing.ics import ZONE, calendar, fits
from tests.features.rows import DR_SHAH, day, names, row

_AT = "2026-01-02T03:04:05.678901+00:00"


def _visit(when: str, **values: Any) -> Any:
    given_values = {"id": "a1", "created": _AT, "changed": _AT, "purpose": "Clinic"} | values
    return row(KINDS["appointment"], when=day(when), **given_values)


def _event(visit: Any, **options: Any) -> Any:
    data = calendar([visit], names, **options)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    return event


@pytest.mark.parametrize(
    ("when", "offset"), [("2026-07-14T10:30", 1), ("2026-12-01T10:30", 0), ("2026-03-29T12:00", 1)]
)
def test_times_are_those_of_the_clock_in_the_uk(when: str, offset: int) -> None:
    start = _event(_visit(when))["dtstart"]
    assert start.params["TZID"] == ZONE
    assert start.dt.replace(tzinfo=None) == datetime.fromisoformat(when)
    assert start.dt.utcoffset() == timedelta(hours=offset)


def test_a_day_without_a_time_is_a_whole_day() -> None:
    assert _event(_visit("2026-07-14"))["dtstart"].dt == date(2026, 7, 14)


@pytest.mark.parametrize(("minutes", "lasts"), [(None, 60), (15, 15)])
def test_it_ends_when_it_was_said_to_or_after_an_hour(minutes: int | None, lasts: int) -> None:
    event = _event(_visit("2026-07-14T10:30", minutes=minutes))
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(minutes=lasts)


def test_a_whole_day_ends_with_the_day() -> None:
    assert _event(_visit("2026-12-31"))["dtend"].dt == date(2027, 1, 1)


def test_it_says_how_with_whom_along_and_what_to_bring() -> None:
    event = _event(
        _visit(
            "2026-07-14T10:30",
            how="video",
            place="https://clinic.example.org/room?id=7.",
            who_comes="My sister",
            bring=(("The scan", False), ("Glasses", True)),
        )
    )
    said = str(event["description"])
    for words in (
        "By video",
        "How to join: https://clinic",
        "along: My sister",
        "The scan; Glasses",
    ):
        assert words in said
    assert str(event["url"]) == "https://clinic.example.org/room?id=7"


def test_what_is_in_the_bin_leaves_as_cancelled() -> None:
    gone = _visit("2026-07-14T10:30", id="gone", status="planned")
    draft = _visit("2026-07-15", id="draft", purpose="")
    data = calendar([], names, removed=[gone, draft], alarm=timedelta(hours=2))
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert (str(event["uid"]), str(event["status"])) == ("gone@secondop", "CANCELLED")
    assert event.walk("VALARM") == []


@pytest.mark.parametrize("when", ["2026", "2026-07"])
def test_a_day_that_is_not_known_is_not_invented(when: str) -> None:
    assert not fits(_visit(when))
    assert not fits(row(KINDS["appointment"]))
    assert Calendar.from_ical(calendar([_visit(when)], names)).walk("VEVENT") == []


def test_a_later_file_updates_the_same_event() -> None:
    before = _event(_visit("2026-07-14"))
    after = _event(_visit("2026-07-15", changed="2026-01-02T04:04:05.678901+00:00"))
    assert before["uid"] == after["uid"] == "a1@secondop"
    assert (before["sequence"], after["sequence"]) == (0, 3600)
    assert before["dtstamp"].dt < after["dtstamp"].dt
    assert after["dtstamp"].dt == after["last-modified"].dt


def test_what_it_says() -> None:
    event = _event(
        _visit("2026-07-14 ~", provider=DR_SHAH, place="Ward 5,\nfloor 2", notes="secret")
    )
    assert event["location"] == "Ward 5,\nfloor 2"
    assert event["description"] == "With: Dr Shah\nDate: about 14 July 2026"
    assert "secret" not in event.to_ical().decode()
    assert _event(_visit("2026-07-14", purpose=""))["summary"] == "Appointment (draft)"


def test_status_and_alarm() -> None:
    planned = _event(_visit("2026-07-14T10:30"), alarm=timedelta(hours=24))
    (alarm,) = planned.walk("VALARM")
    assert (alarm["action"], alarm["trigger"].dt) == ("DISPLAY", timedelta(hours=-24))
    cancelled = _event(_visit("2026-07-14", status="cancelled"), alarm=timedelta(hours=24))
    assert cancelled["status"] == "CANCELLED"
    assert cancelled.walk("VALARM") == []


def test_nobody_is_reminded_at_midnight() -> None:
    (alarm,) = _event(_visit("2026-07-14"), alarm=timedelta(days=1)).walk("VALARM")
    assert alarm["trigger"].dt == timedelta(hours=-15)
    (alarm,) = _event(_visit("2026-07-14"), alarm=timedelta(hours=2)).walk("VALARM")
    assert alarm["trigger"].dt == timedelta(hours=7)


def test_the_time_zone_is_told_and_named_in_each_event() -> None:
    found = Calendar.from_ical(calendar([_visit("2026-07-14T10:30")], names))
    assert found["method"] == "PUBLISH"
    (zone,) = found.walk("VTIMEZONE")
    (event,) = found.walk("VEVENT")
    assert zone["tzid"] == event["dtstart"].params["TZID"] == ZONE
    assert "dtstamp" in event


def test_the_time_zone_agrees_with_the_system() -> None:
    (told,) = Calendar.from_ical(calendar([], names)).walk("VTIMEZONE")
    assert isinstance(told, Timezone)
    halves: list[Any] = list(told.subcomponents)
    weekdays = [half["dtstart"].dt.isoweekday() for half in halves]
    assert weekdays == [7, 7], "each begins on the first day of its own rule"
    zone = told.to_tz(lookup_tzid=False)  # else by its name, which is the system's
    for year in (1997, 2000, 2026, 2027, 2040):
        for number in range(365 * 2):
            moment = datetime(year, 1, 1) + number * timedelta(hours=12)  # noqa: DTZ001 - local
            assert moment.replace(tzinfo=zone).utcoffset() == ZoneInfo(ZONE).utcoffset(moment)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives_but_control_characters(text: str) -> None:
    kept = "".join(char for char in text if char == "\t" or (char >= " " and char != "\x7f"))
    event = _event(_visit("2026-07-14", purpose=text.replace("\n", "") or "x"))
    assert event["summary"] == (kept or ("x" if not text.replace("\n", "") else ""))


@pytest.mark.parametrize(
    ("values", "status", "summary"),
    [
        ({}, "CONFIRMED", "Clinic"),
        ({"purpose": ""}, "TENTATIVE", "Appointment (draft)"),
        ({"unread": {"place": "?"}}, "TENTATIVE", "Clinic (draft)"),
        ({"status": "cancelled"}, "CANCELLED", "Clinic"),
        ({"status": "entered in error"}, "CANCELLED", "Clinic"),
    ],
)
def test_a_draft_and_a_mistake_are_told_as_such(
    values: dict[str, Any], status: str, summary: str
) -> None:
    event = _event(_visit("2026-07-14", **values))
    assert (event["status"], event["summary"]) == (status, summary)
