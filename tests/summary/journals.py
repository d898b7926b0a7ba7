"""Journals made at random, as full and as uneven as people's are, for what must hold of any."""

from typing import Any

from hypothesis import strategies as st

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity
from tests.summary.printed import person_of

WORDS = st.text("abcdefghiklmnoprstu ", min_size=1, max_size=60).map(lambda text: f"x{text}z")
SHORT = st.text("abcdefghiklmnoprstu", min_size=1, max_size=14)
LONG = st.text("abcdefghiklmnoprstu ", min_size=1, max_size=900).map(lambda text: f"q{text}w")
ALLERGY = st.fixed_dictionaries(
    {
        "substance": SHORT,
        "reaction": WORDS,
        "severity": st.sampled_from(["", "mild", "moderate", "severe"]),
    }
)
MEDICINE = st.fixed_dictionaries(
    {
        "name": SHORT,
        "dose": SHORT,
        "how_taken": WORDS,
        "maximum": st.one_of(st.just(""), SHORT),
        "route": st.sampled_from(["", "By mouth"]),
        "status": st.sampled_from(["taking", "as needed", ""]),
    }
)
MUCH = st.fixed_dictionaries(
    {
        "question": st.one_of(st.just("Why?"), LONG),
        "plan": st.one_of(st.just(""), LONG),
        "opinions": st.lists(st.text("defg ", max_size=500), max_size=4),
        "questions": st.lists(WORDS, max_size=25),
        "results": st.integers(0, 30),
        "notes": st.integers(0, 8),
        "papers": st.integers(0, 40),
        "lived": st.text("abcdefg ", max_size=300),
    }
)


def fill(
    journal: Journal,
    allergies: list[dict[str, str]],
    medicines: list[dict[str, str]],
    much: dict[str, Any],
) -> None:
    """Write all of it into an empty journal, about Ann Lee."""
    with journal.change("Add") as change:
        lived = {"what_matters": much["lived"], "walking": much["lived"][:40]}
        person = change.add("person", name="Ann Lee", **lived)
        for kind, entries in (("allergy", allergies), ("medicine", medicines)):
            for entry in entries:
                change.add(kind, person=person, **entry)
        case = change.add("case", person=person, question=much["question"], plan=much["plan"])
        for place, text in enumerate(much["opinions"], 1):
            own = {"person": person, "case": case}
            opinion = change.add("opinion", **own, place=place, overall=text)
            for aspect in ("what", "plan", "why"):
                said = {"aspect": aspect, "text": text or "-"}
                change.add("statement", **own, opinion=opinion, **said)
        for text in much["questions"]:
            change.add("question", person=person, text=text)
        for n in range(much["results"]):
            when = PartialDate(2026, n % 11 + 1, n % 28 + 1)
            value = {"value": Quantity(str(n)), "date": when}
            change.add("result", person=person, test=f"Test {n}", **value)
        for n in range(much["notes"]):
            change.add("symptom", person=person, what=f"Note {n}")
        for n in range(much["papers"]):
            when = PartialDate(2026, n % 11 + 1, n % 28 + 1)
            change.add("record", person=person, title=f"Paper {n}", date=when, state="have")
    assert person_of(journal) == person
