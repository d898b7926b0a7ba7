"""What the headings of a page say of the rows below them, in one line or in two."""

import pytest

from secondop_desktop.exchange.printed_results.found import Doubt
from tests.exchange.printed_results.test_layouts import certain, doubtful, found


@pytest.mark.parametrize(
    ("drawing", "rows"),
    [
        (
            "Test         27/06/2023          30/01/2024          Range\n"
            "             Result     Flag     Result     Flag\n"
            "Zinc         9.1        L        12.4                11-19\n"
            "Copper                           26         H        11-22",
            ["Zinc|9.1||11-19|L|27/06/2023", "Zinc|12.4||11-19||30/01/2024",
             "Copper|26||11-22|H|30/01/2024"],
        ),
        (
            "               27/06/2023           30/01/2024\n"
            "Test                                                   Units\n"
            "          Result     Range     Result     Range\n"
            "Zinc      9.1 L      11-19     12.4       10-18        umol/L",
            ["Zinc|9.1|umol/L|11-19|L|27/06/2023", "Zinc|12.4|umol/L|10-18||30/01/2024"],
        ),
        (
            "Date          Na         K          Zinc\n"
            "Units         mmol/L     mmol/L     umol/L\n"
            "Range         133-146    3.5-5.3    11-19\n"
            "27/06/2023    139        4.4        12.4\n"
            "30/01/2024    141                   9.1",
            ["Na|139|mmol/L|133-146||27/06/2023", "K|4.4|mmol/L|3.5-5.3||27/06/2023",
             "Zinc|12.4|umol/L|11-19||27/06/2023", "Na|141|mmol/L|133-146||30/01/2024",
             "Zinc|9.1|umol/L|11-19||30/01/2024"],
        ),
        (
            "              Sodium     Potassium    Urea\n"
            "              mmol/L     mmol/L       mmol/L\n"
            "27/06/2023    139        4.4          5.1",
            ["Sodium|139|mmol/L|||27/06/2023", "Potassium|4.4|mmol/L|||27/06/2023",
             "Urea|5.1|mmol/L|||27/06/2023"],
        ),
        (
            "Date          Time     Glucose mmol/L    Ketones mmol/L    Insulin units\n"
            "27/06/2023    07:10    5.4               0.1               4",
            ["Glucose|5.4|mmol/L|||27/06/2023", "Ketones|0.1|mmol/L|||27/06/2023"],
        ),
        (
            "Test     Result (umol/L)    Range\n"
            "Zinc     12.4               11-19",
            ["Zinc|12.4|umol/L|11-19"],
        ),
        (
            "Analyte    SI units    Result    Lab's normal range    What it means\n"
            "Zinc       umol/L      9.1       11 - 19               Low: take zinc 15 mg daily\n"
            "Copper     umol/L      < 5       11 - 22",
            ["Zinc|9.1|umol/L|11 - 19", "Copper|< 5|umol/L|11 - 22"],
        ),
        (
            "Test     Result         Units     How it lies\n"
            "Zinc     12.4           umol/L    11 - 19",
            ["Zinc|12.4|umol/L|11 - 19"],
        ),
        ("Urea: 8.1* mmol/L (2.5-7.8)", ["Urea|8.1|mmol/L|2.5-7.8|*"]),
    ],
)  # fmt: skip
def test_each_value_has_what_its_headings_say(drawing: str, rows: list[str]) -> None:
    assert certain(drawing) == rows
    assert doubtful(drawing) == []


def test_a_dose_under_the_headings_of_tests_is_no_result() -> None:
    drawing = """
Test               Result   Units    Range
Lithium            0.62     mmol/L   0.4-1.0
Lithium carbonate  400      mg       nocte
"""
    assert [row.value for row in found(drawing)] == ["0.62"]


def test_a_share_in_brackets_is_no_unit() -> None:
    drawing = (
        "Test          Result        Units     Range\nNeutrophils   3.91 (61%)    10^9/L    1.7-7.5"
    )
    assert certain(drawing) == []
    assert all("61" not in row.unit for row in found(drawing))


def test_rows_that_name_another_person_are_in_doubt() -> None:
    drawing = """
Patient       Test     Result   Units
Nora Field    Zinc     12.4     umol/L
Tom Field     Zinc     9.1      umol/L
"""
    assert [(row.value, Doubt.OTHER_PATIENT in row.doubts) for row in found(drawing)] == [
        ("12.4", False),
        ("9.1", True),
    ]


def test_letters_below_one_another_are_no_rows() -> None:
    assert (
        found(
            "\n".join(f"{one}     {other}" for one, other in zip("Zinc9.1", "Urea5.1", strict=True))
        )
        == ()
    )
