"""Searching: what is found, in which order, and what never fails."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.search import query
from secondop_desktop.journal.search.marking import MATCH_END, MATCH_START
from secondop_desktop.journal.search.typed_query import MOST_WORDS
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity
from tests.journal.written import add, bring_back, edit, put_away


def _titles(journal: Journal, words: str) -> list[str]:
    return [hit.title for hit in journal.find(words)]


@pytest.fixture
def filled(journal: Journal, person: str) -> Journal:
    """A journal with a few entries."""
    add(journal, "diagnosis", person=person, name="Angina pectoris", notes="Pain when walking")
    add(journal, "symptom", person=person, what="Chest pain", notes="worse than angina")
    add(journal, "provider", person=person, name="Dr Siân Ŵyn", address="Caffè Street 5")
    return journal


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("angina", {"Angina pectoris", "Chest pain"}),
        ("ANG", {"Angina pectoris", "Chest pain"}),
        ("ang pect", {"Angina pectoris"}),
        ("ngina", set()),
        ('"pain when"', {"Angina pectoris"}),
        ('"when pain"', set()),
        ('"pain whe"', set()),
        ('"pain when', {"Angina pectoris"}),
        ("sian wyn", {"Dr Siân Ŵyn"}),
        ("Siân", {"Dr Siân Ŵyn"}),
        ("caffe", {"Dr Siân Ŵyn"}),
        ("walking, pain!", {"Angina pectoris"}),
        ("angina zebra", set()),
        ("", set()),
    ],
)
def test_what_is_found(filled: Journal, words: str, titles: set[str]) -> None:
    assert set(_titles(filled, words)) == titles


@pytest.fixture
def dated(journal: Journal, person: str) -> Journal:
    """A journal in which days, times and powers of ten are written in several ways."""
    when = PartialDate.parse("2027-08-19T16:20")
    add(journal, "appointment", person=person, purpose="Eye clinic", when=when)
    add(journal, "symptom", person=person, what="Fall", notes="on 07/08/2023, around 16.20")
    add(journal, "symptom", person=person, what="Cough", notes="since 08/2021, worse at 9 am")
    count = {"test": "Platelets", "value": Quantity("211"), "unit": "10⁹/L"}
    add(journal, "result", person=person, date=PartialDate(2025, 2, 3), **count)
    return journal


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("August", {"Eye clinic", "Fall", "Cough"}),
        ("september", set()),
        ("16:20", {"Eye clinic", "Fall"}),
        ("4.20 pm", {"Eye clinic", "Fall"}),
        ("09:00", {"Cough"}),
        ("9am", {"Cough"}),
        ("10 9", {"Platelets 211 10⁹/L"}),
        ("x10 9/L", {"Platelets 211 10⁹/L"}),
        ("211x10^9", {"Platelets 211 10⁹/L"}),
        ("211x10⁹/L", {"Platelets 211 10⁹/L"}),
        ("212x10^9", set()),
        ("10 6", set()),
    ],
)
def test_a_month_a_time_and_a_power_of_ten_are_found_as_they_are_typed(
    dated: Journal, words: str, titles: set[str]
) -> None:
    assert set(_titles(dated, words)) == titles


@pytest.mark.parametrize(
    "words",
    [
        "777 345 6789",
        "777 345",
        "345 6789",
        "7773456789",
        "777345",
        "3456789",
        "56789",
        "6789",
        "345",
    ],
)
def test_a_part_of_an_nhs_number_finds_it_and_is_marked(
    journal: Journal, person: str, words: str
) -> None:
    add(journal, "record", person=person, title="Clinic letter", notes="NHS No 777 345 6789")
    add(journal, "person", name="Ann Reed", nhs_number="7773456789")
    found = journal.find(words)
    assert {hit.title for hit in found} == {"Clinic letter", "Ann Reed"}
    assert all(MATCH_START in hit.snippet for hit in found)


def test_figures_within_a_telephone_number_or_an_amount_find_nothing(
    journal: Journal, person: str
) -> None:
    add(journal, "provider", person=person, name="Clinic", phone="01632 960123", notes="9612345")
    assert [_titles(journal, words) for words in ("60123", "0123", "12345")] == [[], [], []]


def test_titles_weigh_more_than_the_rest(filled: Journal) -> None:
    assert _titles(filled, "angina") == ["Angina pectoris", "Chest pain"]
    assert _titles(filled, "pain") == ["Chest pain", "Angina pectoris"]


def test_equal_hits_come_as_they_were_added(journal: Journal, person: str) -> None:
    names = [f"Angina {number}" for number in range(30)]
    for name in names:
        add(journal, "diagnosis", person=person, name=name)
    assert _titles(journal, "angina") == names
    assert [hit.title for hit in journal.find("angina", limit=3)] == names[:3]


def test_what_a_hit_shows_is_read_a_screenful_at_a_time(journal: Journal, person: str) -> None:
    for number in range(70):
        add(journal, "symptom", person=person, what=f"Day {number}", notes=f"ache number {number}")
    hits = journal.find("ache")
    words = [hit.snippet for hit in hits]
    numbers = [hit.title.removeprefix("Day ") for hit in hits]
    said = [f"Your notes: {MATCH_START}ache{MATCH_END} number {number}" for number in numbers]
    assert words == said


def test_a_hit_tells_a_draft_and_what_was_taken_back(journal: Journal, person: str) -> None:
    raw = '{"resourceType": "Procedure", "status": "entered-in-error"}'
    add(journal, "medicine", person=person, dose="zebra 5 mg")
    add(journal, "medicine", person=person, name="Zebra", dose="5 mg")
    add(journal, "record", person=person, title="Zebra bite", raw=raw)
    found = {hit.title: (hit.is_draft, hit.is_fact) for hit in journal.find("zebra")}
    assert found == {
        "Medicine without a name": (True, True),
        "Zebra": (False, True),
        "Zebra bite (taken back)": (False, False),
    }


def test_the_snippet_marks_the_words(filled: Journal) -> None:
    (hit,) = filled.find("walking")
    assert f"Pain when {MATCH_START}walking{MATCH_END}" in hit.snippet
    assert (hit.kind, hit.person) == ("diagnosis", filled.entries("person")[0].id)
    (hit,) = filled.find("siân")
    assert f"{MATCH_START}Siân{MATCH_END}" in hit.snippet


def test_marks_in_the_text_are_taken_out(journal: Journal, person: str) -> None:
    add(journal, "diagnosis", person=person, name=f"a{MATCH_START}b", notes=f"c{MATCH_END}d zebra")
    (hit,) = journal.find("zebra")
    assert hit.title == "ab"
    assert hit.snippet.endswith(f"cd {MATCH_START}zebra{MATCH_END}")
    assert hit.snippet.count(MATCH_START) == hit.snippet.count(MATCH_END) == 1


def test_only_one_person_is_searched_where_one_is_named(filled: Journal) -> None:
    other = add(filled, "person", name="Gareth Evans")
    add(filled, "diagnosis", person=other, name="Angina of Gareth")
    assert [hit.title for hit in filled.find("angina", person=other)] == ["Angina of Gareth"]
    assert len(filled.find("angina")) == 3


def test_values_are_found_as_they_are_said(journal: Journal, person: str) -> None:
    with journal.change("Add") as change:
        change.add("result", person=person, test="CRP", value=Quantity("<0.5"), unit="mg/L")
        change.add("diagnosis", person=person, name="Gout", date=PartialDate(2024, 3, 5))
        change.add("diagnosis", person=person, name="Flu", certainty="suspected")
        change.add("case", person=person, question="Why?", reasons=("rare",))
        change.add("appointment", person=person, purpose="Appointment", bring=(("Glasses", True),))
        change.add("symptom", person=person, what="Cough", unread={"date": "last Michaelmas"})
    for words, title in (
        ("0.5", "CRP <0.5 mg/L"),
        ('"5 march 2024"', "Gout"),
        ("suspected", "Flu"),
        ('"rare illness"', "Why?"),
        ("glasses", "Appointment"),
        ("michaelmas", "Cough"),
    ):
        assert title in _titles(journal, words), words


def test_ids_codes_and_imported_text_are_not_found(journal: Journal, person: str) -> None:
    record = add(
        journal, "record", person=person, title="Letter", raw='{"zebra": 1}', file_type="a/quagga"
    )
    case = add(journal, "case", person=person, question="Why?", steps={"1": "completed"})
    for words in ("zebra", "quagga", "completed", person, record, case):
        assert _titles(journal, words) == [], words


@pytest.mark.parametrize(
    "words",
    [
        *('"', '""', '"""', '" "', "*", "**", "(", ")", "^", "-", "--", "+", ":", "{", "}"),
        *("NEAR", "NEAR(a b)", "AND", "OR", "NOT", "a AND", "AND b", "a NOT b", "title:angina"),
        *("\x00", "a\x00b", "_", "\ud800", "🙂", "½ ²", "%", "'", "';--", "\\", "\n"),
        *("a" * 100_000, '"' * 1001, "* " * 5000),
    ],
)
def test_signs_and_the_words_of_a_query_language_find_nothing(filled: Journal, words: str) -> None:
    assert filled.find(words) == []


