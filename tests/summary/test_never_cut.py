"""Whatever a journal holds: each allergy and each medicine taken now is whole on two pages."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity
from tests.exchange.pdf.papers import pages_of
from tests.summary.printed import made, person_of, solid

_WORDS = st.text("abcdefghiklmnoprstu ", min_size=1, max_size=60).map(lambda text: f"x{text}z")
_SHORT = st.text("abcdefghiklmnoprstu", min_size=1, max_size=14)
_ALLERGY = st.fixed_dictionaries(
    {
        "substance": _SHORT,
        "reaction": _WORDS,
        "severity": st.sampled_from(["", "mild", "moderate", "severe"]),
    }
)
_MEDICINE = st.fixed_dictionaries(
    {
        "name": _SHORT,
        "dose": _SHORT,
        "how_taken": _WORDS,
        "maximum": st.one_of(st.just(""), _SHORT),
        "route": st.sampled_from(["", "By mouth"]),
        "status": st.sampled_from(["taking", "as needed", ""]),
    }
)
_MUCH = st.fixed_dictionaries(
    {
        "question": st.text("abc ", max_size=400),
        "opinions": st.lists(st.text("defg ", max_size=500), max_size=4),
        "questions": st.lists(_WORDS, max_size=25),
        "results": st.integers(0, 30),
        "notes": st.integers(0, 8),
    }
)


_COUNT = iter(range(10_000))


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(_ALLERGY, max_size=12),
    st.lists(_MEDICINE, max_size=24),
    _MUCH,
    st.sampled_from(["", "me"]),
)
def test_allergies_and_medicines_are_whole_on_the_first_two_pages(
    tmp_path_factory: pytest.TempPathFactory,
    allergies: list[dict[str, str]],
    medicines: list[dict[str, str]],
    much: dict[str, Any],
    reader: str,
) -> None:
    folder = tmp_path_factory.mktemp("never-cut")
    with Journal.create(folder / f"{next(_COUNT)}.secondop", KINDS) as journal:
        _fill(journal, allergies, medicines, much)
        found = pages_of(made(journal, reader=reader)[0])
    said = solid("".join(found[:2]))
    lost = [
        value
        for entry in (*allergies, *medicines)
        for name, value in entry.items()
        if name not in {"severity", "status"} and solid(value) not in said
    ]
    assert lost == []
    assert "Page1of" in solid(found[0])


def _fill(
    journal: Journal,
    allergies: list[dict[str, str]],
    medicines: list[dict[str, str]],
    much: dict[str, Any],
) -> None:
    with journal.change("Add") as change:
        person = change.add("person", name="Ann Lee")
        for kind, entries in (("allergy", allergies), ("medicine", medicines)):
            for entry in entries:
                change.add(kind, person=person, **entry)
        case = change.add("case", person=person, question=much["question"] or "Why?")
        for place, text in enumerate(much["opinions"], 1):
            own = {"person": person, "case": case}
            opinion = change.add("opinion", **own, place=place, overall=text)
            change.add("statement", **own, opinion=opinion, aspect="plan", text=text or "-")
        for text in much["questions"]:
            change.add("question", person=person, text=text)
        for n in range(much["results"]):
            change.add(
                "result",
                person=person,
                test=f"Test {n}",
                value=Quantity(str(n)),
                date=PartialDate(2026, n % 11 + 1, n % 28 + 1),
            )
        for n in range(much["notes"]):
            change.add("symptom", person=person, what=f"Note {n}")
    assert person_of(journal) == person
