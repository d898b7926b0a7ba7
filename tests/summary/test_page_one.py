"""Page one: what a doctor with ten minutes needs, on one page, each fact with date and source."""

import re
from datetime import date
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
    text = tree(usual[0]).partition("  H2 What happened")[0]
    assert text == golden(_HERE / "page_one.tree", text)


def test_nothing_spills_onto_page_two(usual: tuple[bytes, Made]) -> None:
    assert squeezed(pages_of(usual[0])[1]).startswith("What happened")


def test_only_a_name_makes_one_page_that_says_what_is_not_known(ann: Journal) -> None:
    (only,) = pages(ann)
    assert "Ann Lee" in only
    assert "No question has been written down yet." in only
    assert only.count("not asked") == 4


def test_none_said_and_not_recorded_are_told_apart(ann: Journal) -> None:
    with ann.change("Edit") as change:
        change.edit("person", person_of(ann), no_known_allergies=True, takes_no_medicines=True)
    only = page_one(ann)
    assert "Takes no medicines (said so)" in only
    assert "No known allergies (said so)" in only
    assert only.count("not asked") == 2


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
    add(ann, "medicine", name="Ramipril", status="stopped", why_stopped="a cough")
    add(ann, "medicine", name="Aspirin", status="stopped")
    only = page_one(ann)
    assert "Stopped: Ramipril (a cough)" in only
    assert "Aspirin" not in only
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
    assert "Angina (suspected, Dr Shah, about 2019)" in only
    assert "Aspirin since Mar 2020" in only
    assert "Latex – about 1982" in only
    assert "Ferritin" not in only  # without a day it is in no column
    said = {"value": Quantity("5"), "unit": "mU/L", "range": Range("<4"), "date": about}
    add(ann, "result", test="TSH", **said, record=letter)
    assert "Test about 2019 TSH mU/L <4 5 ↑" in page_one(ann)


def test_opinions_stand_side_by_side_with_who_gave_them_and_my_marks(ann: Journal) -> None:
    doctor = add(ann, "provider", name="Dr Shah", role="Consultant", organisation="The Clinic")
    seen = PartialDate(2026, 3, 5)
    for place in (1, 2):
        opinion = add(ann, "opinion", place=place, provider=doctor, date=seen)
        for aspect, text in (("what", "Angina"), ("plan", "Wait"), ("why", "Why not")):
            add(ann, "statement", opinion=opinion, aspect=aspect, text=f"{text} {place}.")
    add(ann, "mark", aspect="plan", mark="different")
    only = page_one(ann)
    assert (
        "First opinion: Dr Shah, consultant, The Clinic, 5 Mar 2026 "
        "Second opinion: Dr Shah, consultant, The Clinic, 5 Mar 2026 My mark "
        "What it is Angina 1. Angina 2. Suggests Wait 1. Wait 2. Different"
    ) in only
    assert "Why not" not in only


def test_of_many_opinions_the_first_and_the_latest_are_shown(ann: Journal) -> None:
    for place in range(1, 7):
        add(ann, "opinion", place=place, overall=f"Saying {place}.")
    only = page_one(ann)
    assert [n for n in range(1, 7) if f"Saying {n}." in only] == [1, 5, 6]
    assert "3 other opinions" in only


def test_an_opinion_known_only_in_short_is_told_so(ann: Journal) -> None:
    add(ann, "opinion", place=1, overall="A leaking valve. Operate soon.")
    add(ann, "opinion", place=2)
    assert "In short A leaking valve. Operate soon. Nothing written down yet" in page_one(ann)


def test_advice_is_called_yours_only_to_whom_it_is(ann: Journal) -> None:
    shah, lee = add(ann, "provider", name="Dr Shah"), add(ann, "provider", name="Dr Lee")
    for place, doctor in enumerate((shah, lee), 1):
        add(ann, "opinion", place=place, provider=doctor, overall="Said.")
    only = page_one(ann, reader=lee)
    assert "First opinion: Dr Shah" in only
    assert "Second opinion: yours, Dr Lee" in only
    assert "For: Dr Lee" in only
    assert "yours" not in page_one(ann, reader="gp")


