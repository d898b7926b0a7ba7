"""Allergies on paper."""

from secondop_desktop.features.allergies.pdf import CHAPTERS
from tests.features.paper import Sheet
from tests.features.rows import day

ALLERGIES = CHAPTERS["allergy"]


def test_all_that_is_known_of_an_allergy() -> None:
    sheet = Sheet()
    known = {"severity": "severe", "kind_of": "allergy", "status": "past"}
    sheet.add("allergy", substance="Latex", reaction="Rash", since=day("1982"), **known)
    assert sheet.printed(ALLERGIES) == (
        "Reacts to What happens How strong, and how sure Since "
        "Latex Allergy Rash Severe I had it in the past 1982"
    )


def test_columns_without_anything_in_them_are_not_printed() -> None:
    sheet = Sheet()
    sheet.add("allergy", substance="Latex", status="active")
    assert sheet.columns(ALLERGIES) == ["Reacts to"]


def test_no_allergy_makes_no_chapter() -> None:
    assert ALLERGIES.make(Sheet()) == []
