"""Any journal: allergies and medicines are whole on two pages, nothing asked is cut."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from tests.exchange.pdf.papers import pages_of
from tests.summary.journals import ALLERGY, MEDICINE, MUCH, fill
from tests.summary.printed import made, solid

_FEW, _MANY = 8, 200
_LIGHT: dict[str, Any] = {"deadline": None, "suppress_health_check": list(HealthCheck)}
_COUNT = iter(range(100_000))
_READER = st.sampled_from(["", "me"])
_ANY = (st.lists(ALLERGY, max_size=12), st.lists(MEDICINE, max_size=24), MUCH, _READER)
_MORE = (st.lists(ALLERGY, max_size=30), st.lists(MEDICINE, max_size=40), MUCH, _READER)


def _holds(folder: Any, allergies: Any, medicines: Any, much: dict[str, Any], reader: str) -> None:
    with Journal.create(folder / f"{next(_COUNT)}.secondop", KINDS) as journal:
        fill(journal, allergies, medicines, much)
        found = pages_of(made(journal, reader=reader)[0])
    first, whole = solid("".join(found[:2])), solid("".join(found))
    lost = [
        value
        for entry in (*allergies, *medicines)
        for name, value in entry.items()
        if name not in {"severity", "status"} and solid(value) not in first
    ]
    assert lost == []
    asked = [much["question"], much["plan"], *much["questions"]]
    assert [text for text in asked if solid(text) not in whole] == []
    assert "Page1of" in solid(found[0])


@settings(max_examples=_FEW, **_LIGHT)
@given(*_ANY)
def test_allergies_medicines_questions_and_plans_are_whole(
    tmp_path_factory: pytest.TempPathFactory, a: Any, m: Any, much: dict[str, Any], reader: str
) -> None:
    _holds(tmp_path_factory.mktemp("never-cut"), a, m, much, reader)


@pytest.mark.long
@settings(max_examples=_MANY, **_LIGHT)
@given(*_MORE)
def test_so_they_are_in_very_many_journals(
    tmp_path_factory: pytest.TempPathFactory, a: Any, m: Any, much: dict[str, Any], reader: str
) -> None:
    _holds(tmp_path_factory.mktemp("never-cut"), a, m, much, reader)
