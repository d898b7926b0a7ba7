"""Rows as other reports set them, drawn with signs: what is certain, in doubt, or no result."""

import re

import pytest

from secondop_desktop.exchange.printed_results.found import FoundRow
from secondop_desktop.exchange.printed_results.reading import results_in
from secondop_desktop.exchange.printed_results.words import Box, Word

_WIDE, _TALL = 6, 15


def found(drawing: str) -> tuple[FoundRow, ...]:
    """Read a page drawn in letters of one width."""
    words = [
        Word(one.group(), _box(one, line))
        for line, text in enumerate(drawing.strip("\n").splitlines())
        for one in re.finditer(r"\S+", text)
    ]
    return results_in([words]).rows


def _box(word: re.Match[str], line: int) -> Box:
    top = 60 + _TALL * line
    return Box(40 + _WIDE * word.start(), top, 40 + _WIDE * word.end(), top + 11)


def certain(drawing: str) -> list[str]:
    return [_said(row) for row in found(drawing) if row.is_certain]


def doubtful(drawing: str) -> list[str]:
    return [_said(row) for row in found(drawing) if not row.is_certain]


def _said(row: FoundRow) -> str:
    parts = (row.test, row.value, row.unit, row.range, row.flag, row.date)
    return "|".join(parts).rstrip("|")


@pytest.mark.parametrize(
    ("drawing", "rows"),
    [
        (
            "Component         Your Value     Standard Range    Flag\n"
            "Hemoglobin        10.2 g/dL      12.0 - 15.5 g/dL  L\n"
            "Platelet Count    250 K/uL       150 - 400 K/uL",
            ["Hemoglobin|10.2|g/dL|12.0 - 15.5 g/dL|L", "Platelet Count|250|K/uL|150 - 400 K/uL"],
        ),
        (
            "Serum ferritin level             12 ug/L [15.0 - 300.0]   Below low reference limit\n"
            "GFR calculated abbreviated MDRD  58 mL/min/1.73m*2",
            [
                "Serum ferritin level|12|ug/L|15.0 - 300.0",
                "GFR calculated abbreviated MDRD|58|mL/min/1.73m*2",
            ],
        ),
        (
            "Untersuchung   Ergebnis   Einheit   Referenzbereich\n"
            "Kreatinin      1,2        mg/dl     0,7 - 1,3\n"
            "CRP            < 0,5      mg/dl     < 0,5",
            ["Kreatinin|1,2|mg/dl|0,7 - 1,3", "CRP|< 0,5|mg/dl|< 0,5"],
        ),
        (
            "                 12/01/23   03/06/23   Units\n"
            "PSA              4.1        5.0        ug/L\n"
            "Testosterone                12.1       nmol/L",
            [
                "PSA|4.1|ug/L|||12/01/23",
                "PSA|5.0|ug/L|||03/06/23",
                "Testosterone|12.1|nmol/L|||03/06/23",
            ],
        ),
        (
            "Test           Result   Previous   Units    Range\n"
            "TSH            0.03     0.45       mU/L     0.27 - 4.20",
            ["TSH|0.03|mU/L|0.27 - 4.20"],
        ),
        (
            "Test     Result  Units    Range        Test     Result  Units    Range\n"
            "Urate    412     umol/L   140-360      Lipase   38      U/L      13-60\n"
            "CK       96      U/L      25-200       Amylase  71      U/L      28-100",
            [
                "Urate|412|umol/L|140-360",
                "Lipase|38|U/L|13-60",
                "CK|96|U/L|25-200",
                "Amylase|71|U/L|28-100",
            ],
        ),
        (
            "Zinc                   11.2 umol/L\n"
            "                       (11.0 - 19.0)\n"
            "Copper                 16 umol/L\n"
            "                       (11 - 22)",
            ["Zinc|11.2|umol/L|11.0 - 19.0", "Copper|16|umol/L|11 - 22"],
        ),
        (
            "Test: Zinc      Result: 11.2    Units: umol/L    Range: 11-19\n"
            "Test: Copper\n"
            "Result: 16 umol/L\n"
            "Reference range: 11 - 22\n"
            "Date: 14/05/2024",
            ["Zinc|11.2|umol/L|11-19", "Copper|16|umol/L|11 - 22||14/05/2024"],
        ),
        (
            "Date            03/01/24   10/02/24   14/05/24\n"
            "Urate           412        398                   umol/L",
            ["Urate|412|umol/L|||03/01/24", "Urate|398|umol/L|||10/02/24"],
        ),
        (
            "Component      Latest Ref Rng & Units    05/24/2024    01/13/2024\n"
            "Calcium        8.5 - 10.2 mg/dL          10.9 (H)      9.9",
            [
                "Calcium|10.9|mg/dL|8.5 - 10.2 mg/dL|H|05/24/2024",
                "Calcium|9.9|mg/dL|8.5 - 10.2 mg/dL||01/13/2024",
            ],
        ),
        (
            "Date          INR     Potassium (mmol/L)\n"
            "14/05/2024    2.4     4.9\n"
            "02/06/2024            5.1",
            [
                "INR|2.4||||14/05/2024",
                "Potassium|4.9|mmol/L|||14/05/2024",
                "Potassium|5.1|mmol/L|||02/06/2024",
            ],
        ),
        (
            "14-May-2024   Serum urate level (44K..) - Abnormal - Contact Patient   "
            "512 umol/L   [140 - 360]",
            ["Serum urate level (44K..)|512|umol/L|140 - 360||14-May-2024"],
        ),
        ("Eosinophils      0.4   x 10 9 /L    0.0 - 0.4", ["Eosinophils|0.4|x 10 9 /L|0.0 - 0.4"]),
        ("pH                6.5\nSpecific gravity  1.015", ["pH|6.5", "Specific gravity|1.015"]),
        (
            "H   Alkaline Phosphatase     188  U/L     30 - 130\n"
            "*Haemoglobin      101   g/L    (115-165)\n"
            "Ferritin          12 (L)   ug/L   15-300\n"
            "FVC               3.2 L   2.5-4.0",
            [
                "Alkaline Phosphatase|188|U/L|30 - 130|H",
                "Haemoglobin|101|g/L|115-165|*",
                "Ferritin|12|ug/L|15-300|L",
                "FVC|3.2|L|2.5-4.0",
            ],
        ),
        (
            "Sodium 139 mmol/L (133-146), Urea 5.1 mmol/L (2.5-7.8)",
            ["Sodium|139|mmol/L|133-146", "Urea|5.1|mmol/L|2.5-7.8"],
        ),
    ],
)
def test_plain_rows_are_certain_as_they_are_printed(drawing: str, rows: list[str]) -> None:
    assert certain(drawing) == rows
    assert doubtful(drawing) == []


