"""Nobody's records end up with another person."""

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.people.person_fit import Fit, fit
from secondop_desktop.exchange.people.somebody_else import SomebodyElseError
from secondop_desktop.exchange.people.whose import NEW
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from tests.exchange.bundles import NHS_NUMBER, concept, observation, patient, resource
from tests.exchange.imports.conftest import Plans, Put

STRANGER = patient(name=[{"text": "Arthur Penn"}], birthDate="1931-01-01")


def _one(name: str = "", born: str = "", number: str = "", known_as: str = "") -> dict[str, object]:
    date = PartialDate.parse(born) if born else None
    return {"name": name, "birth_date": date, "nhs_number": number, "known_as": known_as}


@pytest.mark.parametrize(
    ("told", "person", "expected"),
    [
        (_one("Ann Lee", "1950-05-03"), _one("Ann Lee", "1950-05-03"), Fit.SAME),
        (_one("Mrs Ann LEE", "1950-05-03"), _one("ann lee", "1950-05-03"), Fit.SAME),
        (_one("Ann Mary Lee"), _one("Ann Lee"), Fit.SAME),
        (_one("Lee"), _one("Ann Lee"), Fit.UNSURE),
        (_one("Ann Lee", "1950-05-03"), _one("Mum"), Fit.UNSURE),
        (_one("Ann Lee", "1950-05-03"), _one("Ann Hall", "1950-05-03"), Fit.OTHER),
        (_one("Ann Lee", "1950-05-03"), _one("Ann Lee", "1980-05-03"), Fit.OTHER),
        (_one("Ann Lee", number="9434765919"), _one("Mum", number="943 476 5919"), Fit.SAME),
        (_one("Ann Lee", number="9434765919"), _one("Ann Lee", number="9434765870"), Fit.OTHER),
        (_one("Ann Lee", number="12"), _one("Ann Lee", number="9434765870"), Fit.SAME),
        (_one("Ann Lee", "1950"), _one("Ann Lee", "1950-05-03"), Fit.SAME),
        (_one("Annie Lee"), _one("Ann Lee", known_as="Annie Lee"), Fit.SAME),
        # Twins, a father and his son, a family name that changed, day and month changed about.
        (_one("Ben Lee", "1950-05-03"), _one("Ann Lee", "1950-05-03"), Fit.OTHER),
        (_one("Ann Lee", "1950-05-03"), _one("Ann Lee", "1922-05-03"), Fit.OTHER),
        (_one("Ann Lee", "1950-03-05"), _one("Ann Lee", "1950-05-03"), Fit.OTHER),
        (_one("Ann Hall", number="9434765919"), _one("Ann Lee", number="9434765919"), Fit.SAME),
        (
            _one("Ann Lee", "1950-03-05", "943 476 5919"),
            _one("Ann Lee", "1950-05-03", "9434765919"),
            Fit.SAME,
        ),
        (
            _one("Ann Lee", "1961-08-09", "9434765919"),
            _one("Ann Lee", "1950-05-03", "9434765919"),
            Fit.OTHER,
        ),
        (_one("Ben Hall", number="9434765919"), _one("Ann Lee", number="9434765919"), Fit.OTHER),
        (_one("Ann Lee", "1950-05-03"), _one("Ann Lee", "1951"), Fit.OTHER),
        (_one("Ben Hall"), _one("Ann Lee"), Fit.OTHER),
        (_one("A Lee"), _one("Ann Lee"), Fit.UNSURE),
        # What somebody is called at home hides no other name.
        (_one("Ben Hall"), _one("Ann Lee", known_as="Nan"), Fit.OTHER),
        (_one("Nan Lee"), _one("Ann Lee", known_as="Nan"), Fit.SAME),
        (_one("LEE, Nan"), _one("Lee, Ann", known_as="Nan"), Fit.SAME),
        (_one("Ann Lee"), _one("Mum", known_as="Mum"), Fit.UNSURE),
        (_one("A Lee", "1950-05-03"), _one("Ann Lee", "1950-05-03"), Fit.SAME),
    ],
)
def test_how_well_two_people_agree(
    told: dict[str, object], person: dict[str, object], expected: Fit
) -> None:
    assert fit(told, person) is expected


