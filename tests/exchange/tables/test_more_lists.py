"""Lists of allergies, vaccinations and diagnoses, and how it stands with what any list names."""

from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.read_entries import Link, Reading
from secondop_desktop.exchange.tables.reading import read


def _read(text: str, answers: dict[str, str] | None = None) -> Reading:
    found = read(text, "t.csv", Asked(answers or {}), KINDS)
    assert found is not None
    return found


def _told(text: str, kind: str) -> list[dict[str, Any]]:
    plain = (str, dict, Link)
    return [
        {name: v if isinstance(v, plain) else str(v) for name, v in one.values.items()}
        for one in _read(text).drafts
        if one.kind == kind
    ]


def test_allergies_keep_how_sure_and_how_bad_they_are() -> None:
    text = (
        "Allergen\tReaction\tSeverity\tVerification status\tDate recorded\n"
        "Amoxicillin\tHives\tMild\tRefuted\t28/02/1994\n"
        "Wasp stings\tSwollen throat\tlife-threatening\tConfirmed\twhen small\n"
    )
    refuted, sting = _told(text, "allergy")
    assert (refuted["certainty"], refuted["severity"]) == ("ruled out", "mild")
    assert refuted["recorded"] == "28 February 1994"
    assert sting["reaction"] == "Swollen throat; Severity: life-threatening"
    assert (sting["certainty"], sting["notes"]) == ("confirmed", "Date recorded: when small")


def test_a_list_of_drugs_beside_reactions_is_one_of_allergies() -> None:
    (one,) = _told("Drug,Reaction,Start date\nTrimethoprim,Rash,2008\n", "allergy")
    assert one == {"substance": "Trimethoprim", "reaction": "Rash", "since": "2008"}


def test_a_list_of_drugs_with_doses_stays_one_of_medicines() -> None:
    text = "Drug,Dose,Reaction\nTrimethoprim,200 mg,none\n"
    assert [one.kind for one in _read(text).drafts] == ["medicine"]


@pytest.mark.parametrize("said", ["NKDA", "No known allergies", "Nil known"])
def test_that_there_are_none_is_no_allergy(said: str) -> None:
    found = _read(f"Allergy,Reaction\n{said},\nEggs,Sick\n")
    assert [one.values["substance"] for one in found.drafts] == ["Eggs"]
    assert [one.where for one in found.skipped] == ["t.csv, line 2"]


def test_vaccinations_with_who_gave_them_where_and_from_which_batch() -> None:
    text = (
        "Immunisation,Date given,Batch,Stage,Given by,Where,Hersteller\n"
        "Pneumovax 23,30/09/2020,T0041,Booster,Nurse Okafor,Hill Surgery,MSD\n"
        "BCG,at school,,,,,\n"
    )
    pneumonia, school = _told(text, "vaccination")
    assert (pneumonia["lot"], pneumonia["dose_number"]) == ("T0041", "Booster")
    assert pneumonia["notes"] == "Hersteller: MSD"
    assert isinstance(pneumonia["given_by"], Link)
    assert isinstance(pneumonia["place"], Link)
    assert school == {"name": "BCG", "date_words": "at school"}


def test_a_vaccination_that_was_refused_was_not_given() -> None:
    (one,) = _told("Vaccine,Date,Status\nShingrix,14/10/2023,Declined\n", "vaccination")
    assert (one["status"], one["why_not"]) == ("not given", "declined")


def test_diagnoses_with_how_they_stand() -> None:
    text = (
        "Diagnose;Beginn;Diagnosesicherheit;Status\n"
        "Vorhofflimmern;17.08.2015;G;aktiv\n"
        "Herzinfarkt;;A;\n"
        "Gicht;Kindheit;;unklar\n"
    )
    flutter, heart, gout = _told(text, "diagnosis")
    assert (flutter["certainty"], flutter["status"]) == ("confirmed", "active")
    assert heart == {"name": "Herzinfarkt", "certainty": "ruled out"}
    assert gout == {"name": "Gicht", "began_words": "Kindheit", "notes": "Status: unklar"}


@pytest.mark.parametrize(
    ("said", "status"),
    [("Never issued", "not issued"), ("Discontinued", "stopped"), ("not taking", "not taken")],
)
def test_a_medicine_says_whether_it_is_taken(said: str, status: str) -> None:
    (one,) = _told(f"Medicine,Dose,Status\nBisoprolol,5 mg,{said}\n", "medicine")
    assert one["status"] == status


def test_a_medicine_taken_only_when_needed_says_so() -> None:
    text = "Medicine,Dose,PRN\nSalbutamol,2 puffs,Yes\nBeclometasone,1 puff,No\n"
    puffs = _told(text, "medicine")
    assert [one.get("status") for one in puffs] == ["as needed", None]


def test_an_appointment_that_was_cancelled_is_not_to_come() -> None:
    text = "Date,Time,Clinic,Doctor,Status\n21/09/2031,14:30,Eyes,Dr Moss,Cancelled\n"
    assert _told(text, "appointment")[0]["status"] == "cancelled"


def test_a_list_with_unknown_headings_can_be_chosen_to_be_one_of_allergies() -> None:
    text = "What,Then\nKiwi fruit,Itching\n"
    asked = {"columns": "allergies", "t.csv#1": "substance", "t.csv#2": "reaction"}
    (one,) = _read(text, asked).drafts
    assert one.values == {"substance": "Kiwi fruit", "reaction": "Itching"}


def test_a_row_of_a_name_alone_before_the_next_table_is_read() -> None:
    text = (
        "Allergies\nAllergen,Reaction,Date recorded\nNickel,Itching,2012\nLatex,,\n\n"
        "Vaccinations\nVaccine,Date,Batch\nTetanus,14/05/2016,T7\n"
    )
    assert [one["substance"] for one in _told(text, "allergy")] == ["Nickel", "Latex"]
    assert [one["name"] for one in _told(text, "vaccination")] == ["Tetanus"]


def test_a_table_of_values_beside_a_condition_is_none_of_diagnoses() -> None:
    drafts = _read("Date,Condition,Weight (kg)\n13/05/2024,fasting,71.5\n").drafts
    assert {one.kind for one in drafts} == {"result"}


def test_what_stands_alone_between_the_rows_of_a_list_is_no_entry() -> None:
    text = (
        "Tablet,Dose,Directions,Hinweis\n"
        "Senna,7.5 mg,at night,with water\n"
        "Checked with the pharmacy in March,,,\n"
        "Total tablets: 1,,,\n"
        "Adcal-D3,,,\n"
    )
    found = _read(text)
    names = [(one.values["name"], one.values.get("notes", "")) for one in found.drafts]
    assert names == [("Senna", "with water"), ("Adcal-D3", "")]
    assert [one.line for one in found.skipped] == [3, 4]


def test_when_it_happened_beside_a_reaction_is_no_way_to_take_it() -> None:
    [one] = _told("Allergies,Reaction,When\nShellfish,swollen lips,2003\n", "allergy")
    assert (one["substance"], one["recorded"]) == ("Shellfish", "2003")


def test_an_operation_that_is_called_total_is_one() -> None:
    text = "Operation,Date,Hospital\nTotal hip replacement,,\n"
    assert [one["name"] for one in _told(text, "treatment")] == ["Total hip replacement"]
