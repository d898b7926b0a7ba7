"""A letter that says whom it is about is not filed under somebody else."""

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.incoming.letter_patient import patient
from secondop_desktop.exchange.people.somebody_else import SomebodyElseError
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from tests.exchange.imports.conftest import Put

NUMBER = "9434765870"


def _told(text: str) -> dict[str, str]:
    return {name: getattr(one, "iso", one) for name, one in patient(text).items()}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Re: Mr A FENN  DOB: 07/08/1961", {"birth_date": "1961-08-07"}),
        ("Date of birth:\n7 August 1961", {"birth_date": "1961-08-07"}),
        ("NHS number 943 476 5870", {"nhs_number": NUMBER}),
        ("Patient: FENN, Arthur (Mr)", {"name": "FENN, Arthur"}),
        ("Patient name: Arthur Fenn\nPatient: Mr A. Fenn\nNHS 9434765870", {"nhs_number": NUMBER}),
        ("She was born in Hull on 3 March 1920.", {}),
        ("DOB 07/08/1961. Her baby: DOB 01/02/1990", {}),
        ("Ring NHS 111, or 0300 123 4567", {}),
        ("Patient: elderly gentleman, frail", {}),
        ("Patient information from the NHS", {}),
    ],
)
def test_only_what_a_label_says_is_read(text: str, told: dict[str, str]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("DOB: 07/08/1961", "a person without a name, born 7 August 1961"),
        ("NHS No: 943 476 5870", "NHS number 943 476 5870"),
        ("Patient: Arthur Fenn", "Arthur Fenn"),
        ("Patient: Arthur Fenn, DOB 3 May 1950", "Arthur Fenn"),
    ],
)
def test_a_letter_about_another_is_stopped(
    journal: Journal, put: Put, text: str, said: str
) -> None:
    _with_number(journal)
    path = put("letter.txt", f"Dear Dr Moss,\n{text}\nI saw this patient today.")
    with pytest.raises(SomebodyElseError, match=r"letter\.txt is about") as found:
        importing.read([path], journal)
    assert said in str(found.value)
    [person] = journal.entries("person")
    assert importing.read([path], journal, person.id).new, "the person may say that it is theirs"


@pytest.mark.parametrize(
    "text",
    [
        "NHS No: 943 476 5919, DOB: 04/05/1950",
        "Patient: Margaret Thornton, DOB 3 May 1950",
        "Patient: Mrs M Hale",
        "Her mother was born on 7 August 1921.",
    ],
)
def test_a_letter_that_may_be_theirs_comes_in(journal: Journal, put: Put, text: str) -> None:
    _with_number(journal)
    assert importing.read([put("letter.txt", text)], journal).new


def test_the_right_person_is_offered(journal: Journal, put: Put) -> None:
    with journal.change("Add person") as change:
        born = PartialDate.parse("1961-08-07")
        right = change.add("person", name="Arthur Fenn", birth_date=born)
    wrong = next(row.id for row in journal.entries("person") if row.id != right)
    path = put("letter.txt", "DOB: 07/08/1961\nPatient: Mr Arthur Fenn")
    with pytest.raises(SomebodyElseError) as found:
        importing.read([path], journal, wrong, sure=False)
    assert [row.id for row in found.value.fitting] == [right]


def test_whom_a_letter_names_can_be_added(journal: Journal, put: Put) -> None:
    path = put("letter.txt", "Patient: Arthur Fenn\nDOB: 07/08/1961")
    importing.apply(journal, importing.read([path], journal, "new"))
    assert {row.name for row in journal.entries("person")} == {"Margaret Hale", "Arthur Fenn"}
    with pytest.raises(UserError, match="Nothing in"):
        importing.read([put("other.txt", "DOB: 07/08/1961")], journal, "new")


def test_in_an_empty_journal_that_person_is_offered(empty: Journal, put: Put) -> None:
    plan = importing.read([put("letter.txt", "Patient: Arthur Fenn\nDOB: 07/08/1961")], empty)
    assert (plan.new[0].kind, plan.new[0].title) == ("person", "Arthur Fenn")
    with pytest.raises(UserError, match="no person yet"):
        importing.read([put("other.txt", "Dear Doctor,")], empty)


def _with_number(journal: Journal) -> None:
    [person] = journal.entries("person")
    with journal.change("Edit") as change:
        change.edit("person", person.id, nhs_number="9434765919")