def test_the_records_of_somebody_else_are_refused(plan: Plans) -> None:
    with pytest.raises(UserError) as refused:
        plan("b.json", STRANGER, observation("o1"))
    assert str(refused.value) == (
        "b.json is about Arthur Penn, born 1 January 1931, but this journal is about "
        "Margaret Hale, born 3 May 1950. Say whose records these are (--person ID on the "
        "command line) if they belong together, or add the person (--person new)."
    )


def test_who_says_whose_they_are_is_believed_with_a_word_of_doubt(
    journal: Journal, plan: Plans
) -> None:
    [person] = journal.entries("person")
    made = plan("b.json", STRANGER, observation("o1"), person=person.id)
    assert made.person == person.id
    assert made.notices == (
        "b.json is about Arthur Penn, born 1 January 1931; it will be added for Margaret Hale, "
        "born 3 May 1950. Check that this is right.",
    )


def test_the_person_that_fits_is_found_among_several(journal: Journal, plan: Plans) -> None:
    with journal.change("Add person") as change:
        other = change.add("person", name="Dad", nhs_number="943 476 5919")
    number = [{"system": NHS_NUMBER, "value": "9434765919"}]
    assert plan("b.json", patient(identifier=number, birthDate="1931-01-01")).person == other
    assert plan("c.json", patient()).person == journal.entries("person")[0].id


def test_among_several_somebody_must_fit(journal: Journal, plan: Plans) -> None:
    with journal.change("Add person") as change:
        change.add("person", name="Dad")
    with pytest.raises(UserError, match=r"^b\.json is about Arthur Penn.*--person ID"):
        plan("b.json", STRANGER)
    with pytest.raises(UserError, match=r"^Say who n\.txt is for"):
        plan("n.txt", "Note")


def test_a_journal_without_a_person_needs_one(empty: Journal, put: Put) -> None:
    with pytest.raises(UserError, match="no person yet"):
        importing.read([put("n.txt", "Note")], empty)


def test_files_about_different_people_are_refused(plan: Plans) -> None:
    two = patient(id="other", name=[{"text": "Arthur Penn"}], birthDate="1931-01-01")
    theirs = observation("o2") | {"subject": {"reference": "Patient/other"}}
    made = plan("b.json", patient(), observation("o1"), two, theirs)
    assert len(made.new) == 1
    assert made.questions[0].key == "whose-rows"
    assert [one.why for one in made.skipped] == [
        "1 entry is about Arthur Penn, born 1 January 1931."
    ]
    with pytest.raises(UserError, match="different people"):
        plan("c.json", observation("o1"), theirs)


def test_patients_of_whom_nothing_is_told_are_asked_about(plan: Plans) -> None:
    nobodys = [{"resourceType": "Patient", "id": name} for name in ("x", "y")]
    theirs = [observation(f"o{n}") | {"subject": {"reference": f"Patient/{n}"}} for n in "xy"]
    made = plan("b.json", *nobodys, *theirs)
    assert made.new == ()
    [question] = made.unanswered
    assert len({one.key for one in question.choices}) == 2


@pytest.mark.parametrize(
    "subject",
    [
        {"display": "Arthur Penn"},
        {"reference": "Patient/7", "display": "PENN, Arthur (Mr)"},
        {"identifier": {"system": NHS_NUMBER}, "display": "Arthur Penn"},
    ],
)
def test_who_is_named_beside_a_reference_is_whom_a_file_is_about(
    plan: Plans, subject: dict[str, object]
) -> None:
    with pytest.raises(SomebodyElseError):
        plan("b.json", observation("o1") | {"subject": subject})


def test_an_entry_that_names_somebody_else_than_the_patient_is_skipped(bring: Plans) -> None:
    theirs = observation("o2") | {"subject": {"display": "Arthur Penn"}}
    mine = observation("o1") | {"subject": {"display": "HALE, Margaret"}}
    made = bring("b.json", patient(), mine, theirs)
    assert [item.kind for item in made.new] == ["result"]
    assert [one.why for one in made.skipped] == ["It is about another person."]


def test_a_word_beside_a_reference_names_nobody(bring: Plans) -> None:
    subject = {"reference": "Patient/7", "display": "Patient 7"}
    assert len(bring("b.json", observation("o1") | {"subject": subject}).new) == 1


