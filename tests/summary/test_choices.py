"""What is chosen is printed, and what is left out is not even named."""

import json

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.summary.choices import Choices, chapters, chosen_chapters
from secondop_desktop.summary.snapshot import Snapshot
from tests.summary.printed import EVERY, TODAY, add, made, page_one, person_of, words

WHO = ("person", "provider", "case")
NAMES = {"name", "what", "substance", "title", "test", "purpose", "text"}
SEEN = PartialDate(2024, 3, 5)


def test_every_kind_is_in_a_chapter_and_every_chapter_has_one_place() -> None:
    found = chapters(KINDS)
    assert {name for chapter in found for name in chapter.kinds} == KINDS.keys() - {"person"}
    keys = [chapter.key for chapter in found]
    assert len(keys) == len(set(keys))
    assert keys[:6] == ["timeline", "opinion", "result", "treatment-list", "record", "question"]


def test_a_section_that_there_is_not_is_refused_with_those_there_are(ann: Journal) -> None:
    choices = Choices(person_of(ann), sections=("result", "weather"))
    with pytest.raises(UserError, match=r"no section weather.*timeline, opinion"):
        chosen_chapters(KINDS, choices)


def test_only_the_chosen_chapters_are_printed(ann: Journal) -> None:
    add(ann, "symptom", what="Short of breath", date=SEEN)
    add(ann, "told", what="All of it", date=SEEN)
    assert "Symptoms, in my words" not in words(ann)
    assert "Symptoms, in my words" in words(ann, appendices=("symptom",))
    assert "Who was told" not in words(ann)
    assert "Who was told" in words(ann, appendices=("all",))
    assert "Symptoms, in my words" not in words(ann, sections=("told",))
    assert "Who was told" in words(ann, sections=("told",))


def test_an_entry_left_out_is_named_nowhere(ann: Journal) -> None:
    doctor = add(ann, "provider", name="Dr Shah")
    letter = add(ann, "record", title="Clinic letter", type="letter", date=SEEN)
    opinion = add(ann, "opinion", place=1, provider=doctor, record=letter, date=SEEN)
    add(ann, "statement", opinion=opinion, aspect="what", text="Angina", record=letter, page=2)
    option = add(ann, "option", name="Wait", stances={opinion: "recommended"})
    add(ann, "outcome", option=option, text="Feeling better", record=letter, page=3)
    add(ann, "result", test="TSH", value=None, date=SEEN, record=letter)
    add(ann, "diagnosis", name="Angina", given_by=doctor, records=(letter,))
    whole = words(ann, sections=EVERY)
    assert "Clinic letter" in whole
    assert "Dr Shah" in whole
    left = words(ann, sections=EVERY, leave_out=frozenset({letter, doctor}))
    assert "Clinic letter" not in left
    assert "Shah" not in left
    assert "Feeling better" in left
    assert letter not in left


def test_what_belongs_to_an_entry_goes_with_it(ann: Journal) -> None:
    opinion = add(ann, "opinion", place=1)
    add(ann, "statement", opinion=opinion, aspect="what", text="It is angina.")
    question = add(ann, "question", text="How sure?")
    add(ann, "answer", question=question, text="Fairly sure.")
    option = add(ann, "option", name="Operate", stances={opinion: "possible"})
    add(ann, "outcome", option=option, text="Feeling better")
    whole = words(ann, sections=EVERY)
    left = words(ann, sections=EVERY, leave_out=frozenset({opinion, question, option}))
    for gone in ("It is angina.", "How sure?", "Fairly sure.", "Operate", "Feeling better"):
        assert gone in whole
        assert gone not in left


def test_the_parts_of_what_is_left_out_or_private_are_not_there_to_print(ann: Journal) -> None:
    out, private = add(ann, "opinion", place=1), add(ann, "opinion", place=2, private=True)
    kept = add(ann, "opinion", place=3)
    for opinion, text in ((out, "Out"), (private, "Private"), (kept, "Kept")):
        add(ann, "statement", opinion=opinion, aspect="what", text=text)
    choices = Choices(person_of(ann), today=TODAY, leave_out=frozenset({out}))
    assert [row.text for row in Snapshot(ann, choices).of("statement")] == ["Kept"]


def test_what_was_marked_against_an_opinion_left_out_is_not_told(ann: Journal) -> None:
    first = add(ann, "opinion", place=1)
    add(ann, "opinion", place=2)
    add(ann, "statement", opinion=first, aspect="what", text="It is angina.")
    add(ann, "mark", aspect="what", mark="different", note="The other one says asthma.")
    assert "says asthma" in words(ann)
    left = words(ann, leave_out=frozenset({first}))
    assert "angina" not in left
    assert "asthma" not in left


def test_private_entries_need_a_tick_and_are_not_named_without(ann: Journal) -> None:
    doctor = add(ann, "provider", name="Dr Secret", private=True)
    add(ann, "diagnosis", name="Angina", given_by=doctor)
    add(ann, "medicine", name="Quiet pills", private=True)
    add(ann, "symptom", what="Kept to myself", private=True, date=SEEN)
    left = words(ann, sections=EVERY)
    for hidden in ("Secret", "Quiet", "Kept to myself"):
        assert hidden not in left
    assert "Angina" in left
    whole = words(ann, sections=EVERY, private=True)
    for shown in ("Dr Secret", "Quiet pills", "Kept to myself"):
        assert shown in whole


