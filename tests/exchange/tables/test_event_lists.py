"""Lists of operations and treatments, and of symptoms, and what else such headings may mean."""

from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.read_entries import Link, Reading
from secondop_desktop.exchange.tables.reading import read


def _read(text: str) -> Reading:
    found = read(text, "t.csv", Asked({}), KINDS)
    assert found is not None
    return found


def _told(text: str, kind: str) -> list[dict[str, Any]]:
    plain = (str, int, Link)
    return [
        {name: v if isinstance(v, plain) else str(v) for name, v in one.values.items()}
        for one in _read(text).drafts
        if one.kind == kind
    ]


def test_an_operation_with_who_did_it_where_and_how_it_went() -> None:
    text = (
        "Operation,Date,Hospital,Surgeon,Type,Side,Complications,Anaesthetic\n"
        "Carpal tunnel release,21/09/2017,Oakfield,Miss Lund,Surgery,right,none,local\n"
    )
    (one,) = _told(text, "treatment")
    assert (one["date"], one["type"], one["body_site"]) == (
        "21 September 2017",
        "operation",
        "right",
    )
    assert (one["side_effects"], one["notes"]) == ("none", "Anaesthetic: local")
    assert isinstance(one["given_by"], Link)
    assert isinstance(one["place"], Link)


def test_when_it_was_may_be_words_and_what_is_to_come_is_planned() -> None:
    text = "Procedure;When;Status\nGrommets;as a child;\nTAVI;März 2031;on the waiting list\n"
    grommets, valve = _told(text, "treatment")
    assert grommets == {"name": "Grommets", "date_words": "as a child"}
    assert (valve["date"], valve["status"]) == ("March 2031", "planned")


def test_an_operation_that_was_refused_was_not_done() -> None:
    (one,) = _told("Surgery,Hospital,Status\nHernia repair,Oakfield,Refused\n", "treatment")
    assert (one["status"], one["why_stopped"]) == ("not done", "refused")


def test_a_course_keeps_its_cycles_and_both_its_dates() -> None:
    text = "Treatment,Cycles,Start,End,Response\nR-CHOP,5 of 6,3 Jan 2022,May 2022,complete\n"
    (one,) = _told(text, "treatment")
    assert (one["cycles"], one["until"], one["response"]) == ("5 of 6", "May 2022", "complete")


def test_that_there_was_no_operation_is_none() -> None:
    found = _read("Operations,Year\nNo previous operations,\nTonsils out,1969\n")
    assert [one.values["name"] for one in found.drafts] == ["Tonsils out"]
    assert [one.where for one in found.skipped] == ["t.csv, line 2"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Diagnosis,Date,Treatment\nGout,2020,tablets\n", "diagnosis"),
        ("Treatment,Date,Diagnosis\nCast,2020,broken wrist\n", "treatment"),
        (
            "Date,Time,Procedure,Hospital,Doctor\n3 May 2031,09:30,Echo,Oakfield,Dr Lund\n",
            "appointment",
        ),
        ("Allergen,Symptoms,Severity\nPeanut,Swelling,severe\n", "allergy"),
        ("Symptom,Trigger,Severity\nWheeze,cats,bad\n", "symptom"),
        ("Date,Weight (kg),Symptoms\n3 May 2024,71.2,tired\n", "result"),
    ],
)
def test_the_name_that_stands_first_says_what_a_list_is_of(text: str, kind: str) -> None:
    assert kind in {one.kind for one in _read(text).drafts}


def test_a_diary_of_symptoms_with_times_and_what_else_it_tells() -> None:
    text = (
        "Date,Time,Symptom,Severity (0-10),Duration,What helped\n"
        "14/10/2026,06:40,Cramp in calf,7,5 minutes,walking\n"
        "15/10/2026,after lunch,Wind,bad,,\n"
    )
    cramp, wind = _told(text, "symptom")
    assert (cramp["date"], cramp["severity"]) == ("14 October 2026, 6:40am", 7)
    assert (cramp["helps"], cramp["notes"]) == ("walking", "Duration: 5 minutes")
    assert (wind["date"], wind["notes"]) == ("15 October 2026", "Time: after lunch")
    assert (wind["severity_words"], "severity" in wind) == ("bad", False)


@pytest.mark.parametrize(
    ("heading", "cells", "numbers"),
    [
        ("Pain score (0 to 10)", ("3", "2"), [3, 2]),
        ("Severity", ("9", "4"), [9, 4]),
        ("Severity", ("4/10", "5/10"), [4, 5]),
        ("Severity", ("4", "7"), [None, None]),
        ("Severity (1-5)", ("4", "5"), [None, None]),
        ("Severity (0-100)", ("7", "80"), [None, None]),
        ("Severity", ("40", "8"), [None, None]),
    ],
)
def test_a_number_counts_out_of_ten_only_where_that_is_certain(
    heading: str, cells: tuple[str, str], numbers: list[int | None]
) -> None:
    text = f"Symptom,Date,{heading}\nItch,1 May 2024,{cells[0]}\nItch,2 May 2024,{cells[1]}\n"
    found = _told(text, "symptom")
    assert [one.get("severity") for one in found] == numbers
    assert all(("severity_words" in one) == (one.get("severity") is None) for one in found)
    words = (one.get("severity_words", cell) for one, cell in zip(found, cells, strict=True))
    assert all(cell[:1] in word for word, cell in zip(words, cells, strict=True))


@pytest.mark.parametrize(
    ("status", "why", "kept"),
    [
        ("Refused", "afraid of the mask", "refused; afraid of the mask"),
        ("Not suitable", "", "not suitable"),
        ("Contraindicated", "Contraindicated: pacemaker", "Contraindicated: pacemaker"),
    ],
)
def test_a_word_for_why_takes_no_reason_away(status: str, why: str, kept: str) -> None:
    treatment = f"Operation,Date,Status,Why not done\nGrommets,4/11/2016,{status},{why}\n"
    (one,) = _told(treatment, "treatment")
    assert (one["status"], one["why_stopped"]) == ("not done", kept)


def test_nor_does_it_of_a_vaccination() -> None:
    text = "Vaccine,Date,Status,Why not\nShingles,4/11/2016,Deferred,had a fever\n"
    (one,) = _told(text, "vaccination")
    assert (one["status"], one["why_not"]) == ("not given", "deferred; had a fever")
