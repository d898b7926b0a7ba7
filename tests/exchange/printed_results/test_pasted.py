"""Pasted lines of a lab report, by their headings or by how their cells look."""

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.printed_results.pasted import as_table, is_block, left_out, pasted


def told(text: str) -> list[tuple[str, str, str, str, str]]:
    return [
        (one.test, one.printed.value, one.printed.unit, one.printed.range, one.printed.flag)
        for one in pasted(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ferritin\t8\tµg/L\t13-150\tL",
        "Ferritin\t8 L\tµg/L\t13-150",
        "Ferritin   8   µg/L   (13-150)   L",
        "| Ferritin | 8 | µg/L | 13-150 | L |",
        "Ferritin 8 L µg/L 13-150",
        "Analyte\tFlag\tReference\tUnit\tResult\nFerritin\tL\t13-150\tµg/L\t8",
        "Test,Result,Unit,Low,High,Flag\nFerritin,8,µg/L,13,150,L",
        "Serum iron studies\nFerritin\t8\tµg/L\t13-150\tL\n\n",
    ],
)
def test_a_line_is_read_however_it_is_laid_out(text: str) -> None:
    assert told(text) == [("Ferritin", "8", "µg/L", "13-150", "L")]


def test_names_of_several_words_and_values_in_words_are_kept_whole() -> None:
    assert told("Vitamin B12 level 412 ng/L 197-771") == [
        ("Vitamin B12 level", "412", "ng/L", "197-771", "")
    ]
    assert told("Hepatitis B antigen\tnot detected") == [
        ("Hepatitis B antigen", "not detected", "", "", "")
    ]
    assert told("CRP\t<1\tmg/L\t<5") == [("CRP", "<1", "mg/L", "<5", "")]


def test_a_date_of_its_own_is_told_apart() -> None:
    (one,) = pasted("INR\t2.6\t3 March 2026")
    assert (one.printed.value, one.date) == ("2.6", "3 March 2026")


def test_prose_is_no_result() -> None:
    assert told("We saw this pleasant lady in clinic.\nShe is well.") == []


def test_more_than_a_box_holds() -> None:
    assert is_block("a\tb")
    assert is_block("a\nb")
    assert not is_block("Ferritin\n")


def test_a_table_of_columns_of_tests_or_of_days_is_read_too() -> None:
    by_day = "Test\tUnits\t3 May 2024\nFerritin\tµg/L\t8\nCRP\tmg/L\t<1"
    assert told(by_day) == [("Ferritin", "8", "µg/L", "", ""), ("CRP", "<1", "mg/L", "", "")]
    by_test = "Date\tFerritin (µg/L)\tCRP (mg/L)\n3 May 2024\t8\t<1"
    assert told(by_test) == told(by_day)
    assert {one.date for text in (by_day, by_test) for one in pasted(text)} == {"2024-05-03"}


def test_lines_out_of_a_pdf_become_a_table_with_headings() -> None:
    text = "Iron studies\nFerritin 8 L µg/L 13-150\nVitamin B12 level 412 ng/L 197-771\n"
    assert as_table(text).splitlines() == [
        "Test\tResult\tUnit\tRange\tFlag\tDate",
        "Ferritin\t8\tµg/L\t13-150\tL\t",
        "Vitamin B12 level\t412\tng/L\t197-771\t\t",
    ]


def test_a_table_stays_as_it_is_pasted() -> None:
    for text in (
        "Test,Result\nFerritin,8\n",
        "Bed\tSeeds\nNorth\tPeas\n",
        "Dear Ivy,\nall well.\n",
    ):
        assert as_table(text) == text


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("CA 125 22 kU/L 0 - 35", [("CA 125", "22", "kU/L", "0 - 35", "")]),
        ("• Zinc: 9.1 umol/L (11-19) L", [("Zinc", "9.1", "umol/L", "11-19", "L")]),
        ("Zinc;9,1;umol/l;11-19", [("Zinc", "9,1", "umol/l", "11-19", "")]),
        ("Zinc 12", [("Zinc", "12", "", "", "")]),
        ("eGFR 58 mL/min/1.73", [("eGFR", "58", "mL/min/1.73", "", "")]),
        (
            "Serum zinc\n9.1 umol/L\nNormal range: 11 - 19 umol/L\n\nSerum copper\n16 umol/L\n",
            [
                ("Serum zinc", "9.1", "umol/L", "11 - 19 umol/L", ""),
                ("Serum copper", "16", "umol/L", "", ""),
            ],
        ),
        (
            "Test\tResult\nZinc\t9.1\n\nDate\tPulse\tWeight (kg)\n3 May 2024\t66\t71.5\n",
            [("Zinc", "9.1", "", "", ""), ("Pulse", "66", "", "", ""),
             ("Weight", "71.5", "kg", "", "")],
        ),
        ("Ramipril 5 mg once daily\nZinc 9.1 umol/L", [("Zinc", "9.1", "umol/L", "", "")]),
        ("Your zinc was 9.1 and low.\nPlease come again in 2 weeks.", []),
    ],
)  # fmt: skip
def test_what_is_no_table_is_read_as_a_page_is(
    text: str, rows: list[tuple[str, str, str, str, str]]
) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ramipril 5 mg once daily\nZinc 9.1 umol/L", ["Ramipril 5 mg once daily"]),
        ("Test\tResult\tUnit\nZinc\t9.1\tumol/L\nUrea\t\tmmol/L\n", ["Urea\t\tmmol/L"]),
        ("Date\tZinc\tUrea\n3 May 2024\t9.1\t5.1\n----\n", []),
        ("Serum zinc\n9.1 umol/L\nNormal range: 11 - 19\nAbove range\n", ["Above range"]),
    ],
)
def test_each_line_without_a_result_is_named(text: str, left: list[str]) -> None:
    assert left_out(text, pasted(text)) == left


def test_lines_about_several_people_are_not_taken() -> None:
    with pytest.raises(UserError, match="several people"):
        pasted("Name\tTest\tResult\nNora Field\tZinc\t9.1\nTom Field\tZinc\t12\n")
