"""The tables as a spreadsheet: text is text, whole dates are dates, and nothing runs."""

import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from python_calamine import CalamineWorkbook

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.outgoing.xlsx_tables import workbook
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range
from tests.journal.written import add

FORMULA = '=HYPERLINK("http://example.org")'
Read = Callable[[], dict[str, list[list[Any]]]]


@pytest.fixture
def journal(tmp_path: Path) -> Any:
    with Journal.create(tmp_path / "a.secondop", KINDS) as made:
        yield made


@pytest.fixture
def person(journal: Journal) -> str:
    return add(journal, "person", name="Nerys Pugh", nhs_number="9990481237")


def made(journal: Journal) -> bytes:
    return workbook(KINDS, journal.entries, journal.names())


def sheets(data: bytes) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return {
        name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for name in book.sheet_names
    }


def cell(rows: list[list[Any]], field: str, row: int = 1) -> Any:
    heads = [re.sub(r".*\[(\w+)\]$", r"\1", str(head)) for head in rows[0]]
    return rows[row][heads.index(field)]


def parts(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as packed:
        return "".join(packed.read(name).decode() for name in packed.namelist())


def test_a_sheet_for_each_kind_that_has_entries(journal: Journal, person: str) -> None:
    add(journal, "diagnosis", person=person, name="Angina")
    found = sheets(made(journal))
    assert list(found) == ["Read this first", "People", "Diagnoses"]
    said = [row[0] for row in found["Read this first"]]
    assert "Diagnoses: 1 entry" in said
    assert "Allergies: nothing written down yet" in said
    assert cell(found["People"], "nhs_number") == "999 048 1237"


def test_no_formula_runs_and_text_stays_text(journal: Journal, person: str) -> None:
    texts = [FORMULA, "+1", "'=1", "-5", "007", "1e5", "http://x.example", "{=1}", "a\r\n\tb\x01"]
    for text in texts:
        add(journal, "symptom", person=person, what=text)
    data = made(journal)
    rows = sheets(data)["Symptom notes"]
    assert [cell(rows, "what", at) for at in range(1, 10)] == [
        "''=1" if text == "'=1" else text for text in texts
    ]
    assert "<f>" not in parts(data)
    assert "<hyperlink" not in parts(data)


def test_no_text_becomes_part_of_the_file_itself(journal: Journal, person: str) -> None:
    texts = ["<r><t>left</t></r>", "<r>a & b</r>", "5 < 6 \ufffe\uffff\x00"]
    for text in texts:
        add(journal, "result", person=person, test=text, value=Quantity("5"), notes=text)
    data = made(journal)
    with zipfile.ZipFile(BytesIO(data)) as packed:
        for name in packed.namelist():
            etree.fromstring(packed.read(name))
    grid = [str(row[0]).removeprefix("'") for row in sheets(data)["Results by date"][1:]]
    assert sorted(grid)[1:] == sorted(texts[:2])


def test_whole_dates_are_dates(journal: Journal, person: str) -> None:
    days = [
        (PartialDate(2024, 3, 5), date(2024, 3, 5)),
        (PartialDate.parse("2024-03-05T10:30"), datetime.fromisoformat("2024-03-05T10:30")),
        (PartialDate(2024, 3), "2024-03"),
        (PartialDate(2024), "2024"),
        (PartialDate(1899, 12, 31), "1899-12-31"),
        (PartialDate(2024, 3, 5, about=True), date(2024, 3, 5)),
        (None, ""),
    ]
    for day, _told in days:
        add(journal, "symptom", person=person, what="Tired", date=day)
    rows = sheets(made(journal))["Symptom notes"]
    assert [cell(rows, "date", at) for at in range(1, 8)] == [told for _day, told in days]
    assert [cell(rows, "about", at) for at in range(5, 8)] == ["", "yes", ""]


def test_a_text_of_any_length_is_whole(journal: Journal, person: str) -> None:
    text = "".join(f"line {number} ä😀\n" for number in range(4000))
    add(journal, "symptom", person=person, what="Long", notes=text)
    rows = sheets(made(journal))["Symptom notes"]
    names = ["notes", *(f"notes_more{part}" for part in range(2, 6))]
    kept = [cell(rows, name) for name in names if f"[{name}]" in " ".join(map(str, rows[0]))]
    assert len(kept) > 2
    assert "".join(kept) == text


def test_results_stand_by_date_too(journal: Journal, person: str) -> None:
    def result(test: str, value: str, day: PartialDate | None, **more: Any) -> None:
        given = {"person": person, "date": day, "value": Quantity(value), "unit": "g/L"}
        add(journal, "result", test=test, **given, **more)

    result("Haemoglobin", "128", PartialDate(2024, 3, 5), range=Range("120-150"))
    result("haemoglobin ", "12.50", PartialDate(2024, 5))
    result("Ferritin", "<5", PartialDate(2024, 3, 5))
    result("Ferritin", "5.5", PartialDate(2024, 3, 5))
    result("Ferritin", "7", None)
    result("Urea", "9", PartialDate(2024, 3, 5), state="entered in error")
    assert sheets(made(journal))["Results by date"] == [
        ["Test [by_date]", "Unit", "Range", date(2024, 3, 5), "2024-05", "No date"],
        ["Ferritin", "g/L", "", "<5; 5.5", "", 7.0],
        ["haemoglobin ", "g/L", "120-150", 128.0, "12.50", ""],
    ]


def test_the_first_sheet_says_which_results_no_grid_can_hold(journal: Journal, person: str) -> None:
    whole = {"test": "Zinc", "value": Quantity("11"), "person": person}
    add(journal, "result", **whole, date=PartialDate(2025, 6, 3))
    first = next(iter(sheets(made(journal)).values()))
    assert "not in the table by date" not in str(first)
    add(journal, "result", **whole, unread={"date": "31 June 2025"})
    first = next(iter(sheets(made(journal)).values()))
    assert "1 test result is not in the table by date" in str(first)


def test_each_person_has_a_grid(journal: Journal, person: str) -> None:
    other = add(journal, "person", name="Idris [Vaughan] of a long, long: address/house")
    for one in (person, other):
        add(journal, "result", person=one, test="Urea", value=Quantity("5"))
    names = list(sheets(made(journal)))
    assert names[1:3] == ["By date, Nerys Pugh", "By date, Idris  Vaughan  of a l"]


def test_headings_stay_in_sight_and_can_be_filtered(journal: Journal, person: str) -> None:
    add(journal, "cost", person=person, what="Taxi", amount=Decimal("12.50"))
    found = parts(made(journal))
    assert found.count('state="frozen"') == 2
    assert found.count("<autoFilter") == 2


def test_the_same_entries_give_the_same_bytes(journal: Journal, person: str) -> None:
    add(journal, "symptom", person=person, what="Tired")
    assert made(journal) == made(journal)