@pytest.mark.parametrize("words", ["a*", "_ angina", 'angina"', "a " * 50_000, "\x00an\x00gina"])
def test_signs_among_words_do_not_disturb(filled: Journal, words: str) -> None:
    assert _titles(filled, words) == ["Angina pectoris", "Chest pain"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_query_is_answered(filled: Journal, words: str) -> None:
    assert set(_titles(filled, words)) <= {
        "Margaret Evans",
        "Angina pectoris",
        "Chest pain",
        "Dr Siân Ŵyn",
    }


def test_a_word_typed_with_signs_still_finds(filled: Journal) -> None:
    for words in ("angina*", "angina)", "-angina", "(angina pectoris)"):
        assert "Angina pectoris" in _titles(filled, words), words


def test_only_so_many_words_are_looked_for() -> None:
    assert query.query("a " * 1000).count("a") == MOST_WORDS


def test_the_index_follows_edit_undo_and_bin(journal: Journal, person: str) -> None:
    entry = add(journal, "diagnosis", person=person, name="Angina")
    edit(journal, "diagnosis", entry, name="Gout")
    assert (_titles(journal, "angina"), _titles(journal, "gout")) == ([], ["Gout"])
    journal.undo()
    assert (_titles(journal, "angina"), _titles(journal, "gout")) == (["Angina"], [])
    put_away(journal, "diagnosis", entry)
    assert _titles(journal, "angina") == []
    journal.undo()
    assert _titles(journal, "angina") == ["Angina"]
    journal.undo()
    assert (_titles(journal, "angina"), journal.name(entry)) == ([], "")
    journal.redo()
    assert _titles(journal, "angina") == ["Angina"]


def test_a_change_of_many_entries_leaves_the_index_right(
    journal: Journal, path: Path, person: str
) -> None:
    """Many texts are forgotten by making the index anew."""
    with journal.change("Import") as change:
        for number in range(400):
            change.add("diagnosis", person=person, name=f"ZEBRACANARY {number}")
        change.add("provider", person=person, name="Dr Patel")
    assert len(journal.find("zebracanary", limit=1000)) == 400
    assert check(journal) == []
    journal.undo()
    assert (_titles(journal, "zebracanary"), _titles(journal, "patel")) == ([], [])
    assert _titles(journal, "margaret") == ["Margaret Evans"]
    assert b"zebracanary" not in path.read_bytes()
    assert check(journal) == []
    journal.redo()
    put_away(journal, "person", person)
    assert _titles(journal, "zebracanary") == _titles(journal, "margaret") == []
    bring_back(journal, "person", person)
    assert len(journal.find("zebracanary", limit=1000)) == 400
    assert check(journal) == []
