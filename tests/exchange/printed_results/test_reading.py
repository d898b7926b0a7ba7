"""Results found in laboratory PDFs: eight layouts by three makers, each row as it is printed."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from secondop_desktop.exchange.printed_results.found import Doubt, FoundRow
from secondop_desktop.exchange.printed_results.reading import FoundResults, results_in
from secondop_desktop.exchange.printed_results.words import Box, Word
from secondop_desktop.sandbox.pdf_pages import PdfPages
from tests.exchange.printed_results.makers import MAKERS, Draw
from tests.exchange.printed_results.reports import SETS, Line, Report, reports

_MADE = [
    pytest.param(make, report, id=f"{layout}-{make.__name__}-{number}")
    for number, tests in enumerate(SETS)
    for layout, report in reports(tests)
    for make in MAKERS
]


def read(data: bytes) -> FoundResults:
    pdf = PdfPages(data)
    told = [pdf.do_placed_words(b"", page).head["words"] for page in range(len(pdf))]
    pdf.close()
    return results_in([[Word(text, Box(*box)) for text, *box in words] for words in told])


def said(row: FoundRow) -> Line:
    return Line(row.test, row.value, row.unit, row.range, row.flag, row.date)


@pytest.mark.parametrize(("make", "report"), _MADE)
def test_every_row_of_a_report_is_found_as_it_is_printed(
    make: Callable[[Draw], bytes], report: Report, qtbot: QtBot
) -> None:
    rows = read(make(report.draw)).rows
    assert {said(row) for row in rows} == set(report.truth)


def test_the_dates_of_a_document_settle_one_another_and_what_stays_open_is_left_open() -> None:
    def page(*texts: str) -> list[Word]:
        return [
            Word(word, Box(60 + 70 * at, 100 + 20 * down, 120 + 70 * at, 110 + 20 * down))
            for down, text in enumerate(texts)
            for at, word in enumerate(text.split())
        ]

    settled = results_in([page("DOB: 27/02/1950", "Collected: 03/01/2024")])
    assert {text: date.iso for text, date in settled.read.items()} == {"03/01/2024": "2024-01-03"}
    left_open = results_in([page("Collected: 03/01/2024")])
    assert left_open.dates == ("03/01/2024",)
    assert left_open.read == {}


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        (
            ("Clinic date: 02/05/2024", "Sample taken 30/04/2024", "Reported 01/05/2024"),
            "30/04/2024",
        ),
        (("Date of birth: 30/04/1950", "Report date: 14 May 2024"), "14 May 2024"),
        (("DOB 30/04/1950",), ""),
    ],
)
def test_the_day_of_the_sample_is_named_before_those_on_which_it_was_handled(
    lines: tuple[str, ...], named: str
) -> None:
    words = [
        Word(word, Box(60 + 62 * at, 100 + 20 * down, 120 + 62 * at, 110 + 20 * down))
        for down, text in enumerate(lines)
        for at, word in enumerate(text.split())
    ]
    assert results_in([words]).dates == ((named,) if named else ())


def test_signs_that_say_nothing_are_left_out_and_the_row_is_in_doubt() -> None:
    heads = (("Test", 60), ("Result", 200), ("Units", 270), ("Range", 360))
    row = (("Urea", 60), ("9.8", 200), ("mmol/L", 270), ("2.5", 360), ("\ue088", 378), ("7.8", 384))
    words = [
        Word(text, Box(left, top, left + 6 * len(text), top + 10))
        for top, line in ((100, heads), (120, row))
        for text, left in line
    ]
    (found,) = results_in([words]).rows
    assert (found.value, found.unit, found.range) == ("9.8", "mmol/L", "")
    assert found.doubts == {Doubt.UNREADABLE}
