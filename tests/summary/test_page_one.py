"""Page one: what a doctor with ten minutes needs, on one page, each fact with date and source."""

import re
from pathlib import Path

import pytest

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range
from secondop_desktop.summary.story import Made
from tests.exchange.pdf.papers import pages_of, tree
from tests.summary.printed import add, golden, page_one, pages, person_of, squeezed, words

_HERE = Path(__file__).parent
_LONG = "word " * 400


def test_page_one_of_the_sample_is_as_it_was(usual: tuple[bytes, Made]) -> None:
    first = pages_of(usual[0])[0].replace("\r\n", "\n").replace("\N{NO-BREAK SPACE}", " ")
    text = re.sub(r"of \d+", "of N", first) + "\n"
    assert text == golden(_HERE / "page_one.txt", text)


def test_its_tags_are_as_they_were(usual: tuple[bytes, Made]) -> None:
    text = tree(usual[0]).partition("  H2 What happened when")[0]
    assert text == golden(_HERE / "page_one.tree", text)


def test_nothing_spills_onto_page_two(usual: tuple[bytes, Made]) -> None:
    assert squeezed(pages_of(usual[0])[1]).startswith("What happened when")


def test_only_a_name_makes_one_page_that_says_what_is_not_known(ann: Journal) -> None:
    (only,) = pages(ann)
    assert "Ann Lee" in only
    assert "No question has been written down yet." in only
    assert "No opinion has been written down yet." in only
    assert only.count("Not recorded here") == 3


def test_none_said_and_not_recorded_are_told_apart(ann: Journal) -> None:
    with ann.change("Edit") as change:
        change.edit("person", person_of(ann), no_known_allergies=True, takes_no_medicines=True)
    only = page_one(ann)
    assert "Takes no medicines (said so)" in only
    assert "No known allergies (said so)" in only
    assert only.count("Not recorded here") == 1


def test_an_answer_that_an_entry_denies_is_not_printed(ann: Journal) -> None:
    with ann.change("Edit") as change:
        change.edit("person", person_of(ann), no_known_allergies=True, takes_no_medicines=True)
    add(ann, "medicine", name="Ramipril")
    add(ann, "allergy", substance="Penicillin")
    only = page_one(ann)
    assert "Ramipril" in only
    assert "Penicillin" in only
    assert "Takes no medicines" not in only
    assert "No known allergies" not in only


def test_medicines_that_are_all_stopped_are_not_taken_for_none(ann: Journal) -> None:
    add(ann, "medicine", name="Ramipril", status="stopped")
    only = page_one(ann)
    assert "Ramipril" not in only
    assert "None written down as taken now" in only


def test_each_fact_has_its_date_and_source_however_vague(ann: Journal) -> None:
    doctor = add(ann, "provider", name="Dr Shah")
    letter = add(ann, "record", title="Clinic letter")
    about = PartialDate(2019, about=True)
    add(ann, "diagnosis", name="Angina", given_by=doctor, date=about, certainty="suspected")
    add(ann, "medicine", name="Aspirin", start=PartialDate(2020, 3), prescriber=doctor)
    add(ann, "allergy", substance="Latex", since=PartialDate(1982, about=True))
    add(ann, "result", test="Ferritin", value=Quantity("12"), record=letter)
    only = page_one(ann)
    assert "Angina – Suspected · Dr Shah · about 2019" in only
    assert "Aspirin – since March 2020 · Dr Shah" in only
    assert "Latex – since about 1982" in only
    assert "Ferritin" not in only  # without a day it is not the latest of anything
    add(
        ann,
        "result",
        test="TSH",
        value=Quantity("5"),
        unit="mU/L",
        range=Range("<4"),
        date=about,
        record=letter,
    )
    assert "TSH 5 mU/L, above the range <4 – about 2019 · Clinic letter" in page_one(ann)


def test_opinions_stand_side_by_side_with_who_gave_them(ann: Journal) -> None:
    doctor = add(ann, "provider", name="Dr Shah")
    for place in range(1, 4):
        add(ann, "opinion", place=place, provider=doctor, overall=f"Saying {place}.")
    only = page_one(ann)
    assert re.search(r"First opinion.*Saying 1\..*Second opinion.*Third opinion.*Saying 3\.", only)


def test_of_many_opinions_the_first_and_the_latest_are_shown(ann: Journal) -> None:
    for place in range(1, 7):
        add(ann, "opinion", place=place, overall=f"Saying {place}.")
    only = page_one(ann)
    assert [n for n in range(1, 7) if f"Saying {n}." in only] == [1, 4, 5, 6]
    assert "and 2 more" in only


def test_an_opinion_without_a_summary_is_told_by_its_parts(ann: Journal) -> None:
    opinion = add(ann, "opinion", place=1)
    add(ann, "statement", opinion=opinion, aspect="plan", text="Operate soon.")
    add(ann, "statement", opinion=opinion, aspect="what", text="A leaking valve.")
    assert "A leaking valve. Operate soon." in page_one(ann)