def test_private_medicines_do_not_become_none(ann: Journal) -> None:
    add(ann, "medicine", name="Quiet pills", private=True)
    assert page_one(ann).count("not asked") == 4


def test_titles_held_back_are_known_to_who_prints(ann: Journal) -> None:
    add(ann, "medicine", name="Quiet pills", private=True)
    add(ann, "symptom", what="Left out anyway", private=True)
    left_out = frozenset(row.id for row in ann.entries("symptom"))
    assert made(ann, leave_out=left_out)[1].held_back == ("Quiet pills",)
    assert made(ann, private=True)[1].held_back == ()


@pytest.mark.parametrize("name", [name for name in KINDS if name not in WHO])
def test_what_has_no_name_yet_is_not_printed_and_that_is_said(ann: Journal, name: str) -> None:
    before = words(ann, sections=EVERY)
    naming = [one.name for one in KINDS[name].fields if one.required and one.name in NAMES]
    if not naming:
        pytest.skip("known by something else than a name")
    when = {KINDS[name].when: SEEN} if KINDS[name].when else {}
    add(ann, name, **when)
    built = made(ann, sections=EVERY)[1]
    assert len(built.begun) == 1
    assert "without a name" not in words(ann, sections=EVERY)
    assert "5 March 2024" not in words(ann, sections=EVERY)
    assert len(words(ann, sections=EVERY)) == len(before)


def test_a_draft_that_can_be_named_says_that_it_is_one(ann: Journal) -> None:
    add(ann, "allergy", substance="Latex", unread={"since": "31 February 2019"})
    add(ann, "medicine", name="Senna", status="taking", unread={"start": "35 May"})
    add(ann, "medicine", name="Ramipril", status="taking")
    for said in (page_one(ann), words(ann, sections=("medicine", "allergy"), page_one=False)):
        assert "Latex (draft)" in said
        assert "Senna (draft)" in said
        assert "Ramipril (draft)" not in said


def test_a_private_person_can_still_be_printed(ann: Journal) -> None:
    with ann.change("Edit") as change:
        change.edit("person", person_of(ann), private=True)
    assert "Ann Lee" in page_one(ann)


def test_a_case_keeps_its_own_and_what_belongs_to_none(ann: Journal) -> None:
    heart = add(ann, "case", question="Is it my heart?")
    knee = add(ann, "case", question="Is it my knee?")
    add(ann, "symptom", what="Chest pain", case=heart)
    add(ann, "symptom", what="Knee pain", case=knee)
    add(ann, "symptom", what="Tired")
    add(ann, "allergy", substance="Penicillin")
    opinion = add(ann, "opinion", place=1, case=knee)
    add(ann, "statement", opinion=opinion, aspect="what", text="A worn knee.")
    found = words(ann, case=heart)
    for shown in ("Is it my heart?", "Chest pain", "Tired", "Penicillin"):
        assert shown in found
    for other in ("knee", "Knee"):
        assert other not in found


def test_another_persons_entries_stay_theirs(ann: Journal) -> None:
    with ann.change("Add") as change:
        bea = change.add("person", name="Bea Lee")
        change.add("symptom", person=bea, what="Headache")
    assert "Headache" not in words(ann)
    assert "Headache" in words(ann, person=bea)
    assert "Ann Lee" not in words(ann, person=bea)


def test_what_was_put_into_the_bin_is_named_nowhere(ann: Journal) -> None:
    doctor = add(ann, "provider", name="Dr Gone")
    add(ann, "diagnosis", name="Angina", given_by=doctor)
    with ann.change("Put away") as change:
        change.put_away("provider", doctor)
    found = words(ann, sections=EVERY)
    assert "Angina" in found
    assert "Dr Gone" not in found


def test_names_come_to_an_end_where_two_entries_are_titled_after_each_other(ann: Journal) -> None:
    entry = add(ann, "provider", name="Dr Shah")
    rows = Snapshot(ann, Choices(person_of(ann), today=TODAY))
    assert rows.names(entry) == "Dr Shah"
    assert rows.names(None) == rows.names("no such id") == ""


def test_what_a_sender_took_back_is_not_printed(ann: Journal) -> None:
    raw = json.dumps([{"resourceType": "Procedure", "status": "entered-in-error"}])
    add(ann, "record", title="Procedure × 1", text="Lobotomy", type="other", raw=raw)
    add(ann, "record", title="Clinic letter", type="letter")
    said = words(ann, sections=EVERY)
    assert "Lobotomy" not in said
    assert "Clinic letter" in said


def test_it_tells_all_of_a_kind_unless_another_case_has_some(ann: Journal) -> None:
    person = person_of(ann)
    one, other = (add(ann, "case", question=text) for text in ("Why?", "How?"))
    mistake = add(ann, "diagnosis", name="Angina", case=one, certainty="entered in error")
    assert Snapshot(ann, Choices(person, other, today=TODAY)).tells_all("diagnosis")
    with ann.change("Edit") as change:
        change.edit("diagnosis", mistake, certainty="confirmed")
    assert not Snapshot(ann, Choices(person, other, today=TODAY)).tells_all("diagnosis")
    assert Snapshot(ann, Choices(person, one, today=TODAY)).tells_all("diagnosis")
    assert Snapshot(ann, Choices(person, today=TODAY)).tells_all("diagnosis")
