"""Marks tell which fields a file told differently."""

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.read_entries import Link, Marks
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range

DIAGNOSIS = KINDS["diagnosis"]
VALUES = {
    "name": "Angina",
    "date": PartialDate.parse("2024-03"),
    "given_by": Link("fhir:d"),
    "notes": "",
    "ended": None,
    "records": (),
}


def test_marks_are_read_again_as_they_were_written() -> None:
    marks = Marks.of(DIAGNOSIS, VALUES)
    assert Marks.parse(str(marks)) == marks
    assert list(Marks.parse(str(marks)).fields) == ["date", "given_by", "name"]


def test_equal_values_have_equal_marks_and_others_do_not() -> None:
    marks = Marks.of(DIAGNOSIS, VALUES)
    other = Marks.of(DIAGNOSIS, VALUES | {"name": "Asthma", "given_by": Link("fhir:e")})
    assert str(Marks.of(DIAGNOSIS, dict(reversed(VALUES.items())))) == str(marks)
    assert other.fields["date"] == marks.fields["date"]
    assert other.fields["name"] != marks.fields["name"]
    assert other.fields["given_by"] != marks.fields["given_by"]


def test_other_texts_hold_no_marks() -> None:
    assert Marks.parse("sha256 of something") == Marks()
    assert Marks.parse("") == Marks()


def test_marks_of_what_the_file_holds_are_the_same() -> None:
    values = {
        "test": "Ferritin\x00",
        "value": Quantity("<0.5"),
        "range": Range.of("1,005-1,030", ","),
        "date": PartialDate.parse("2024-03-05T10:30"),
        "star": False,
        "unread": {"date": "31 February"},
        "record": Link("fhir:r"),
        "lab": "",
    }
    kind = KINDS["result"]
    stored = kind.stored({**values, "record": "0" * 20})
    assert Marks.of_stored(kind, values, stored) == Marks.of(kind, values)
