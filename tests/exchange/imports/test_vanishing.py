"""Nothing that is read vanishes: each resource is found by its words and its date, or is named."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from tests.exchange.bundles import Body, bundle, concept, observation, patient, resource, written
from tests.exchange.imports.conftest import Plans, Put
from tests.exchange.imports.counting import Fact, facts
from tests.exchange.imports.test_samples import DATA, FILES, with_person

_TOLD = {"Patient", "bill"}
"""The person, and what is told line by line in one record of all bills."""


def _whole(journal: Journal) -> dict[str, str]:
    """Return all that each entry shows, by its id."""
    return {
        row.id: "\n".join(_texts(journal, name, row))
        for name in journal.kinds
        for row in journal.entries(name)
    }


def _texts(journal: Journal, name: str, row: Any) -> list[str]:
    kind = journal.kinds[name]
    values = [getattr(row, field.name) for field in kind.fields if field.name != "raw"]
    days = [value.words() for value in values if isinstance(value, PartialDate)]
    return [*map(str, filter(None, values)), *days]


def _lost(journal: Journal, fact: Fact, named: str, shown: dict[str, str]) -> list[str]:
    """Return the words of a fact that the search does not find, or finds without its date."""
    if fact.kind in _TOLD or any(one in named for one in fact.ids):
        return []
    return [
        words[0]
        for words in fact.words
        if not any(_found(journal, one, fact.day, shown) for one in words)
    ]


def _found(journal: Journal, words: str, day: str, shown: dict[str, str]) -> bool:
    typed = " ".join(re.findall(r"\w+", words)[:12])
    entries = [shown[hit.id] for hit in journal.find(typed) if hit.id in shown]
    date = PartialDate.parse(day).words() if day else ""
    return any(date in text for text in entries)


def _check(journal: Journal, document: Any, path: Path) -> None:
    asked = [one.key for one in importing.read([path], journal).questions]
    answers = dict.fromkeys(({"before-birth"} & {*asked}), "as-told")
    plan = importing.read([path], journal, answers=answers)
    importing.apply(journal, plan)
    named, shown = "\n".join(one.where for one in plan.skipped), _whole(journal)
    lost = {(f.kind, *w) for f in facts(document) if (w := _lost(journal, f, named, shown))}
    assert lost == set()
    again = importing.read([path], journal, answers=answers)
    assert (again.new, again.changed) == ((), ())
    journal.undo()
    assert all(not journal.entries(name) for name in journal.kinds if name != "person")


@pytest.mark.skipif(not DATA.is_dir(), reason="the published samples are not here")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_all_of_a_published_sample_is_found(empty: Journal, path: Path) -> None:
    _check(with_person(empty, path), json.loads(path.read_bytes()), path)


def _items(*references: str) -> list[Body]:
    return [{"item": {"reference": one}} for one in references]


VISIT = {"encounter": {"reference": "Encounter/v"}}
CONSULTATION: tuple[Body, ...] = (
    resource("Encounter", "v", type=[concept("Home visit")], period={"start": "2021-05-04"}),
    resource("List", "top", title="Consultation", **VISIT, entry=_items("List/t")),
    resource("List", "t", title="Dizziness", **VISIT, entry=_items("List/h", "List/e")),
    resource("List", "h", title="History", **VISIT, entry=_items("Observation/n")),
    resource("List", "e", title="Examination", **VISIT, entry=_items("Observation/bp")),
    resource("Observation", "n", code=concept("Comment note"), comment="Worse on turning left",
             effectiveDateTime="2021-05-04"),
    observation("bp", code=concept("Pulse"), effectiveDateTime="2021-05-04T10:00:00+01:00"),
)  # fmt: skip
OTHERS: tuple[Body, ...] = (
    resource("Procedure", "p", code=concept("Carpal tunnel release"), performedString="about 2003"),
    resource("Immunization", "i", vaccineCode=concept("Yellow fever"), lotNumber="YF77",
             occurrenceDateTime="2019-08-09", site=concept("Left thigh")),
    resource("FamilyMemberHistory", "f", relationship=concept("Aunt"),
             condition=[{"code": concept("Thalassaemia")}], note=[{"text": "Lived in Cyprus"}]),
    resource("MedicationAdministration", "m", effectiveDateTime="2022-02-03",
             medicationCodeableConcept=concept("Rituximab infusion")),
    resource("MedicationDispense", "d", whenHandedOver="2022-02-04",
             medicationCodeableConcept=concept("Colchicine tablets")),
    resource("ServiceRequest", "s", code=concept("Nerve test"), authoredOn="2022-02-05"),
    resource("Goal", "g", description={"text": "Climb the stairs"}, startDate="2022-02-06"),
    resource("Flag", "x", code=concept("Latex at home"), period={"start": "2022-02-07"}),
    resource("Communication", "c", sent="2022-02-08", payload=[{"contentString": "Ring the ward"}],
             note=[{"text": "Left with neighbour"}]),
    resource("QuestionnaireResponse", "q", authored="2022-02-09",
             item=[{"linkId": "1", "text": "Sleep", "answer": [{"valueString": "Wakes at four"}]}]),
    resource("Device", "w", type=concept("Cochlear implant"), manufacturer="Otomed",
             serialNumber="CI-5521"),
    resource("Coverage", "k", type=concept("Travel cover"), period={"start": "2022-01-01"}),
    resource("Basic", "b", code=concept("Something new"), created="2022-02-10"),
    {"resourceType": "RelatedPerson", "id": "r", "patient": {"reference": "Patient/pat"},
     "name": [{"text": "Ivo Hale"}], "relationship": [concept("Nephew")]},
    {"resourceType": "Medication", "id": "z", "code": concept("Loose tablets")},
    resource("DiagnosticReport", "y", code=concept("Bone profile"), effectiveDateTime="2022-02-11",
             result=[{"reference": "#o"}],
             contained=[resource("Observation", "o", code=concept("Calcium"), valueInteger=2)]),
)  # fmt: skip


@pytest.mark.parametrize("bodies", [CONSULTATION, OTHERS], ids=["consultation", "others"])
def test_all_of_a_made_file_is_found(
    journal: Journal, tmp_path: Path, bodies: tuple[Body, ...]
) -> None:
    path = tmp_path / "made.json"
    path.write_text(written(bundle(patient(), *bodies)), encoding="utf-8")
    _check(journal, json.loads(path.read_bytes()), path)


def test_a_consultation_is_one_record_with_its_headings(journal: Journal, bring: Plans) -> None:
    bring("gp.json", patient(), *CONSULTATION)
    [record] = [row for row in journal.entries("record") if row.type == "consultation"]
    assert record.date.iso == "2021-05-04"
    assert record.text.split("\n")[-5:] == [
        "Dizziness",
        "  History",
        "    – Comment note: Worse on turning left",
        "  Examination",
        "    – Pulse 13.4 g/L",
    ]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Wakes four", "Answers to questions"),
        ("CI-5521", "Device or implant: Cochlear implant"),
        ("about 2003", "Carpal tunnel release (about 2003)"),
        ("Cyprus", "Aunt: Thalassaemia"),
        ("Ring ward", "Message"),
        ("Nephew", "Related person: Ivo Hale"),
    ],
)
def test_what_a_resource_says_is_found(
    journal: Journal, bring: Plans, words: str, title: str
) -> None:
    bring("others.json", patient(), *OTHERS)
    assert [hit.title for hit in journal.find(words)] == [title]


def test_one_page_of_many_is_said(plan: Plans) -> None:
    page = bundle(patient(), observation("o1")) | {"type": "searchset", "total": 31}
    said = plan("page.json", written(page)).notices
    assert said == (
        "page.json is only a part of a longer answer: 2 of 31 entries. "
        "Get the other pages too, and bring them in as well.",
    )
    more = page | {"total": None, "link": [{"relation": "next", "url": "https://a.org"}]}
    assert "more pages follow" in plan("page.json", written(more)).notices[0]
    beside = more | {"total": 2}  # whoever the answer is about may be counted among its entries
    assert "more pages follow" in plan("page.json", written(beside)).notices[0]


def test_all_pages_together_are_the_whole(journal: Journal, put: Put) -> None:
    pages = [bundle(patient()), bundle(observation("o1"))]
    paths = [
        put(f"{number}.json", written(one | {"type": "searchset", "total": 2}))
        for number, one in enumerate(pages)
    ]
    assert importing.read(paths, journal).notices == ()
