"""What happened when: in order, in few words, nothing invented."""

import re
from datetime import date

import pytest

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity
from tests.summary.printed import add, pages, words


def _told(journal: Journal) -> str:
    found = words(journal, sections=("timeline",), since=date(2019, 1, 1), page_one=False)
    return found.partition("What happened")[2].partition("Ann Lee")[0]


def _day(text: str) -> PartialDate:
    return PartialDate.parse(text)


def test_vague_dates_stand_before_what_they_may_contain(ann: Journal) -> None:
    for when in ("2024-03-05", "2024", "2023-12", "2024-03"):
        add(ann, "symptom", what=f"Pain {when}", date=_day(when))
    add(ann, "symptom", what="Pain long ago", date=PartialDate(2019, about=True))
    order = re.findall(r"Pain (\S+)", _told(ann))
    assert order == ["long", "2023-12", "2024", "2024-03", "2024-03-05"]
    assert "about 2019" in _told(ann)


def test_one_date_is_said_once(ann: Journal) -> None:
    add(ann, "symptom", what="Dizzy", date=_day("2024-03-05"))
    add(ann, "appointment", purpose="Check-up", when=_day("2024-03-05T10:30"))
    assert "5 Mar 2024 Dizzy Check-up – 10:30am" in _told(ann)


def test_starting_and_stopping_a_medicine_are_two_events(ann: Journal) -> None:
    dates = {"start": _day("2022"), "stop": _day("2024-05")}
    add(ann, "medicine", name="Amlodipine", dose="5 mg", why_stopped="Swollen ankles", **dates)
    told = _told(ann)
    assert "2022 Started Amlodipine 5 mg" in told
    assert "May 2024 Stopped Amlodipine 5 mg – Swollen ankles" in told


def test_what_is_to_come_stands_under_its_own_heading(ann: Journal) -> None:
    add(ann, "appointment", purpose="Scan", when=_day("2026-11-22"), status="done")
    add(ann, "appointment", purpose="Talk", when=_day("2026-11-23"))
    before, _heading, after = _told(ann).partition("Still to come")
    assert "Scan" in before
    assert "Talk" in after


def test_a_cancelled_appointment_is_told_as_such(ann: Journal) -> None:
    add(ann, "appointment", purpose="Scan", when=_day("2024-03-05"), status="cancelled")
    assert "Scan – Cancelled" in _told(ann)


@pytest.mark.parametrize("status", ["cancelled", "missed"])
def test_what_was_called_off_is_never_to_come(ann: Journal, status: str) -> None:
    add(ann, "appointment", purpose="Clinic", when=_day("2026-11-30T09:15"))
    for title, when in (("Echo", "2026-12-04T11:00"), ("Blood test", "2027-01")):
        add(ann, "appointment", purpose=title, when=_day(when), status=status)
    add(ann, "appointment", purpose="X-ray", when=_day("2026-11-20"), status=status)
    told = _told(ann)
    assert "Echo" not in told
    assert "Blood test" not in told
    before, _heading, after = told.partition("Still to come")
    assert "X-ray" in before
    assert "Clinic" in after


def test_papers_that_have_not_come_did_not_happen(ann: Journal) -> None:
    for title, state in (("Here", "received"), ("Wanted", "wanted"), ("Asked", "asked")):
        add(ann, "record", title=title, type="discharge", date=_day("2024-03-05"), state=state)
    assert "Discharge letter: Here" in _told(ann)
    assert "Wanted" not in _told(ann)
    assert "Asked" not in _told(ann)


def test_the_case_and_the_opinion_are_not_mixed_up(ann: Journal) -> None:
    add(ann, "case", question="Operate?", title="My knee", opened=_day("2024-03-01"))
    add(ann, "opinion", place=2, date=_day("2024-03-05"))
    told = _told(ann)
    assert "1 Mar 2024 Another opinion wanted: My knee" in told
    assert "5 Mar 2024 Second opinion" in told