def test_two_cases_show_the_newest_open_one_and_name_the_other(ann: Journal) -> None:
    first = add(ann, "case", question="Is it my heart?")
    add(ann, "case", question="Is it my knee?")
    add(ann, "opinion", place=1, case=first, overall="It is the heart.")
    only = page_one(ann)
    assert "Also asked: Is it my heart?" in only
    assert "It is the heart." not in only
    assert "It is the heart." in page_one(ann, case=first)


def test_every_question_is_asked_in_the_persons_own_order(ann: Journal) -> None:
    for rank in (4, 2, 3, 1, 5):
        add(ann, "question", text=f"Question {rank}?", rank=rank)
    add(ann, "question", text="Done?", rank=0, status="answered")
    only = page_one(ann)
    asked = re.findall(r"(\d)\. Question (\d)\?", only)
    assert asked == [(str(n), str(n)) for n in range(1, 6)]
    assert "Done?" not in only


def test_a_reader_is_asked_what_is_for_them_or_for_nobody_yet(ann: Journal) -> None:
    shah, lee = add(ann, "provider", name="Dr Shah"), add(ann, "provider", name="Dr Lee")
    visits = [add(ann, "appointment", purpose="Talk", provider=one) for one in (shah, lee)]
    for text, visit in zip(("For Shah?", "For Lee?"), visits, strict=True):
        add(ann, "question", text=text, appointments=(visit,))
    add(ann, "question", text="For anybody?")
    only = page_one(ann, reader=lee)
    assert "1. For Lee? 2. For anybody?" in only
    assert "For Shah?" not in only
    assert "For Shah?" in page_one(ann, reader="me")


def test_it_is_for_whom_the_next_appointment_is_with(ann: Journal) -> None:
    nurse, shah = add(ann, "provider", name="Nurse"), add(ann, "provider", name="Dr Shah")
    add(ann, "opinion", place=1, provider=shah)
    for provider, day in ((nurse, 23), (shah, 30)):
        when = PartialDate(2026, 11, day)
        add(ann, "appointment", purpose="Talk", provider=provider, when=when)
    assert "For: Dr Shah, 30 Nov 2026" in page_one(ann)
    assert "this appointment 30 Nov 2026" in page_one(ann)
    assert "For: me" not in page_one(ann, reader="me")  # by her name
    assert "For: Ann Lee" in page_one(ann, reader="me")


def test_questions_without_room_are_named_by_their_numbers(ann: Journal) -> None:
    for number in range(200):
        add(ann, "question", text=f"Question {number}, with a few more words to it than that?")
    assert re.search(r"Questions \d+ to 200: page \d", words(ann))
    assert re.search(r"Questions \d+ to 200(?!: page)", pages(ann, sections=())[0])


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
    assert found[0].startswith("Summary for a second opinion")
    assert "…" in found[0]
    assert ("More of page one" in " ".join(found[1:])) is not large
    assert len(found) < 100  # twenty times two thousand letters of each, none of which is cut


def test_large_print_tells_each_medicine_once(ann: Journal) -> None:
    for number in range(40):
        name, how = f"Tablet-{number}-", f"as told in {number}, but never with milk or tea"
        add(ann, "medicine", name=name, dose="5 mg", how_taken=how)
    text = words(ann, sections=(), large_print=True)
    assert [text.count(f"Tablet-{number}- – 5 mg") for number in range(40)] == [1] * 40
    assert [text.count(f"Tablet-{number}-") for number in range(40)] == [1] * 40
    assert "More of page one" not in text