def test_two_cases_show_the_newest_open_one_and_name_the_other(ann: Journal) -> None:
    first = add(ann, "case", question="Is it my heart?")
    add(ann, "case", question="Is it my knee?")
    add(ann, "opinion", place=1, case=first, overall="It is the heart.")
    only = page_one(ann)
    assert "Also asked: Is it my heart?" in only
    assert "It is the heart." not in only
    assert "It is the heart." in page_one(ann, case=first)


def test_the_three_questions_that_come_first(ann: Journal) -> None:
    for rank in (4, 2, 3, 1, 5):
        add(ann, "question", text=f"Question {rank}?", rank=rank)
    add(ann, "question", text="Done?", rank=0, status="answered")
    only = page_one(ann)
    assert re.search(r"1\. Question 1\? 2\. Question 2\? 3\. Question 3\? and 2 more", only)
    assert "Question 4" not in only


def test_what_there_is_more_of_leads_to_its_chapter(ann: Journal) -> None:
    for number in range(5):
        add(ann, "question", text=f"Question {number}?")
    assert "and 2 more, further on" in words(ann)
    assert "further on" not in page_one(ann)


def _fill(journal: Journal) -> None:
    """Give every part of page one more than it can hold."""
    ann, seen, text = person_of(journal), PartialDate(2024, 3, 5), _LONG
    with journal.change("Fill") as change:
        change.edit("person", ann, communication=text, carer=text, name=text)
        doctor = change.add("provider", person=ann, name=text)
        change.add("case", person=ann, question=text, plan=text, reasons_words=text)
        for n in range(20):
            told = {"given_by": doctor, "date": seen, "stage": text}
            change.add("diagnosis", person=ann, name=text, **told)
            change.add("medicine", person=ann, name=text, how_taken=text, prescriber=doctor)
            change.add("allergy", person=ann, substance=text, reaction=text)
            change.add("question", person=ann, text=text)
            value = {"value": Quantity(text), "range": Range(text)}
            change.add("result", person=ann, test=f"T{n} {text}", date=seen, **value)
            change.add("opinion", person=ann, place=n, overall=text, provider=doctor)


@pytest.mark.parametrize("large", [False, True])
def test_very_much_still_makes_a_short_page_one(ann: Journal, large: bool) -> None:
    _fill(ann)
    found = pages(ann, sections=(), large_print=large)
    assert len(found) <= (8 if large else 4)
    assert all("…" in page for page in found[:1])


def test_texts_of_ordinary_length_stay_on_one_page(ann: Journal) -> None:
    text = "This is an ordinary sentence of some twelve words or so. " * 3
    doctor = add(ann, "provider", name="Dr Elisabeth Featherstonehaugh")
    add(ann, "case", question=text, plan=text, reasons_words=text, safe_said_by=doctor)
    for number in range(10):
        add(ann, "diagnosis", name=f"Illness {number}", given_by=doctor, stage=text)
        add(ann, "medicine", name=f"Medicine {number}", dose="5 mg", how_taken="One at night")
        add(ann, "question", text=text)
    for place in (1, 2, 3):
        add(ann, "opinion", place=place, overall=text, provider=doctor)
    only = page_one(ann)
    assert all(f"Medicine {number}" in only for number in range(10))


def test_a_text_that_is_cut_stands_whole_in_its_chapter(ann: Journal) -> None:
    end = "and this is the very end of it."
    add(ann, "case", question="Why?", plan=f"{_LONG}{end}")
    assert end not in page_one(ann)
    assert end in words(ann)


def test_next_is_what_will_be_and_last_what_was(ann: Journal) -> None:
    for day, purpose, status in (
        (23, "Called off", "cancelled"),
        (22, "Scan", "planned"),
        (20, "Not gone", "missed"),
        (19, "Clinic", "done"),
    ):
        when = PartialDate(2026, 11, day)
        add(ann, "appointment", purpose=purpose, when=when, status=status)
    only = page_one(ann)
    last, _line, coming = only.partition("What happened last:")[2].partition("Next:")
    assert "Clinic" in last
    assert "Scan" in coming
    assert "Scan" not in last
    assert "Called off" not in only
    assert "Not gone" not in only


def test_a_medicine_to_be_stopped_is_not_told_as_stopped(ann: Journal) -> None:
    add(ann, "medicine", name="Prednisolone", stop=PartialDate(2026, 12, 24))
    add(ann, "medicine", name="Amiodarone", status="not issued", start=PartialDate(2024))
    everything = words(ann)
    assert "Stop Prednisolone" in everything
    assert "Stopped Prednisolone" not in everything
    assert "Started Amiodarone" not in everything