def test_an_entry_about_somebody_else_is_skipped(journal: Journal, bring: Plans) -> None:
    theirs = resource("Condition", "c2", code=concept("Asthma"))
    theirs["subject"] = {"reference": "Patient/brother"}
    mine = resource("Condition", "c1", code=concept("Angina"))
    made = bring("b.json", patient(), mine, theirs)
    assert [row.name for row in journal.entries("diagnosis")] == ["Angina"]
    assert [one.why for one in made.skipped] == ["It is about another person."]


def _add(journal: Journal, **values: object) -> str:
    with journal.change("Add person") as change:
        return change.add("person", **values)


def test_the_open_person_is_not_taken_where_another_fits_better(journal: Journal, put: Put) -> None:
    [margaret] = journal.entries("person")
    father = _add(journal, name="Arthur Penn")
    son = _add(journal, name="Arthur Penn", birth_date=PartialDate.parse("1931-01-01"))
    path = put("b.json", STRANGER, observation("o1"))
    for open_person in (margaret.id, father):
        with pytest.raises(SomebodyElseError) as found:
            importing.read([path], journal, open_person, sure=False)
        assert [row.id for row in found.value.fitting] == [son]
    assert importing.read([path], journal, son, sure=False).certain
    assert importing.read([path], journal).person == son


def test_what_speaks_against_the_person_stands_side_by_side(journal: Journal, put: Put) -> None:
    [person] = journal.entries("person")
    with pytest.raises(SomebodyElseError) as found:
        importing.read([put("b.json", STRANGER)], journal, person.id, sure=False)
    assert [(one.in_file, one.in_journal, one.agrees) for one in found.value.differences] == [
        ("Arthur Penn", "Margaret Hale", False),
        ("1 January 1931", "3 May 1950", False),
        ("", "", None),
    ]
    assert found.value.fitting == ()


def test_the_person_of_a_file_can_be_added(journal: Journal, put: Put) -> None:
    plan = importing.read([put("b.json", STRANGER, observation("o1"))], journal, NEW)
    importing.apply(journal, plan)
    arthur = journal.entries("person", name="Arthur Penn")[0]
    assert [row.person for row in journal.entries("result")] == [arthur.id]
    with pytest.raises(UserError, match="says who"):
        importing.read([put("n.txt", "Note")], journal, NEW)


def test_a_hospitals_spelling_is_said(plan: Plans) -> None:
    made = plan("b.json", patient(name=[{"text": "HALE, Mrs Margaret"}]), observation("o1"))
    assert made.notices == (
        "b.json writes the name as “HALE, Mrs Margaret”. This is treated as Margaret Hale, "
        "born 3 May 1950, the same person.",
    )
    assert made.certain


def test_who_has_no_date_of_birth_gets_nothing_without_a_yes(empty: Journal, put: Put) -> None:
    person = _add(empty, name="Margaret Hale")
    path = put("b.json", patient(gender="female"), observation("o1"))
    for answers in ({}, {"identity": "no"}):
        made = importing.read([path], empty, person, answers)
        assert [question.key for question in made.questions] == ["identity"]
        assert [item.kind for item in (*made.new, *made.changed, *made.same)] == ["result"]
    importing.apply(empty, importing.read([path], empty, person, {"identity": "yes"}))
    [after] = empty.entries("person")
    assert (after.birth_date.iso, after.sex) == ("1950-05-03", "female")
    assert importing.read([path], empty, person).questions == ()


def test_one_number_is_a_yes(empty: Journal, put: Put) -> None:
    person = _add(empty, name="Margaret Hale", nhs_number="943 476 5919")
    number = [{"system": NHS_NUMBER, "value": "9434765919"}]
    made = importing.read([put("b.json", patient(identifier=number))], empty, person)
    assert ([item.kind for item in made.changed], made.questions) == (["person"], ())


def test_all_people_of_a_file_are_named(plan: Plans) -> None:
    two = patient(id="other", name=[{"text": "Arthur Hale"}])
    theirs = observation("o2") | {"subject": {"reference": "Patient/other"}}
    [whose] = plan("b.json", patient(), observation("o1"), two, theirs).questions
    assert [one.label for one in whose.choices] == [
        "Margaret Hale, born 3 May 1950",
        "Arthur Hale, born 3 May 1950",
    ]
