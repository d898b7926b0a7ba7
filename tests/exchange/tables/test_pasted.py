"""Pasted lines of a lab report, by their headings or by how their cells look."""

import pytest

from secondop_desktop.exchange.tables.pasted import as_table, is_block, pasted


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