@pytest.mark.parametrize("large", [False, True])
def test_every_page_bears_a_long_name_whole_with_birthday_and_number(
    ann: Journal, large: bool
) -> None:
    name = " ".join(f"Given{number}" for number in range(20)) + " van der Last-Name"
    with ann.change("Edit") as change:
        born = {"birth_date": PartialDate(1931, 5, 7), "nhs_number": "9434765919"}
        change.edit("person", person_of(ann), name=name, **born)
    for number in range(40):
        add(ann, "question", text=f"Question {number}, with a few more words to it than that?")
    found = pages(ann, large_print=large)
    assert len(found) > 1
    for page in found:
        assert f"{name} · born 7 May 1931 (95) · NHS 943 476 5919" in page
    assert "Name in full" not in found[0]


def test_a_name_that_no_header_holds_stands_whole_on_page_one(ann: Journal) -> None:
    name = " ".join(f"Given{number}" for number in range(80))
    with ann.change("Edit") as change:
        change.edit("person", person_of(ann), name=name, birth_date=PartialDate(1931))
    only = page_one(ann)
    assert f"Name in full: {name}" in only
    assert "… · born 1931" in only
    chapter = words(ann, sections=("person",), page_one=False)
    assert f"Name in full: {name}" in chapter


@pytest.mark.parametrize(
    ("language", "said"), [("Welsh", "Language: Welsh Needs: A ramp"), ("English", "Needs: A ramp")]
)
def test_what_somebody_speaks_is_told_as_a_language(ann: Journal, language: str, said: str) -> None:
    with ann.change("Edit") as change:
        change.edit("person", person_of(ann), language=language, communication="A ramp")
    only = page_one(ann)
    assert said in only
    assert ("Language:" in only) is (language == "Welsh")


def test_texts_of_ordinary_length_stay_on_one_page(ann: Journal) -> None:
    text = "This is an ordinary sentence of some twelve words or so. " * 3
    doctor = add(ann, "provider", name="Dr Elisabeth Featherstonehaugh")
    add(ann, "case", question=text, plan=text, reasons_words=text, safe_said_by=doctor)
    for number in range(10):
        add(ann, "diagnosis", name=f"Illness {number}", given_by=doctor, stage=text)
        add(ann, "medicine", name=f"Medicine {number}", dose="5 mg", how_taken="One at night")
        add(ann, "question", text=text.removesuffix(". ") + f", and {number}?")
    for place in (1, 2, 3):
        add(ann, "opinion", place=place, overall=text, provider=doctor)
    only = page_one(ann)
    assert all(f"Medicine {number}" in only for number in range(10))


def test_a_plan_that_is_cut_stands_whole_on_page_two(ann: Journal) -> None:
    end = "and this is the very end of it."
    add(ann, "case", question="Why?", plan=f"{_LONG * 4}{end}")
    found = " ".join(pages(ann, sections=()))
    assert re.search(r"In full on page \d", found)
    assert end in found.partition("The question in full")[2]


def test_next_is_what_will_be(ann: Journal) -> None:
    for day, purpose, status in (
        (23, "Called off", "cancelled"),
        (22, "Scan", "planned"),
        (20, "Not gone", "missed"),
        (19, "Clinic", "done"),
    ):
        when = PartialDate(2026, 11, day)
        add(ann, "appointment", purpose=purpose, when=when, status=status)
    only = page_one(ann)
    assert "Next: scan 22 Nov 2026" in only
    assert "Called off" not in only
    assert "Not gone" not in only


def test_a_medicine_to_be_stopped_is_not_told_as_stopped(ann: Journal) -> None:
    add(ann, "medicine", name="Prednisolone", stop=PartialDate(2026, 12, 24))
    add(ann, "medicine", name="Amiodarone", status="not issued", start=PartialDate(2024))
    everything = words(ann, since=date(2020, 1, 1))
    assert "Stop Prednisolone" in everything
    assert "Stopped Prednisolone" not in everything
    assert "Started Amiodarone" not in everything


