"""Page one of ten journals against what a doctor must not be told wrongly, written by hand."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range
from tests.summary import oracle
from tests.summary.oracle import Oracle
from tests.summary.printed import add, made, pages

SHARED = Path(__file__).parents[3] / "shared" / "data"
_PARTS = (
    "Medicines now",
    "Other conditions",
    "Conditions",
    "How I am",
    "Key results",
    "Still missing",
    "What I ask of you",
    "Contact:",
)
_EMPTY = 0.2
_UNSURE = "Not certain whether taken now:"


class Page:
    """Page one, read from the paper, by its parts."""

    def __init__(self, journal: Journal) -> None:
        self.text = " ".join(pages(journal, sections=()))
        places = [self.text.find(title) for title in _PARTS]
        bounds = sorted([at for at in places if at >= 0] + [len(self.text)])
        self._parts = {
            title: self.text[at : bounds[bounds.index(at) + 1]]
            for title, at in zip(_PARTS, places, strict=True)
            if at >= 0
        }
        strip = self.text.partition("Allergies:")[2]
        self.allergies = re.split("Language:|Needs:|Helped by:|No question|Medicines now", strip)[0]
        whole, _line, self.unsure = self.part("Medicines now").partition(_UNSURE)
        self.now = whole.partition("Stopped:")[0]
        told = self.part("Other conditions") or self.part("Conditions")
        self.problems, _line, self.before = told.partition("Before: ")

    def part(self, title: str) -> str:
        """Return one part; empty where it is not printed."""
        return self._parts.get(title, "")


def _lacks(said: dict[str, tuple[str, ...]], text: str) -> list[str]:
    """Return what is not told of each medicine, before the next one begins."""
    starts = [*sorted(text.find(name) for name in said if name in text), len(text)]
    found = [name for name in said if name not in text]
    for name in said.keys() - set(found):
        at = text.find(name)
        told = text[at : starts[starts.index(at) + 1]]
        found += [f"{name}: {words}" for words in said[name] if words not in told]
    return found


def _check(journal: Journal, truth: Oracle) -> None:
    page = Page(journal)
    assert truth.person in page.text
    assert _lacks(dict(truth.now), page.now) == []
    assert _lacks(dict(truth.unsure), page.unsure) == []
    assert [name for name in truth.not_now if name in page.now] == []
    assert [name for name in truth.not_now if name in page.unsure.partition("Stopped:")[0]] == []
    assert [name for name in truth.now if name in page.unsure] == []
    assert [name for name in truth.unsure if name in page.now] == []
    assert [words for words in truth.allergies if words not in page.allergies] == []
    assert [words for words in truth.problems if words not in page.problems] == []
    assert [words for words in truth.not_problems if words in page.text] == []
    assert [words for words in truth.before if words not in page.before] == []
    assert [words for words in truth.before if words in page.problems] == []
    assert [words for words in truth.results if words not in page.part("Key results")] == []
    assert [words for words in truth.says if words not in page.text] == []
    assert [words for words in truth.never if words in page.text] == []


@pytest.mark.parametrize("truth", oracle.PUBLISHED, ids=lambda truth: truth.person.split(" ·")[0])
def test_published_journals(truth: Oracle, tmp_path: Path, ends: list[float]) -> None:
    path = SHARED / truth.file
    if not path.is_file():
        pytest.skip(f"{truth.file} is not in ../shared/data")
    with Journal.create(tmp_path / "a.secondop", KINDS) as journal:
        importing.apply(journal, importing.read([path], journal))
        _check(journal, truth)
        ends.clear()
        for large in (False, True):
            made(journal, large_print=large)
    assert [share for share in ends if share > _EMPTY] == []


def test_the_example_journal(sample: Journal) -> None:
    _check(sample, oracle.SAMPLE)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Journal]:
    with Journal.create(tmp_path / "made.secondop", KINDS) as journal:
        yield journal


def _begin(journal: Journal, name: str, **answers: Any) -> None:
    said = {"no_known_allergies": True, "takes_no_medicines": True}
    with journal.change("Add") as change:
        change.add("person", name=name, **said, **answers)


def _medicine(journal: Journal, name: str, status: str, **more: Any) -> None:
    dates = {n: PartialDate.parse(more.pop(n)) for n in ("start", "stop") if n in more}
    add(journal, "medicine", name=name, status=status, **dates, **more)


def test_status_and_dates_that_disagree(empty: Journal) -> None:
    _begin(empty, "Ivo Tarn")
    _medicine(empty, "Ramipril", "taking", dose="2.5 mg", how_taken="at night", route="by mouth")
    _medicine(empty, "Ibuprofen", "as needed", maximum="3 a day")
    _medicine(empty, "Simvastatin", "taking", stop="2018-09-14", dose="20 mg")
    _medicine(empty, "Warfarin", "on hold", dose="3 mg")
    _medicine(empty, "Digoxin", "not known", dose="125 micrograms")
    _medicine(empty, "Insulin", "taking", start="2027-01")
    _medicine(empty, "Senna", "stopped", stop="2028")
    _medicine(empty, "Bisoprolol", "not taken")
    _medicine(empty, "Atenolol", "stopped", stop="2020")
    _medicine(empty, "Amiodarone", "not issued", start="2024")
    _medicine(empty, "Aspirin", "avoid", why_stopped="Ulcer")
    for substance, certainty, more in (
        ("Latex", "confirmed", {"reaction": "Hives"}),
        ("Nuts", "unconfirmed", {"reaction": "Swollen lips", "severity": "severe"}),
        ("Eggs", "presumed", {}),
        ("Cats", "", {}),
        ("Penicillin", "ruled out", {"reaction": "Rash"}),
    ):
        add(empty, "allergy", substance=substance, certainty=certainty, **more)
    add(empty, "diagnosis", name="Gout", certainty="suspected", status="active")
    add(empty, "diagnosis", name="Asthma", status="active", ended=PartialDate(2019))
    add(empty, "diagnosis", name="Lymphoma", certainty="ruled out", status="active")
    for test, value, span, when in (
        ("Potassium", "6.1", "3.5-5.3", "2026-11-01"),
        ("Sodium", "140", "133-146", "2026-11-01"),
    ):
        number = {"value": Quantity(value), "unit": "mmol/L", "range": Range(span)}
        add(empty, "result", test=test, date=PartialDate.parse(when), **number)
    add(empty, "result", test="Ferritin", date=PartialDate(2026, 11, 2))
    draft = {"value": Quantity("99.9"), "unread": {"range": "x"}}
    add(empty, "result", test="Potassium", date=PartialDate(2026, 11, 2), **draft)
    _check(empty, oracle.DISPUTED)


def test_none_is_said_where_nothing_speaks_against_it(empty: Journal) -> None:
    _begin(empty, "Ada Fell")
    add(empty, "allergy", substance="Penicillin", certainty="ruled out")
    _medicine(empty, "Amlodipine", "stopped", stop="2020")
    _check(empty, oracle.NOTHING)


@pytest.mark.parametrize("private", [True, False])
def test_a_private_entry_speaks_against_the_answer_too(empty: Journal, private: bool) -> None:
    _begin(empty, "Ada Fell")
    add(empty, "allergy", substance="Penicillin", private=private)
    _medicine(empty, "Lithium", "taking", private=private)
    page = Page(empty)
    assert "No known allergies" not in page.text
    assert "Takes no medicines" not in page.text
    assert ("Lithium" in page.text) is not private