@pytest.mark.parametrize(
    ("drawing", "rows"),
    [
        ("TSH            0.03     0.45       mU/L     0.27 - 4.20", ["TSH|0.03|mU/L|0.27 - 4.20"]),
        ("Hepatitis B sAg       Negative", ["Hepatitis B sAg|Negative"]),
        ("BP 132/84 mmHg", ["BP|132/84|mmHg"]),
        ("Urate    512    108    umol/L", ["Urate|512|umol/L"]),
        ("Ketones          ++\nBlood            3+\nASO titre        1:200",
         ["Ketones|++", "Blood|3+", "ASO titre|1:200"]),
        (
            "Test     Result  Units    Range\n"
            "Urate    412     umol/L   140-360   AMENDED REPORT: previously issued as 214",
            ["Urate|412|umol/L|140-360"],
        ),
        ("Potassium    6.9    mmol/L    3.5-5.3    Haemolysed", ["Potassium|6.9|mmol/L|3.5-5.3"]),
        (
            "Test               Result   Units    Range\n"
            "Beta 2             9.1      mg/L     <2.4\n"
            "Microglobulin",
            ["Beta 2|9.1|mg/L|<2.4"],
        ),
        ("Her sodium was 139 mmol/L (133-146), and her urea 5.1 mmol/L (2.5-7.8).",
         ["sodium|139|mmol/L|133-146", "urea|5.1|mmol/L|2.5-7.8"]),
        ("Creatinine     1,200    µmol/L", ["Creatinine|1,200|µmol/L"]),
        (
            "Bemerkung: CRP zuletzt bei 4,7\nThrombozyten   148.000   /ul   150.000 - 400.000",
            ["Thrombozyten|148.000|/ul|150.000 - 400.000"],
        ),
    ],
)  # fmt: skip
def test_what_can_be_meant_in_another_way_is_in_doubt(drawing: str, rows: list[str]) -> None:
    assert doubtful(drawing) == rows
    assert certain(drawing) == []


def test_doses_numbers_of_people_and_places_are_no_results() -> None:
    drawing = """
Methotrexate     15 mg      once weekly
Amlodipine       5 mg tablets      1 daily
Insulin glargine 20 units at night
Levothyroxine    75 micrograms
Epoetin          4000 units
Invoice number 2024-113    Total  £250.00
Appointment 14 May 2024 at 09:30 in Clinic 4
Please phone 0117 496 0123 ext 45
NHS number 943 476 5919     Age 67 years
Gleason 3+4=7     T2 N0 M0
Page 2 of 3       Ward 12   Bed 4
"""
    assert found(drawing) == ()


def test_two_scores_beside_a_value_are_no_range_and_a_sentence_names_no_test() -> None:
    drawing = """
Lumbar spine    0.790    -2.4     -1.0
Spleen measures 14.2 cm, portal vein 11.0 mm
Neutrophils under 1.0 for     2     days
"""
    assert certain(drawing) == []
    assert all(row.range == "" for row in found(drawing))


def test_the_limit_in_a_remark_is_no_result() -> None:
    drawing = """
Ferritin               22 ug/L          (30 - 400)
   Below 30 ug/L suggests that stores of iron are low
Testosterone           9.1 nmol/L       (8.6 - 29)
   Levels under 12 nmol/L: repeat before 10 am
LDL cholesterol        2.9 mmol/L
   Aim 1.8 mmol/L
"""
    tests = ["Ferritin|22|ug/L|30 - 400", "Testosterone|9.1|nmol/L|8.6 - 29"]
    assert certain(drawing) == [*tests, "LDL cholesterol|2.9|mmol/L"]
    assert doubtful(drawing) == []


def test_what_a_unit_counts_stays_with_it() -> None:
    drawing = """
D-dimer          620 ng/mL FEU     < 500
D-dimer          310 ng/mL DDU     < 250
Methaemoglobin   1.2 %             0.0 - 1.5
"""
    units = [row.unit for row in found(drawing)]
    assert units == ["ng/mL FEU", "ng/mL DDU", "%"]
