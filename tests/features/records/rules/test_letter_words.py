"""What a letter says of itself, read from letters of many hospitals."""

from datetime import date

import pytest

from secondop_desktop.features.records.rules.letter_dates import letter_date
from secondop_desktop.features.records.rules.letter_words import (
    sort,
    suggested_title,
    understood,
)

TODAY = date(2026, 11, 29)
DOCTORS = {"a": "Dr Anjali Varmaraj", "b": "Mr Owen Lloyd-Price", "c": "Westermere Hospital"}

CLINIC = """Westermere General Hospital
Cardiology
Date of clinic: 4 November 2026
Date typed: 12 November 2026
Patient: Marjorie Example   DOB: 03/02/1948   NHS No: 999 000 0018

Dear Dr Bell,

I saw her today. The CT scan report of September says the valve is narrow.

Yours sincerely

Dr A. Varmaraj
Consultant Cardiologist
cc Mr Owen Lloyd-Price
"""


def test_a_letter_from_a_clinic() -> None:
    read = understood(CLINIC, DOCTORS, TODAY)
    assert read.type == "letter"
    assert read.date is not None
    assert read.date.stored == "2026-11-12"
    assert read.date_words == "Date typed: 12 November 2026"
    assert (read.sender, read.signed) == ("a", "Dr A. Varmaraj")


@pytest.mark.parametrize(
    ("lines", "stored"),
    [
        (["Typed: 3rd of March 2024"], "2024-03-03"),
        (["Re: Ann Example, born 1 May 1950", "2 June 2025"], "2025-06-02"),
        (["Date of birth", "01/05/1950", "Reported: 14.02.2025"], "2025-02-14"),
        (["Admitted 2 Jan 2025", "Letter date: 9 Jan 2025"], "2025-01-09"),
        (["2025-08-31"], "2025-08-31"),
        (["March 9, 2025"], "2025-03-09"),
        (["Next appointment: 3 May 2031", "Dated 1 Sept 2026"], "2026-09-01"),
        (["Date of admission: 01/10/2026  Date of discharge: 14/10/2026"], "2026-10-14"),
        (["14 Medi 2026"], "2026-09-14"),
        (["Dyddiad: 3ydd o Fawrth 2025"], "2025-03-03"),
        (["1af o Ragfyr 2024"], "2024-12-01"),
        (["2 Mai 2026"], "2026-05-02"),
        (["22 Awst 2026"], "2026-08-22"),
    ],
)
def test_the_date_of_a_letter(lines: list[str], stored: str) -> None:
    found = letter_date(lines, TODAY)
    assert found is not None
    assert found.date is not None
    assert found.date.stored == stored


@pytest.mark.parametrize(
    "lines", [["DOB 3/4/1950"], ["31 February 2025"], ["See you on 4 May 2031"], ["Bed 12/14"], []]
)
def test_no_date_is_made_up(lines: list[str]) -> None:
    assert letter_date(lines, TODAY) is None


@pytest.mark.parametrize(
    ("line", "stored", "both_ways"),
    [
        ("17-Jun-25", "2025-06-17", False),
        ("Typed: 9 Feb '26", "2026-02-09", False),
        ("Date: 21.11.25", "2025-11-21", False),
        ("05/08/25", "2025-08-05", True),
        ("Letter date 10/28/25", "2025-10-28", False),
        ("Dated this 2nd day of July 2025", "2025-07-02", False),
        ("2025/07/02", "2025-07-02", False),
        ("July 2, 2025", "2025-07-02", False),
    ],
)
def test_a_date_in_short_or_as_in_america(line: str, stored: str, both_ways: bool) -> None:
    found = letter_date(["Lakeside Clinic", line, "Dear Ms Dell"], TODAY)
    assert found is not None
    assert found.date is not None
    assert (found.date.stored, found.both_ways) == (stored, both_ways)


@pytest.mark.parametrize(
    "line", ["Sort code 20-10-12", "Seen again 05/08/25", "Tel 01.02.26", "Ref 12/05/25/7", "12/31"]
)
def test_two_figures_are_a_year_only_where_the_line_is_the_letters_date(line: str) -> None:
    assert letter_date(["Lakeside Clinic", line, "Dear Ms Dell"], TODAY) is None


