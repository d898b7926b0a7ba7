"""Dates that cannot be are asked about, and a time that never was is told."""

import pytest

from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal
from tests.exchange.bundles import concept, observation, patient, resource
from tests.exchange.imports.conftest import Plans, Put

LATE = observation("o1") | {"effectiveDateTime": "2084-02-01"}


def test_what_happened_in_the_future_is_asked_about_and_stays_open(
    journal: Journal, bring: Plans
) -> None:
    made = bring("b.json", patient(), LATE)
    [asked] = made.questions
    assert (asked.key, asked.answer) == ("future-dates", "open")
    assert asked.text.startswith("1 date in b.json is in the future: 1 February 2084")
    [row] = journal.entries("result")
    assert (row.date, row.unread) == (None, {"date": "2084-02-01"})


def test_it_is_taken_where_somebody_says_so(journal: Journal, put: Put) -> None:
    path = put("b.json", patient(), LATE)
    [item] = importing.read([path], journal, answers={"future-dates": "as-told"}).new
    assert item.draft.values["date"].iso == "2084-02-01"


@pytest.mark.parametrize(
    "body",
    [
        resource("Appointment", "a", status="booked", start="2084-02-01T10:00:00Z"),
        resource("ServiceRequest", "s", code=concept("Scan"), occurrenceDateTime="2084-02-01"),
        resource("MedicationRequest", "m", medicationCodeableConcept=concept("Iron")),
    ],
)
def test_what_is_still_to_come_is_not_asked_about(bring: Plans, body: dict[str, object]) -> None:
    assert bring("b.json", patient(), body).questions == ()


def test_a_time_that_never_was_is_told(journal: Journal, bring: Plans) -> None:
    made = bring("b.json", patient(), observation("o1") | {"effectiveDateTime": "2025-03-30T01:20"})
    assert "no such time as 30 March 2025, 1:20am" in made.notices[0]
    assert journal.entries("result")[0].date.iso == "2025-03-30"


@pytest.mark.parametrize(
    "told", ["2025-10-26T01:20", "2025-10-26T00:20Z", "2025-10-26T06:50+05:30"]
)
def test_a_time_that_came_twice_is_told(journal: Journal, bring: Plans, told: str) -> None:
    made = bring("b.json", patient(), observation("o1") | {"effectiveDateTime": told})
    [said] = made.notices
    assert "26 October 2025, 1:20am came twice" in said
    assert journal.entries("result")[0].date.iso == "2025-10-26T01:20"


def test_what_is_no_date_is_told_and_kept(journal: Journal, bring: Plans) -> None:
    odd = [observation(f"o{n}", n) | {"effectiveDateTime": f"2025-02-{n}"} for n in (30, 31)]
    [said] = bring("b.json", patient(), *odd).notices
    assert said.startswith("2 of the dates cannot be read, such as “2025-02-30” in b.json, entry 2")
    assert {row.unread["date"] for row in journal.entries("result")} == {"2025-02-30", "2025-02-31"}


@pytest.mark.parametrize(
    ("body", "kind", "field"),
    [
        (resource("Procedure", "p", code=concept("Hip replacement"), status="completed")
         | {"performedDateTime": "2091-05-04"}, "treatment", "date"),
        (resource("Immunization", "i", vaccineCode=concept("Tetanus"), status="completed")
         | {"occurrenceDateTime": "2091-05-04"}, "vaccination", "date"),
        (resource("Encounter", "e", status="finished", type=[concept("Clinic")])
         | {"period": {"start": "2091-05-04"}}, "appointment", "when"),
        (resource("MedicationRequest", "m", medicationCodeableConcept=concept("Iron"))
         | {"status": "completed", "authoredOn": "2091-05-04"}, "medicine", "start"),
    ],
)  # fmt: skip
def test_what_is_said_to_be_over_is_asked_about_too(
    journal: Journal, bring: Plans, body: dict[str, object], kind: str, field: str
) -> None:
    [asked] = bring("b.json", patient(), body).questions
    assert asked.key == "future-dates"
    [row] = journal.entries(kind)
    assert (getattr(row, field), row.unread) == (None, {field: "2091-05-04"})


@pytest.mark.parametrize("status", ["preparation", "not-done"])
def test_a_procedure_that_is_not_said_to_be_done_may_be_to_come(bring: Plans, status: str) -> None:
    body = resource("Procedure", "p", code=concept("Hip replacement"), status=status)
    assert bring("b.json", patient(), body | {"performedDateTime": "2091-05-04"}).questions == ()


@pytest.mark.parametrize(
    ("body", "kind", "field"),
    [
        (observation("o1") | {"effectiveDateTime": "1905-02-11"}, "result", "date"),
        (resource("Condition", "c", code=concept("Measles"), onsetDateTime="1949"),
         "diagnosis", "date"),
        (resource("Immunization", "i", vaccineCode=concept("Polio"), status="completed")
         | {"occurrenceDateTime": "1950-05-02"}, "vaccination", "date"),
    ],
)  # fmt: skip
def test_a_date_before_the_birth_is_asked_about_and_stays_open(
    journal: Journal, put: Put, body: dict[str, object], kind: str, field: str
) -> None:
    path = put("b.json", patient(), body)
    made = importing.read([path], journal)
    [asked] = made.questions
    assert (asked.key, asked.answer) == ("before-birth", "open")
    assert "is before the date of birth (3 May 1950): " in asked.text
    kept = importing.read([path], journal, answers={"before-birth": "as-told"})
    assert [item.draft.values[field].iso for item in kept.new if item.kind == kind]
    importing.apply(journal, made)
    [row] = journal.entries(kind)
    assert (getattr(row, field), list(row.unread)) == (None, [field])
    assert importing.read([path], journal).new == (), "and it is the same when read again"


def test_a_table_is_asked_about_too_and_the_family_is_not(journal: Journal, put: Put) -> None:
    table = put("t.csv", "Date,Test,Result,Unit\n21/02/1949,Zinc,12,umol/L\n")
    assert [one.key for one in importing.read([table], journal).questions] == ["before-birth"]
    aunt = resource("FamilyMemberHistory", "f", relationship=concept("Aunt"), date="1931")
    assert importing.read([put("f.json", patient(), aunt)], journal).questions == ()


def test_the_date_of_birth_in_the_file_counts_for_somebody_new(empty: Journal, put: Put) -> None:
    early = observation("o1") | {"effectiveDateTime": "1905-02-11"}
    made = importing.read([put("b.json", patient(), early)], empty, "new")
    assert [one.key for one in made.questions] == ["before-birth"]


@pytest.mark.parametrize(
    ("table", "kind", "field"),
    [
        ("Test,Result,Date\nZinc,12,23.07.48\nZinc,13,24.07.2021\n", "result", "date"),
        ("Medicine,Dose,Started\nSenna,2,23.07.48\nIron,1,24.07.2021\n", "medicine", "start"),
    ],
)
def test_what_stays_open_is_kept_as_the_table_prints_it(
    journal: Journal, put: Put, table: str, kind: str, field: str
) -> None:
    importing.apply(journal, importing.read([put("t.csv", table)], journal))
    unread = [row.unread for row in journal.entries(kind) if row.unread]
    assert unread == [{field: "23.07.48"}]
