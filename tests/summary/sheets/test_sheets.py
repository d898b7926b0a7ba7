"""Sheets hold all that they promise, whole, and are read aloud like every other paper."""

from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.summary.choices import Choices
from secondop_desktop.summary.sheets.making import SHEETS, SheetMade, preview
from tests.exchange.pdf.papers import pages_of
from tests.summary.printed import MADE_AT, TODAY, add, person_of, solid, squeezed
from tests.verapdf import accepted_as

_words = st.text("abcdefghij ", min_size=3, max_size=120).map(str.strip).filter(bool)
_entries = st.lists(st.tuples(_words, _words), max_size=14)


def made(journal: Journal, sheet: str, **more: str) -> tuple[bytes, SheetMade]:
    choices = Choices(person_of(journal), today=TODAY, reader=more.get("reader", ""))
    return preview(journal, choices, sheet, made_at=MADE_AT)


def words(journal: Journal, sheet: str, **more: str) -> str:
    return squeezed(" ".join(pages_of(made(journal, sheet, **more)[0])))


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_sample_fits_on_one_page(sample: Journal, sheet: str) -> None:
    data, told = made(sample, sheet)
    assert (told.pages, told.missing) == (1, 0)
    assert made(sample, sheet)[0] == data


@pytest.mark.long  # veraPDF starts Java
def test_all_can_be_read_aloud(sample: Journal, tmp_path: Path) -> None:
    for sheet in SHEETS:
        (tmp_path / f"{sheet}.pdf").write_bytes(made(sample, sheet)[0])
    accepted_as("ua1", *tmp_path.glob("*.pdf"))
    accepted_as("3a", *tmp_path.glob("*.pdf"))


@pytest.mark.parametrize("sheet", ["fridge", "wallet"])
def test_an_emergency_finds_what_it_needs(sample: Journal, sheet: str) -> None:
    said = words(sample, sheet)
    for text in ("Penicillin", "Itchy rash all over", "Two when the knee is bad",
                 "at most 8 tablets in 24 hours", "Implants and MRI", "Who to ring"):  # fmt: skip
        assert text in said
    person = sample.get("person", person_of(sample))
    for contact in person.emergency_contacts.split():
        assert contact in said


@pytest.mark.parametrize("sheet", ["fridge", "wallet"])
@settings(max_examples=8, deadline=None)
@given(allergies=_entries, medicines=_entries)
def test_no_allergy_and_no_dose_is_ever_cut(
    tmp_path_factory: pytest.TempPathFactory,
    sheet: str,
    allergies: list[tuple[str, str]],
    medicines: list[tuple[str, str]],
) -> None:
    path = tmp_path_factory.mktemp("sheet") / "a.secondop"
    with Journal.create(path, KINDS) as journal:
        with journal.change("Add") as change:
            person = change.add("person", name="Ann Lee")
            for what, reaction in allergies:
                change.add("allergy", person=person, substance=what, reaction=reaction)
            for name, dose in medicines:
                change.add("medicine", person=person, name=name, dose=dose, status="taking")
        said = solid(" ".join(pages_of(made(journal, sheet)[0])))
    for entry in (*allergies, *medicines):
        for text in entry:
            assert solid(text) in said


def test_every_question_for_this_reader_has_room(ann: Journal) -> None:
    mine, other = (add(ann, "provider", name=name) for name in ("Dr Bell", "Dr Hale"))
    visit = add(ann, "appointment", provider=other, purpose="Talk")
    for number in range(30):
        add(ann, "question", text=f"What about number {number}, and why?")
    add(ann, "question", text="Only for Dr Hale?", appointments=(visit,))
    for sheet in ("questions", "questions-a5"):
        said = words(ann, sheet, reader=mine)
        assert all(f"What about number {number}, and why?" in said for number in range(30))
        assert "Only for Dr Hale" not in said
        assert "Dr Bell" in said


def test_private_questions_stay_at_home(ann: Journal) -> None:
    add(ann, "question", text="Would you do it?", private=True)
    data, told = made(ann, "questions")
    assert "Would you do it" not in squeezed(" ".join(pages_of(data)))
    assert told.held_back == ("Would you do it?",)


def test_without_questions_there_is_room_for_some(ann: Journal) -> None:
    assert "Before we finish" in words(ann, "questions")


def test_two_small_pages_lie_on_one_sheet(sample: Journal) -> None:
    with pypdfium2.PdfDocument(made(sample, "questions-a5")[0]) as document:
        assert [round(side) for side in document[0].get_size()] == [842, 595]


def test_not_asked_is_told_apart_from_none(ann: Journal) -> None:
    assert "not asked" in words(ann, "fridge")
    with ann.change("Say") as change:
        change.edit("person", person_of(ann), no_known_allergies=True)
    assert "No known allergies" in words(ann, "fridge")
