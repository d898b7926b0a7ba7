"""A number of a spreadsheet keeps what its format shows: percentages, zeros, words beside it."""

from io import BytesIO
from typing import Any

import pytest
from xlsxwriter import Workbook

from secondop_desktop.journal.files import workbooks
from secondop_desktop.sandbox.number_formats import of_code
from tests.exchange.tables.made_books import ods, xls


@pytest.mark.parametrize(
    ("code", "number", "shown"),
    [
        ("0.0%", "0.065", "6.5%"),
        ("0%", "0.065", "6.5%"),
        ("0.00", "5", "5.00"),
        ("0.0", "5.1234", "5.1234"),
        ("#,##0.0", "1204", "1204.0"),
        ("0.###", "5", "5"),
        ("General", "5.5", "5.5"),
        ('0.0" mmol/L"', "5", "5.0 mmol/L"),
        ('"<"0', "5", "<5"),
        ("General\\ U", "31", "31 U"),
        ("[Red]0.0;[Blue]-0.0", "7", "7.0"),
        ("0.00E+00", "7", "7"),
        ("# ?/?", "0.5", "0.5"),
        ("_-* #,##0.00_-", "3", "3.00"),
        ("0.0", "-1", "-1.0"),
    ],
)
def test_a_format_adds_what_it_shows_and_takes_no_digit_away(
    code: str, number: str, shown: str
) -> None:
    assert of_code(code).text(number) == shown


def _cells(data: bytes) -> list[tuple[str, ...]]:
    return [cells for _number, cells in workbooks.sheets(data)[0].rows]


def test_an_xlsx_shows_percentages_and_zeros() -> None:
    out = BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Mine & yours")
        for column, (value, code) in enumerate(
            [(0.0512, "0.0%"), (4, "0.00"), (4, 'General" g"'), (45000, "dd/mm/yyyy"), (4, "")]
        ):
            sheet.write_number(1, column, value, book.add_format({"num_format": code}))
        sheet.write_string(1, 5, "4", book.add_format({"num_format": "0.00"}))
    assert _cells(out.getvalue()) == [("5.12%", "4.00", "4 g", "2023-03-15", "4", "4")]


def test_an_ods_shows_them_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def cell(kind: str, value: str, shown: str) -> Any:
        said = f'office:value-type="{kind}" office:value="{value}"'
        return f"<table:table-cell {said}><text:p>{shown}</text:p></table:table-cell>"

    monkeypatch.setattr("tests.exchange.tables.made_books._ods_cell", lambda one: one)
    row = [
        cell("percentage", "0.0512", "5,12 %"),
        '<table:table-cell table:number-columns-repeated="2"/>',
        cell("float", "4", "4,00"),
        cell("float", "1204.5", "1.204,5"),
        cell("float", "4", "4 g"),
        cell("float", "1204", "1.204"),
    ]
    assert _cells(ods({"A": [row]})) == [("5.12%", "", "", "4.00", "1204.5", "4 g", "1204")]


def test_an_old_xls_shows_them_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.exchange.tables.made_books._NUMBER_STYLE", 3)
    assert _cells(xls({"A": [[0.0512, "words"]]})) == [("5.12%", "words")]
