"""References between entries: known, of the right kind, of the same person."""

from typing import Any

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from tests.journal.written import add, contents, edit

_NOBODY = "0" * 20


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("diagnosis", {"given_by": _NOBODY}),
        ("diagnosis", {"records": (_NOBODY,)}),
        ("diagnosis", {"case": _NOBODY}),
        ("task", {"linked": (_NOBODY,)}),
        ("provider", {"person": _NOBODY}),
    ],
)
def test_an_unknown_one_is_refused(
    journal: Journal, person: str, kind: str, values: dict[str, Any]
) -> None:
    before = contents(journal)
    with pytest.raises(UserError, match=f"{next(iter(values))}: there is no .* {_NOBODY}"):
        add(journal, kind, **({"person": person} | values))
    assert contents(journal) == before


def test_one_of_another_kind_is_refused(journal: Journal, person: str) -> None:
    diagnosis = add(journal, "diagnosis", person=person, name="Angina")
    with pytest.raises(UserError, match="given_by: there is no provider with the id"):
        edit(journal, "diagnosis", diagnosis, given_by=diagnosis)
    with pytest.raises(UserError, match="records: there is no record with the id"):
        edit(journal, "diagnosis", diagnosis, records=(diagnosis,))


def test_one_of_another_person_is_refused(journal: Journal, person: str) -> None:
    other = add(journal, "person", name="Gareth Evans")
    doctor = add(journal, "provider", person=other, name="Dr Patel")
    record = add(journal, "record", person=other, title="Letter")
    for values in ({"given_by": doctor}, {"records": (record,)}):
        with pytest.raises(UserError, match="belongs to another person"):
            add(journal, "diagnosis", person=person, name="Angina", **values)
    with pytest.raises(UserError, match=r"linked: .* belongs to another person"):
        add(journal, "task", person=person, text="Ring", linked=(record,))


def test_an_entry_moves_to_another_person_only_without_ties(journal: Journal, person: str) -> None:
    other = add(journal, "person", name="Gareth Evans")
    doctor = add(journal, "provider", person=person, name="Dr Patel")
    diagnosis = add(journal, "diagnosis", person=person, name="Angina", given_by=doctor)
    for kind, entry in (("diagnosis", diagnosis), ("provider", doctor)):
        with pytest.raises(UserError, match="belongs to another person"):
            edit(journal, kind, entry, person=other)
    with journal.change("Move both") as change:
        change.edit("provider", doctor, person=other)
        change.edit("diagnosis", diagnosis, person=other)
    assert journal.get("diagnosis", diagnosis).person == other


def test_references_are_looked_at_only_when_the_change_ends(journal: Journal, person: str) -> None:
    with journal.change("Add both") as change:
        diagnosis = change.add("diagnosis", person=person, name="Angina")
        doctor = change.add("provider", person=person, name="Dr Patel")
        change.edit("diagnosis", diagnosis, given_by=doctor)
    with journal.change("Add a list") as change:
        task = change.add("task", person=person, text="Ring", linked=(diagnosis, doctor, person))
    journal.undo()
    journal.undo()
    journal.redo()
    journal.redo()
    assert journal.get("diagnosis", diagnosis).given_by == doctor
    assert journal.get("task", task).linked == (diagnosis, doctor, person)


def test_choices_are_no_references(journal: Journal, person: str) -> None:
    case = add(journal, "case", person=person, question="Why?", reasons=("serious", "rare"))
    assert journal.get("case", case).reasons == ("serious", "rare")