def test_what_came_many_times_in_a_year_is_told_in_one_line(ann: Journal) -> None:
    for month in range(1, 8):
        add(ann, "appointment", purpose="Dialysis", when=_day(f"2024-{month:02}-05"))
    add(ann, "appointment", purpose="Dialysis", when=_day("2025-01-05"))
    told = _told(ann)
    assert told.count("Dialysis") == 2
    assert "5 Jan 2024 Dialysis – 7 times until 5 Jul 2024" in told


def test_papers_and_money_stand_elsewhere(ann: Journal) -> None:
    add(ann, "cost", what="Fee", date=_day("2024-03-05"))
    add(ann, "record", title="Clinic letter", type="letter", date=_day("2024-03-05"))
    assert _told(ann) == ""


def test_what_was_measured_joins_the_line_of_its_day(ann: Journal) -> None:
    add(ann, "appointment", purpose="Check-up", when=_day("2024-03-05"), status="done")
    for day, value in (("2024-03-05", "4.2"), ("2024-04-01", "3.9")):
        add(ann, "result", test="TSH", value=Quantity(value), unit="mU/L", date=_day(day))
    assert "5 Mar 2024 Check-up · TSH 4.2 mU/L" in _told(ann)
    assert "1 Apr 2024 Test results · TSH 3.9 mU/L" in _told(ann)


def test_an_opinion_says_what_it_recommends_and_stands_for_its_appointment(ann: Journal) -> None:
    visit = add(ann, "appointment", purpose="Clinic", when=_day("2024-03-05"), status="done")
    doctor = add(ann, "provider", name="Dr Shah")
    given = {"provider": doctor, "appointment": visit, "date": _day("2024-03-05")}
    opinion = add(ann, "opinion", place=1, **given)
    add(ann, "statement", opinion=opinion, aspect="plan", text="Operate soon.")
    assert _told(ann).strip() == "5 Mar 2024 First opinion: Dr Shah – Operate soon."


def test_what_lies_further_back_is_counted_but_what_lasts_is_told(ann: Journal) -> None:
    add(ann, "symptom", what="Dizzy", date=_day("2001"))
    add(ann, "diagnosis", name="Asthma", date=_day("1999"))
    add(ann, "symptom", what="Tired", date=_day("2024-03-05"))
    told = _told(ann)
    assert "1999 Diagnosis: Asthma" in told
    assert "Dizzy" not in told
    assert "1 other event is not shown here (2001)." in told


def test_many_events_fill_one_page_and_no_more(ann: Journal) -> None:
    for n in range(400):
        when = PartialDate(2019 + n % 7, n % 12 + 1, n % 28 + 1)
        add(ann, "symptom", what=f"Felt like {chr(97 + n // 20)}{chr(97 + n % 20)}", date=when)
    found = pages(ann, sections=("timeline",), since=date(2019, 1, 1), page_one=False)
    assert len(found) == 1
    assert "other events are not shown here" in found[0]


def test_what_is_numbered_is_one_line_a_year(ann: Journal) -> None:
    for n in range(1, 7):
        add(ann, "appointment", purpose=f"Infusion {n}", when=_day(f"2026-0{n}-03"), status="done")
    assert "3 Jan 2026 Infusion – 6 times until 3 Jun 2026" in _told(ann)


def test_what_was_ruled_out_is_said_once(ann: Journal) -> None:
    add(ann, "diagnosis", name="Gout", certainty="ruled out", date=PartialDate(2020, 2, 3))
    said = words(ann, sections=("timeline",), page_one=False)
    assert "Diagnosis: Gout (ruled out)" in said
    assert said.casefold().count("ruled out") == 1


def test_a_stop_date_that_the_status_denies_is_not_told_as_a_stop(ann: Journal) -> None:
    dates = {"start": _day("2022"), "stop": _day("2024-05")}
    add(ann, "medicine", name="Bicalutamide", dose="50 mg", status="taking", **dates)
    told = _told(ann)
    assert "May 2024 Stop date of Bicalutamide 50 mg (marked as taken)" in told
    assert "Stopped" not in told
