"""What matters to a person, how they live and their hospital numbers are on page one."""

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from tests.summary.printed import add, page_one, pages, person_of


def _know(journal: Journal, **answers: object) -> None:
    with journal.change("Edit") as change:
        change.edit("person", person_of(journal), **answers)


def test_it_is_told_in_the_persons_own_words(ann: Journal) -> None:
    _know(ann, what_matters="To drive my grandson to school.", what_i_fear="Losing my leg")
    _know(ann, walking="With a frame", weight="58 kg", weight_date=PartialDate(2026, 10))
    only = page_one(ann)
    assert "What matters most: To drive my grandson to school · Worries: Losing my leg" in only
    assert "Walking: With a frame · Weight: 58 kg (October 2026)" in only


def test_what_was_not_said_is_not_mentioned(ann: Journal) -> None:
    _know(ann, smoking="Never")
    only = page_one(ann)
    assert "Smoking: Never" in only
    assert "What matters" not in only


def test_a_long_answer_gives_way_to_medicines_and_questions(ann: Journal) -> None:
    _know(ann, what_matters="To go on. " * 700)
    for n in range(20):
        add(ann, "medicine", name=f"Medicine {n}", dose="5 mg", how_taken="one at night")
        add(ann, "question", text=f"Question {n}?")
    first = pages(ann, sections=())[0]
    assert "Medicine 19 5 mg one at night" in first
    assert "20. Question 19?" in first
    assert "To go on. …" in first


def test_each_hospital_has_its_number_but_a_computers_key_is_none(ann: Journal) -> None:
    key = "3f0e9a52-7a41-4c5f-9d0b-52f1d2c3a4b5"
    _know(ann, hospital_numbers={"Oldtown": "OT-77", "St Bride": "B12 9", "Record": key})
    only = page_one(ann)
    assert "Hospital numbers: Oldtown OT-77 · St Bride B12 9" in only
    assert key not in only


def test_whoever_helps_can_be_reached(ann: Journal) -> None:
    _know(ann, carer="Pat Lee", carer_phone="07700 900321")
    assert "Contact: Pat Lee 07700 900321" in page_one(ann)