def test_a_suspicion_is_never_told_as_a_fact_however_little_room_there_is(ann: Journal) -> None:
    with ann.change("Add") as change:
        own = {"person": person_of(ann)}
        for n in range(60):
            known = {"certainty": "suspected", "stage": "of a stage told in many words, as here"}
            change.add("diagnosis", **own, name=f"Illness-{n}", status="active", **known)
            how = "One in the morning with water"
            change.add("medicine", **own, name=f"Medicine {n}", how_taken=how, dose="5 mg")
        change.add("diagnosis", **own, name="Stroke", certainty="suspected", status="resolved")
        change.add("diagnosis", **own, name="Gout", certainty="confirmed", status="active")
    only = pages(ann, sections=())[0]
    assert only.count("(suspected)") == 61
    assert "Stroke (suspected)" in only
    assert "told in many words" not in only


@pytest.mark.parametrize("large", [False, True])
def test_since_and_until_when_a_medicine_is_taken_is_said(ann: Journal, large: bool) -> None:
    """No heading tells what a date beside a medicine is."""
    add(ann, "medicine", name="Doxycycline", start=PartialDate(2026, 11), stop=PartialDate(2027, 2))
    add(ann, "medicine", name="Prednisolone", stop=PartialDate(2027, 3))
    first = squeezed(page_one(ann, large_print=large))
    assert "since Nov 2026, until Feb 2027" in first
    assert "since until" not in first
    assert "until Mar 2027" in first


def test_what_it_is_about_is_named_with_its_stage_unless_an_opinion_names_it(ann: Journal) -> None:
    known = {"name": "Sarcoma of the thigh (liposarcoma)", "stage": "pT2 N0"}
    about = add(ann, "diagnosis", **known, status="active")
    add(ann, "case", question="Is an operation needed?", plan="An operation", diagnosis=about)
    opinion = add(ann, "opinion", place=1)
    what = add(ann, "statement", opinion=opinion, aspect="what", text="A growth in the leg")
    for number in range(40):
        name = f"Medicine {number} with a name of several words"
        add(ann, "medicine", name=name, dose="5 mg", how_taken="One at night, with a meal")
    told = pages(ann, sections=())[0].partition("Conditions")[2]
    assert "Sarcoma of the thigh (liposarcoma) (pT2 N0)" in told
    with ann.change("Edit") as change:
        change.edit("statement", what, text="Sarcoma of the left thigh, pT2 N0, it seems")
    assert "liposarcoma" not in words(ann, sections=())


def test_what_has_no_room_goes_on_below_the_end_of_page_one(ann: Journal) -> None:
    """A page that bears the foot of page one alone would be empty."""
    with ann.change("Edit") as change:
        change.edit("person", person_of(ann), phone="01632 960 555")
        for number in range(70):
            name = f"Medicine {number} {'with a long name ' * 7}"
            change.add("medicine", person=person_of(ann), name=name, dose="5 mg")
        past = {"status": "taking", "stop": PartialDate(2018, 9)}
        change.add("medicine", person=person_of(ann), name="Bisoprolol", **past)
    found = pages(ann, sections=())
    foot, _heading, more = found[1].partition("More of page one")
    assert "01632 960 555" in foot
    assert "Medicines now Medicine 0" in more
    assert "Not certain whether taken now Bisoprolol" in " ".join(found)


@pytest.mark.parametrize("number", range(24, 27))
def test_what_is_not_certain_is_on_the_page_that_says_so(ann: Journal, number: int) -> None:
    with ann.change("Add") as change:
        own = {"person": person_of(ann), "dose": "5 mg"}
        for each in range(number):
            change.add("medicine", **own, name=f"Medicine {each}")
        change.add("medicine", **own, name="Bisoprolol", status="on hold")
    (page,) = (one for one in pages(ann, sections=(), large_print=True) if "Not certain" in one)
    assert "Not certain whether taken now: Bisoprolol" in page