def test_a_date_that_reads_both_ways_is_said_to() -> None:
    found = letter_date(["Date: 03/04/2026"], TODAY)
    assert found is not None
    assert found.both_ways
    assert found.date is not None
    assert found.date.stored == "2026-04-03"
    other = letter_date(["Date: 03/04/2026", "Seen 02/25/2026"], TODAY)
    assert other is not None
    assert not other.both_ways
    assert other.date is not None
    assert other.date.stored == "2026-03-04"


@pytest.mark.parametrize(
    ("text", "type_name"),
    [
        ("Discharge Summary\nAdmitted 2 May", "discharge"),
        ("Radiology Department\nCT chest report\nFindings: none", "scan"),
        ("MRI lumbar spine report", "scan"),
        ("Haematology Report\nHaemoglobin 132 g/L", "result"),
        ("Consent Form 1", "consent"),
        ("Dear Colleague\nI would be grateful if you could see her.\nYours sincerely", "referral"),
        ("Dear Ann\nYour CT scan report came.\nYours sincerely", "letter"),
        ("Shopping list\nmilk", ""),
        ("", ""),
    ],
)
def test_what_sort_it_is(text: str, type_name: str) -> None:
    assert sort(text) == type_name


def test_who_it_is_written_to_is_not_who_wrote_it() -> None:
    text = "Dear Mr Owen Lloyd-Price\nThank you.\nKind regards\nDr Sam Okafor, Registrar"
    read = understood(text, DOCTORS, TODAY)
    assert read.sender is None
    assert read.signed.startswith("Dr Sam Okafor")


def test_two_doctors_of_one_line_are_not_guessed_between() -> None:
    text = "Yours sincerely\nDr Anjali Varmaraj and Mr Owen Lloyd-Price"
    assert understood(text, DOCTORS, TODAY).sender is None


def test_a_letterhead_says_where_it_is_from() -> None:
    assert understood("Westermere Hospital\nBlood results", DOCTORS, TODAY).sender == "c"


def test_the_name_of_the_file_stays_while_nothing_is_known() -> None:
    assert suggested_title("", "", "", "scan0001") == "scan0001"
    assert suggested_title("Letter", "", "", "scan0001") == "scan0001"
    assert suggested_title("Letter", "Dr Bell", "2 May 2026", "x") == "Letter, Dr Bell, 2 May 2026"


@pytest.mark.parametrize(
    ("line", "signed"),
    [
        ("From: Ward Four <ward@clinic.example>", "Ward Four"),
        ('From: "Bryngwyn Infirmary" <no-reply@clinic.example>', "Bryngwyn Infirmary"),
        ("From: no-reply@clinic.example", ""),
    ],
)
def test_an_e_mail_says_who_it_is_from(line: str, signed: str) -> None:
    mail = f"Your results\n{line}\nTo: Marjorie Example\n\nHello, they are attached."
    assert understood(mail, DOCTORS, TODAY).signed == signed
    known = mail.replace("Ward Four", "Dr Anjali Varmaraj")
    assert understood(known, DOCTORS, TODAY).sender == ("a" if "Ward Four" in line else None)


def test_a_name_of_its_own_is_kept() -> None:
    assert suggested_title("Letter", "Ward", "3 May 2026", "CT Thorax", own=True) == "CT Thorax"


WELSH = """Ysbyty Bryn Coed
Adran y Galon
14 Hydref 2026

Annwyl Mrs Pritchard

Diolch am ddod i'r clinig. Mae'r falf yn gul.

Yn gywir

Dr Eirlys Penrhyn
Cardiolegydd
"""


def test_a_letter_in_welsh() -> None:
    read = understood(WELSH, {"e": "Dr Eirlys Penrhyn"}, TODAY)
    assert (read.type, read.date and read.date.stored, read.sender) == ("letter", "2026-10-14", "e")
    assert understood(WELSH, {}, TODAY).signed == "Dr Eirlys Penrhyn"


@pytest.mark.parametrize(
    ("text", "type_name"),
    [
        ("Crynodeb Rhyddhau\nWard Tryfan", "discharge"),
        ("Adroddiad Radioleg\nSgan o'r frest", "scan"),
        ("Cynllun gofal\nNod: cerdded", "plan"),
        ("Canlyniadau profion gwaed", "result"),
    ],
)
def test_sorts_are_known_in_welsh(text: str, type_name: str) -> None:
    assert sort(text) == type_name


def test_a_name_is_known_by_the_degrees_behind_it() -> None:
    read = understood(
        "Dear Ms Evans\n\nAll is well.\n\nSincerely,\nHarriet Q. Stone, MD", {}, TODAY
    )
    assert read.signed == "Harriet Q. Stone"
