"""A calendar of a hospital becomes appointments: whose, when on the UK's clock, and only once."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.calendars import reading
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.outgoing import ics
from secondop_desktop.exchange.people.somebody_else import SomebodyElseError
from secondop_desktop.journal import sources
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from tests.exchange.source_files import documents

Give = Callable[..., Path]
TODAY = date(2027, 2, 1)
WEEKLY = ("DTSTART:20270201T140000Z", "RRULE:FREQ=WEEKLY;COUNT=5", "SUMMARY:Hand therapy")
ROMANCE = """BEGIN:VTIMEZONE
TZID:Somewhere South
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0200
END:STANDARD
END:VTIMEZONE"""


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Journal]:
    """A journal of one person, in February 2027."""
    monkeypatch.setattr(reading, "local_today", lambda: TODAY)
    with Journal.create(tmp_path / "a.secondop", KINDS) as made:
        with made.change("Add person") as change:
            change.add("person", name="Ceridwen Llwyd", nhs_number="9434765919")
        yield made


@pytest.fixture
def give(tmp_path: Path) -> Give:
    """Writes a calendar of one event, or of several."""

    def write(*lines: str, method: str = "PUBLISH", uid: str = "u1", before: str = "") -> Path:
        event = "\n".join(["BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT"])
        return _calendar(tmp_path / "visit.ics", f"METHOD:{method}\n{before}\n{event}")

    return write


def _calendar(path: Path, body: str) -> Path:
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\n{body}\nEND:VCALENDAR\n"
    path.write_text("\r\n".join(line for line in text.splitlines() if line))
    return path


def _bring(journal: Journal, path: Path, **answers: str) -> list[str]:
    importing.apply(journal, importing.read([path], journal, answers=answers or None))
    return sorted(row.when.iso for row in journal.entries("appointment"))


def test_an_appointment_comes_once_and_its_next_version_changes_it(
    journal: Journal, give: Give
) -> None:
    first = give(
        *("SUMMARY:Bone scan", "DTSTART:20270714T101500Z", "DURATION:PT45M", "SEQUENCE:0"),
        *("LOCATION:Level 2\\, Imaging", "DESCRIPTION:Drink water first", "STATUS:CONFIRMED"),
    )
    assert _bring(journal, first) == ["2027-07-14T11:15"]
    (row,) = journal.entries("appointment")
    assert (row.purpose, row.minutes, row.status) == ("Bone scan", 45, "planned")
    assert (row.place, row.notes) == ("Level 2, Imaging", "Drink water first")
    assert not importing.read([first], journal).new
    later = give("SUMMARY:Bone scan and blood", "DTSTART:20270715T090000Z", "SEQUENCE:1")
    assert _bring(journal, later) == ["2027-07-15T10:00"]
    assert journal.entries("appointment")[0].purpose == "Bone scan and blood"
    off = give("SUMMARY:Cancelled: Bone scan", "DTSTART:20270715T090000Z", method="CANCEL")
    _bring(journal, off)
    (row,) = journal.entries("appointment")
    assert (row.purpose, row.status) == ("Bone scan", "cancelled")


@pytest.mark.parametrize(
    ("start", "when"),
    [
        ("DTSTART;VALUE=DATE:20270505", "2027-05-05"),
        ("DTSTART:20270505T093000", "2027-05-05T09:30"),
        ("DTSTART:20271231T233000Z", "2027-12-31T23:30"),
        ("DTSTART;TZID=America/New_York:20270505T090000", "2027-05-05T14:00"),
        ("DTSTART;TZID=Somewhere South:20270105T110000", "2027-01-05T09:00"),
        ("DTSTART;TZID=GMT Standard Time:20270505T090000", "2027-05-05T09:00"),
    ],
)
def test_the_time_is_that_of_the_clock_in_the_uk(
    journal: Journal, give: Give, start: str, when: str
) -> None:
    assert _bring(journal, give("SUMMARY:Clinic", start, before=ROMANCE)) == [when]


def test_a_time_that_the_clocks_left_out_is_told(journal: Journal, give: Give) -> None:
    path = give("SUMMARY:Night visit", "DTSTART;TZID=Europe/London:20270328T014500")
    plan = importing.read([path], journal)
    assert any("there was no such time as 28 March 2027, 1:45am" in one for one in plan.notices)
    assert _bring(journal, path) == ["2027-03-28"]


def test_a_zone_that_nobody_knows_is_told(journal: Journal, give: Give) -> None:
    path = give("SUMMARY:Clinic", "DTSTART;TZID=Nowhere/At all:20270505T090000")
    plan = importing.read([path], journal)
    assert [item.draft.values["when"].iso for item in plan.new] == ["2027-05-05T09:00"]
    assert any("Nowhere/At all" in said for said in plan.notices)


@pytest.mark.parametrize(
    ("answer", "days"),
    [("each", ["02-01", "02-08", "02-15", "02-22", "03-01"]), ("next", ["02-01"])],
)
def test_what_repeats_is_asked(journal: Journal, give: Give, answer: str, days: list[str]) -> None:
    found = _bring(journal, give(*WEEKLY), repeats=answer)
    assert found == [f"2027-{day}T14:00" for day in days]


def test_one_of_a_series_that_moved_and_one_left_out_are_where_they_are(
    journal: Journal, tmp_path: Path
) -> None:
    series = ["BEGIN:VEVENT", "UID:s", *WEEKLY, "EXDATE:20270208T140000Z", "END:VEVENT"]
    moved = ["BEGIN:VEVENT", "UID:s", "RECURRENCE-ID:20270215T140000Z", "SUMMARY:Hand therapy"]
    moved += ["DTSTART:20270216T100000Z", "END:VEVENT"]
    path = _calendar(tmp_path / "s.ics", "\n".join([*series, *moved]))
    days = ["02-01T14", "02-16T10", "02-22T14", "03-01T14"]
    assert _bring(journal, path) == [f"2027-{day}:00" for day in days]
    assert not importing.read([path], journal).new


def test_what_goes_on_without_an_end_brings_the_next_or_so_many(
    journal: Journal, give: Give
) -> None:
    path = give("SUMMARY:Dialysis", "DTSTART:20260105T090000Z", "RRULE:FREQ=DAILY;INTERVAL=2")
    plan = importing.read([path], journal)
    assert [one.draft.values["when"].iso for one in plan.new] == ["2027-02-01T09:00"]
    assert "with no last date" in plan.questions[0].text
    assert len(importing.read([path], journal, answers={"repeats": "ahead"}).new) == 60


def test_a_calendar_about_somebody_else_is_told(journal: Journal, give: Give) -> None:
    about = "DESCRIPTION:Patient: Owain Prys\\nNHS No: 401 023 2137\\nDOB: 05/04/1961"
    path = give("SUMMARY:Clinic", "DTSTART:20270505T090000Z", about)
    with pytest.raises(SomebodyElseError):
        importing.read([path], journal, journal.entries("person")[0].id, sure=False)


def test_an_appointment_leads_back_to_its_event(journal: Journal, tmp_path: Path) -> None:
    one = "BEGIN:VEVENT\nUID:{0}\nSUMMARY:{0}\nDTSTART:2027071{1}T101500Z\nEND:VEVENT"
    other = one.format("Dentist", 5).replace("DTSTART", "DESCRIPTION:Bring\n  your card\nDTSTART")
    path = _calendar(tmp_path / "visits.ics", f"{one.format('Scan', 4)}\n{other}")
    _bring(journal, path)
    rows = {row.purpose: row for row in journal.entries("appointment")}
    source = sources.source_of(journal, rows["Dentist"])
    assert source is not None
    assert source.place == "event:2"
    piece = sources.piece(journal, source)
    assert "SUMMARY:Dentist" in piece
    assert "DESCRIPTION:Bring your card" in piece
    assert "Scan" not in piece


def test_what_is_no_appointment_is_named(journal: Journal, tmp_path: Path) -> None:
    good = "BEGIN:VEVENT\nUID:a\nSUMMARY:Eyes\nDTSTART:20270505T090000Z\nEND:VEVENT"
    bad = "BEGIN:VEVENT\nUID:b\nSUMMARY:Ears\nEND:VEVENT"
    task = "BEGIN:VTODO\nUID:t\nSUMMARY:Ring\nEND:VTODO"
    plan = importing.read([_calendar(tmp_path / "c.ics", f"{good}\n{bad}\n{task}")], journal)
    assert [item.title for item in plan.new] == ["Eyes"]
    assert [one.why for one in plan.skipped] == [
        "“Ears” has no date that can be read.",
        "It is not an appointment: something to do.",
    ]


@pytest.mark.parametrize("body", ["", "BEGIN:VEVENT\nUID:b\nSUMMARY:Ears\nEND:VEVENT"])
def test_a_calendar_without_appointments_is_one_sentence(
    journal: Journal, tmp_path: Path, body: str
) -> None:
    with pytest.raises(UserError, match=r"no appointment in c\.ics"):
        importing.read([_calendar(tmp_path / "c.ics", body)], journal)


def test_an_invitation_in_an_e_mail_becomes_an_appointment_beside_it(
    journal: Journal, give: Give, tmp_path: Path
) -> None:
    calendar = give("SUMMARY:Clinic", "DTSTART:20270505T090000Z").read_bytes()
    path = tmp_path / "post.eml"
    path.write_bytes(documents.mail((calendar, "invite.ics"), subject="Your visit"))
    importing.apply(journal, importing.read([path], journal))
    (record,), (visit,) = journal.entries("record"), journal.entries("appointment")
    assert (record.title, visit.purpose, visit.records) == ("Your visit", "Clinic", (record.id,))
    journal.undo()
    assert not journal.entries("appointment")


def test_a_calendar_of_this_program_finds_its_own_appointments(
    journal: Journal, tmp_path: Path
) -> None:
    with journal.change("Add") as change:
        person = journal.entries("person")[0].id
        change.add(
            "appointment", person=person, purpose="Knee", when=PartialDate.parse("2027-06-01T10:00")
        )
    path = tmp_path / "own.ics"
    path.write_bytes(ics.calendar(journal.entries("appointment"), journal.names()))
    assert not importing.read([path], journal).new


def test_each_stay_of_a_series_has_its_own_last_day(journal: Journal, give: Give) -> None:
    days = ("DTSTART;VALUE=DATE:20270503", "DTEND;VALUE=DATE:20270506")
    _bring(journal, give("SUMMARY:Respite", *days, "RRULE:FREQ=WEEKLY;INTERVAL=4;COUNT=3"))
    notes = {row.when.iso: row.notes for row in journal.entries("appointment")}
    assert notes == {
        "2027-05-03": "Until: 5 May 2027",
        "2027-05-31": "Until: 2 June 2027",
        "2027-06-28": "Until: 30 June 2027",
    }


NEW = ("SUMMARY:Bone scan", "DTSTART:20270715T090000Z", "SEQUENCE:4", "DTSTAMP:20270110T080000Z")
OLD = {
    "a lower number": ("DTSTART:20270714T101500Z", "SEQUENCE:2", "DTSTAMP:20270111T080000Z"),
    "an earlier stamp": ("DTSTART:20270714T101500Z", "SEQUENCE:4", "DTSTAMP:20270109T080000Z"),
    "an earlier change": (
        *("DTSTART:20270714T101500Z", "SEQUENCE:4", "DTSTAMP:20270301T080000Z"),
        "LAST-MODIFIED:20270108T080000Z",
    ),
}


@pytest.mark.parametrize("lines", OLD.values(), ids=OLD.keys())
@pytest.mark.parametrize("method", ["REQUEST", "CANCEL"])
def test_an_older_version_that_comes_later_is_asked_and_not_taken(
    journal: Journal, give: Give, lines: tuple[str, ...], method: str
) -> None:
    _bring(journal, give(*NEW))
    older = give("SUMMARY:Bone scan", *lines, method=method)
    plan = importing.read([older], journal)
    assert "has an older version of Bone scan" in plan.questions[0].text
    assert not plan.changed
    assert _bring(journal, older) == ["2027-07-15T10:00"]
    assert journal.entries("appointment")[0].status == "planned"
    assert _bring(journal, older, older="take") == ["2027-07-14T11:15"]


def test_an_invitation_after_a_cancellation_holds_and_what_was_typed_stays(
    journal: Journal, give: Give
) -> None:
    _bring(journal, give(*NEW, method="CANCEL"))
    again = give("SUMMARY:Bone scan", "DTSTART:20270720T090000Z", "SEQUENCE:5", method="REQUEST")
    assert _bring(journal, again) == ["2027-07-20T10:00"]
    (row,) = journal.entries("appointment")
    assert row.status == "planned"
    with journal.change("Move") as change:
        change.edit("appointment", row.id, when=PartialDate.parse("2027-07-21T09:00"))
    last = give("SUMMARY:Bone scan", "DTSTART:20270722T090000Z", "SEQUENCE:6", method="REQUEST")
    assert any("What you wrote stays" in said for said in importing.read([last], journal).notices)
    assert _bring(journal, last) == ["2027-07-21T09:00"]


def test_of_two_versions_that_come_together_the_later_one_counts(
    journal: Journal, give: Give, tmp_path: Path
) -> None:
    later = give(*NEW).rename(tmp_path / "a.ics")
    earlier = give("SUMMARY:Bone scan", *OLD["a lower number"])
    importing.apply(journal, importing.read([later, earlier], journal))
    assert [row.when.iso for row in journal.entries("appointment")] == ["2027-07-15T10:00"]


def test_an_older_calendar_of_this_program_takes_back_no_later_change(
    journal: Journal, tmp_path: Path
) -> None:
    with journal.change("Add") as change:
        person = journal.entries("person")[0].id
        day = PartialDate.parse("2027-06-01T10:00")
        change.add("appointment", person=person, purpose="Knee", when=day)
    data = ics.calendar(journal.entries("appointment"), journal.names())
    path = tmp_path / "own.ics"
    path.write_bytes(re.sub(rb"(DTSTAMP|LAST-MODIFIED):\d{8}", rb"\1:20200101", data))
    with journal.change("Move") as change:
        later = PartialDate.parse("2027-06-02T10:00")
        change.edit("appointment", journal.entries("appointment")[0].id, when=later)
    plan = importing.read([path], journal)
    assert "older version of Knee" in plan.questions[0].text
    assert _bring(journal, path) == ["2027-06-02T10:00"]
    assert _bring(journal, path, older="take") == ["2027-06-01T10:00"]


def test_a_version_numbered_nought_is_older_than_the_first_change(
    journal: Journal, give: Give
) -> None:
    _bring(journal, give("SUMMARY:Scan", "DTSTART:20270715T090000Z", "SEQUENCE:1"))
    first = give("SUMMARY:Scan", "DTSTART:20270714T090000Z", "SEQUENCE:0")
    assert _bring(journal, first) == ["2027-07-15T10:00"]
