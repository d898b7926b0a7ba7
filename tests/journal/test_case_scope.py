"""What belongs to which case."""

from collections.abc import Sequence

import pytest

from secondop_desktop.journal.case_scope import belongs, entries_of_case
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from tests.journal.written import add, raw


def test_what_names_no_case_is_in_sight_in_each(journal: Journal, person: str) -> None:
    case = add(journal, "case", person=person, question="Operate, or wait?")
    loose = add(journal, "option", person=person, name="Wait")
    mine = add(journal, "option", person=person, name="Operate", case=case)
    assert _ids(journal, person, case) == [loose, mine]
    other = add(journal, "case", person=person, question="Which tablets?")
    assert _ids(journal, person, case) == [loose, mine]
    assert _ids(journal, person, other) == [loose]


def test_another_persons_case_makes_no_difference(journal: Journal, person: str) -> None:
    case = add(journal, "case", person=person, question="Operate, or wait?")
    loose = add(journal, "option", person=person, name="Wait")
    add(journal, "case", person=add(journal, "person", name="Ann"), question="Which tablets?")
    assert _ids(journal, person, case) == [loose]


def test_without_a_case_it_is_what_names_none(journal: Journal, person: str) -> None:
    loose = add(journal, "option", person=person, name="Wait")
    assert _ids(journal, person, None) == [loose]


def test_a_kind_that_knows_no_cases_belongs_to_each(journal: Journal, person: str) -> None:
    add(journal, "provider", person=person, name="Dr Bell")
    (doctor,) = entries_of_case(journal, "provider", person, "c0ffee0000000000000a")
    assert belongs(doctor, None)


def _ids(journal: Journal, person: str, case: str | None) -> list[str]:
    return [row.id for row in entries_of_case(journal, "option", person, case)]


def test_a_case_that_cannot_be_read_puts_nothing_out_of_sight(
    journal: Journal, person: str
) -> None:
    case = add(journal, "case", person=person, question="Operate, or wait?")
    other = add(journal, "case", person=person, question="Which tablets?")
    harmed = add(journal, "option", person=person, name="Operate", case=case)
    with raw(journal.path) as sql:
        sql.execute("PRAGMA foreign_keys = OFF")
        sql.execute("UPDATE option SET \"case\" = x'00ff' WHERE id = ?", (harmed,))
    assert _ids(journal, person, other) == [harmed]
    assert _ids(journal, person, None) == [harmed]


def test_what_is_of_another_case_is_not_read(
    journal: Journal, person: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = (add(journal, "case", person=person, question=text) for text in ("Why?", "How?"))
    for _number in range(5):
        add(journal, "option", person=person, name="Wait", case=one)
    mine = add(journal, "option", person=person, name="Operate", case=other)
    read: list[Sequence[object]] = []

    def rows(_kind: Kind, found: list[Sequence[object]], _met: object) -> list[object]:
        read.extend(found)
        return []

    monkeypatch.setattr(Kind, "rows", rows)
    entries_of_case(journal, "option", person, other)
    assert len(read) == 1
    assert mine in read[0]
