"""What is likely there already is never doubled in silence: it is asked, also of typed entries."""

from typing import Any

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity
from tests.exchange.bundles import Body, concept, observation, patient, resource
from tests.exchange.imports.conftest import Plans, Put

BORN = PartialDate.parse


def _asthma(name: str = "", **parts: Any) -> Body:
    body = {"code": concept("Asthma", "195967001"), "onsetDateTime": "2011-06-02"}
    return resource("Condition", name, **(body | parts))


def _add(journal: Journal, kind: str, **values: Any) -> str:
    [person] = journal.entries("person")
    with journal.change("Add") as change:
        return change.add(kind, person=person.id, **values)


NEWER = {
    "the same bare id": (_asthma("1"), _asthma("1", severity=concept("Severe"))),
    "no id at all": (_asthma(), _asthma(severity=concept("Severe"))),
    "another id": (
        _asthma("0b6d1a1c-0000-4000-8000-000000000000"),
        _asthma("0b6d2a1c-0000-4000-8000-000000000000", severity=concept("Severe")),
    ),
    "other words for one code": (
        _asthma("1"),
        _asthma("7", code=concept("Bronchial asthma", "195967001")),
    ),
}


@pytest.mark.parametrize("case", NEWER)
def test_a_newer_version_without_a_source_is_asked(
    journal: Journal, bring: Plans, put: Put, case: str
) -> None:
    older, newer = NEWER[case]
    bring("old.json", patient(), older)
    path = put("new.json", patient(), newer)
    made = importing.read([path], journal)
    assert [one.key for one in made.unanswered] == ["same"]
    with pytest.raises(UserError):
        importing.apply(journal, made)
    for answer, number in (("same", 1), ("apart", 2)):
        plan = importing.read([path], journal, answers={"same": answer})
        importing.apply(journal, plan)
        assert len(journal.entries("diagnosis")) == number
        again = importing.read([path], journal)
        assert (again.new, again.changed, again.questions) == ((), (), ()), "nothing twice"
        journal.undo()


def test_what_was_typed_is_joined_and_keeps_its_words(journal: Journal, put: Put) -> None:
    _add(journal, "diagnosis", name="asthma", date=BORN("2011"), status="inactive")
    active = concept("", "active")
    path = put("gp.json", patient(), _asthma("1", clinicalStatus=active))
    [question] = importing.read([path], journal).questions
    assert question.text == (
        "In gp.json: Asthma looks like an entry in the journal, but some details differ (What it "
        "is called; When you were told; How it is now; Code, if a letter gives one). "
        "Is it the same?"
    )
    plan = importing.read([path], journal, answers={"same": "same"})
    importing.apply(journal, plan)
    [row] = journal.entries("diagnosis")
    assert (row.name, str(row.date), row.status) == ("asthma", "2011", "inactive")
    assert row.code.startswith("195967001") or "195967001" in row.code
    assert sum("you wrote something else" in one for one in plan.notices) == 3
    again = importing.read([path], journal)
    assert (again.new, again.changed, again.questions) == ((), (), ())


def test_a_typed_value_of_that_day_is_asked_and_another_value_is_not(
    journal: Journal, put: Put
) -> None:
    typed = {"test": "Haemoglobin", "unit": "g/L", "date": BORN("2024-03-05")}
    _add(journal, "result", value=Quantity("13.4"), **typed)
    same = importing.read([put("a.json", patient(), observation("o"))], journal)
    other = importing.read([put("b.json", patient(), observation("p", "11.9"))], journal)
    assert ([len(one.questions) for one in (same, other)]) == [1, 0]


def test_what_differs_in_date_or_name_is_new(journal: Journal, bring: Plans, put: Put) -> None:
    bring("old.json", patient(), _asthma("1"))
    later = _asthma("8", onsetDateTime="2019-01-01")
    other = _asthma("9", code=concept("Eczema", "43116000"))
    plan = importing.read([put("new.json", patient(), later, other)], journal)
    assert (plan.questions, len(plan.new)) == ((), 2)


def test_each_can_be_answered_by_itself(journal: Journal, bring: Plans, put: Put) -> None:
    two = [_asthma(str(n), code=concept(name)) for n, name in enumerate(("Asthma", "Gout"))]
    bring("old.json", patient(), *two)
    severe = [body | {"severity": concept("Severe")} for body in two]
    path = put("new.json", patient(), *severe)
    [all_of_them] = importing.read([path], journal).unanswered
    assert [one.key for one in all_of_them.choices] == ["same", "apart", "each"]
    asked = importing.read([path], journal, answers={"same": "each"})
    assert [one.key for one in asked.unanswered] == ["same-1", "same-2"]
    answers = {"same": "each", "same-1": "apart", "same-2": "same"}
    importing.apply(journal, importing.read([path], journal, answers=answers))
    told = sorted((row.name, row.stage) for row in journal.entries("diagnosis"))
    assert told == [("Asthma", ""), ("Asthma", "Severe"), ("Gout", "Severe")]


def test_a_corrected_value_under_a_new_id_is_asked(
    journal: Journal, bring: Plans, put: Put
) -> None:
    bring("old.json", patient(), observation("1", "13.4"))
    corrected = observation("2", "14.3", status="corrected")
    plan = importing.read([put("new.json", patient(), corrected)], journal)
    assert [one.key for one in plan.unanswered] == ["same"]
