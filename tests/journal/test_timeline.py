"""Everything dated in one row, as it happened."""

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.timeline import timeline
from secondop_desktop.journal.values.dates import PartialDate
from tests.journal.written import add, put_away


def _titles(journal: Journal, person: str | None = None) -> list[str]:
    return [dated.title for dated in timeline(journal, person)]


def test_all_kinds_stand_in_the_order_of_their_days(journal: Journal, person: str) -> None:
    add(journal, "symptom", person=person, what="Pain", date=PartialDate(2026, 3, 5))
    add(journal, "diagnosis", person=person, name="Angina", date=PartialDate(2024))
    add(journal, "record", person=person, title="Letter", date=PartialDate(2026, 3, 4))
    assert _titles(journal) == ["Angina", "Letter", "Pain"]


def test_a_less_precise_date_stands_before_what_it_may_contain(
    journal: Journal, person: str
) -> None:
    for name, day in (("day", (2026, 3, 1)), ("month", (2026, 3)), ("year", (2026,))):
        add(journal, "diagnosis", person=person, name=name, date=PartialDate(*day))
    assert _titles(journal) == ["year", "month", "day"]


def test_what_has_no_date_or_is_in_the_bin_is_not_there(journal: Journal, person: str) -> None:
    add(journal, "diagnosis", person=person, name="Some time")
    gone = add(journal, "diagnosis", person=person, name="Gone", date=PartialDate(2026))
    put_away(journal, "diagnosis", gone)
    add(journal, "provider", person=person, name="Dr Patel")
    assert timeline(journal) == []


def test_one_persons_or_everybodys(journal: Journal, person: str) -> None:
    other = add(journal, "person", name="Gareth Evans")
    add(journal, "diagnosis", person=person, name="Angina", date=PartialDate(2026))
    add(journal, "diagnosis", person=other, name="Gout", date=PartialDate(2025))
    assert _titles(journal) == ["Gout", "Angina"]
    assert _titles(journal, person) == ["Angina"]
    (dated,) = timeline(journal, other)
    assert (dated.person, dated.kind.name, dated.date) == (other, "diagnosis", PartialDate(2025))


def test_others_are_named_in_the_second_line(journal: Journal, person: str) -> None:
    doctor = add(journal, "provider", person=person, name="Dr Patel")
    add(
        journal,
        "diagnosis",
        person=person,
        name="Angina",
        date=PartialDate(2026),
        given_by=doctor,
    )
    (dated,) = timeline(journal)
    assert "Dr Patel" in dated.line


def test_what_is_only_begun_is_there_as_a_draft(journal: Journal, person: str) -> None:
    add(journal, "diagnosis", person=person, stage="Grade 2", date=PartialDate(2025))
    add(journal, "diagnosis", person=person, name="Gout", date=PartialDate(2026))
    assert [dated.draft for dated in timeline(journal)] == [True, False]
