"""What an entry turns into keeps its words, and one undo takes it back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind, Turn
from secondop_desktop.journal.turning import turned
from secondop_desktop.journal.values.dates import PartialDate

TURNS = [(kind, turn) for kind in KINDS.values() for turn in kind.turns]


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal.create(tmp_path / "a.secondop", KINDS) as made:
        with made.change("Start") as change:
            change.add("person", name="Ines Quarles")
        yield made


def _add(journal: Journal, kind: str, **values: object) -> str:
    person = journal.entries("person")[0].id
    with journal.change("Add") as change:
        return change.add(kind, person=person, **values)


def _turn(kind: str, into: str) -> Turn:
    return next(turn for turn in KINDS[kind].turns if turn.into == into)


def _turned(journal: Journal, kind: str, entry: str, into: str) -> dict[str, object]:
    row = journal.get(kind, entry)
    return turned(journal, KINDS[kind], _turn(kind, into), row)


@pytest.mark.parametrize(("kind", "turn"), TURNS, ids=lambda one: getattr(one, "name", ""))
def test_each_names_fields_that_are_there(kind: Kind, turn: Turn) -> None:
    target = KINDS[turn.into]
    assert set(turn.same) <= set(kind.by_name)
    placed = {turn.name, *turn.same.values(), *filter(None, (turn.rest, turn.link))}
    assert placed <= set(target.by_name)
    assert target.by_name[turn.name].required
    assert turn.rest or turn.stays


def test_every_answer_goes_with_it_in_words(journal: Journal) -> None:
    entry = _add(
        journal,
        "symptom",
        what="Ringing in the left ear",
        date=PartialDate.parse("2026-03"),
        severity=4,
        severity_words="I cannot hear the telephone",
        helps="Music",
        notes="Worse at night",
    )
    made = _turned(journal, "symptom", entry, "diagnosis")
    assert made["name"] == "Ringing in the left ear"
    assert made["date"] == PartialDate.parse("2026-03")
    assert made["notes"] == (
        "Worse at night\nHow bad, from 0 to 10: 4\n"
        "How bad, in your own words: I cannot hear the telephone\nWhat helps: Music"
    )


def test_what_belongs_to_it_goes_with_it(journal: Journal) -> None:
    entry = _add(journal, "question", text="Who reads the scan?", why="Nobody rang")
    _add(journal, "answer", question=entry, text="Dr Adeyemi, on Monday\nShe will ring")
    made = _turned(journal, "question", entry, "task")
    assert made["text"] == "Who reads the scan?"
    assert made["notes"] == "Nobody rang\nWhat they said: Dr Adeyemi, on Monday\nShe will ring"


def test_several_lines_name_it_by_the_first(journal: Journal) -> None:
    visit = _add(journal, "appointment", purpose="Clinic", unsure="Can I swim?\nAnd fly?")
    made = _turned(journal, "appointment", visit, "question")
    assert made["text"] == "Can I swim?"
    assert made["why"] == "And fly?"
    assert made["appointments"] == (visit,)


def test_what_stays_is_named_and_pointed_back_to(journal: Journal) -> None:
    entry = _add(journal, "medicine", name="Tadalafil", dose="20 mg")
    assert _turned(journal, "medicine", entry, "question")["text"] == (
        "I want to ask about Tadalafil"
    )
    assert _turned(journal, "medicine", entry, "task")["linked"] == (entry,)


def test_a_course_written_down_as_a_medicine_becomes_a_treatment(journal: Journal) -> None:
    entry = _add(
        journal,
        "medicine",
        name="Paclitaxel",
        dose="80 mg/m2",
        start=PartialDate.parse("2025-02"),
        stop=PartialDate.parse("2025-06"),
        how_taken="Weekly drip",
    )
    made = _turned(journal, "medicine", entry, "treatment")
    assert (made["name"], made["dose"]) == ("Paclitaxel", "80 mg/m2")
    assert (str(made["date"]), str(made["until"])) == ("February 2025", "June 2025")
    assert made["notes"] == "How and when you take it: Weekly drip"


def test_a_record_leads_to_the_treatment_it_tells_of(journal: Journal) -> None:
    entry = _add(journal, "record", title="Hip replacement", date=PartialDate.parse("2019"))
    made = _turned(journal, "record", entry, "treatment")
    assert (made["name"], str(made["date"]), made["records"]) == (
        "Hip replacement",
        "2019",
        (entry,),
    )
