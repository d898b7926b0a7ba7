"""Rows of a page whose cells have more lines than one, other patients, and findings in words."""

from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from secondop_desktop.exchange.printed_results.found import Doubt, FoundRow
from secondop_desktop.exchange.printed_results.reading import results_in
from secondop_desktop.exchange.printed_results.words import Box, Word
from secondop_desktop.sandbox.pdf_pages import PdfPages

_TALL, _LINE = 11.0, 12.0
_COLUMNS = (60, 200, 290, 370, 470)


def _row(top: float, *cells: Sequence[str]) -> list[Word]:
    """Set cells of one to three lines by their middles, as tables on the web are."""
    words = []
    for left, lines in zip(_COLUMNS, cells, strict=False):
        first = top + 24 - _LINE * len(lines) / 2
        for at, text in enumerate(lines):
            x = float(left)
            for part in text.split():
                y = first + at * _LINE
                words.append(Word(part, Box(x, y, x + 5 * len(part), y + _TALL)))
                x += 5 * len(part) + 4
    return words


def _found(*rows: Sequence[Sequence[str]]) -> Sequence[FoundRow]:
    words = [word for at, row in enumerate(rows) for word in _row(60 + 50 * at, *row)]
    return results_in([words]).rows


def _said(row: FoundRow) -> tuple[str, ...]:
    return row.test, row.value, row.unit, row.range, row.flag, row.date


def test_the_unit_may_stand_below_the_value_and_the_name_take_two_lines() -> None:
    rows = _found(
        [["Test"], ["Result"], ["Range"]],
        [["Zinc"], ["9.1 L", "umol/L"], ["11 - 19"]],
        [["Beta 2", "microglobulin"], ["2.1 mg/L"], ["0.8 - 2.4"]],
    )
    assert [_said(row) for row in rows] == [
        ("Zinc", "9.1", "umol/L", "11 - 19", "L", ""),
        ("Beta 2 microglobulin", "2.1", "mg/L", "0.8 - 2.4", "", ""),
    ]
    assert all(row.is_certain for row in rows)


def test_dates_below_the_words_of_a_heading_keep_units_and_ranges() -> None:
    rows = _found(
        [["Test"], ["This result", "27/06/2023"], ["Previous", "30/01/2023"], ["Units"], ["Range"]],
        [["Zinc"], ["9.1"], ["12.4"], ["umol/L"], ["11 - 19"]],
    )
    assert [_said(row) for row in rows] == [
        ("Zinc", "9.1", "umol/L", "11 - 19", "", "27/06/2023"),
        ("Zinc", "12.4", "umol/L", "11 - 19", "", "30/01/2023"),
    ]


def test_a_unit_and_a_range_may_stand_below_the_name() -> None:
    rows = _found(
        [[], ["27/06/2023", "09:10"], ["30/01/2023", "08:15"]],
        [["Zinc", "umol/L (11-19)"], ["9.1 L"], ["12.4"]],
    )
    assert [(*_said(row)[:5], row.is_certain) for row in rows] == [
        ("Zinc", "9.1", "umol/L", "11-19", "L", True),
        ("Zinc", "12.4", "umol/L", "11-19", "", True),
    ]


def test_two_tables_side_by_side_may_be_headed_by_their_groups() -> None:
    heads = [["Metals"], ["Result"], ["Salts"], ["Result"]]
    rows = _found(heads, [["Zinc"], ["12.4 umol/L"], ["Urea"], ["5.1 mmol/L"]])
    assert [_said(row)[:3] for row in rows] == [
        ("Zinc", "12.4", "umol/L"),
        ("Urea", "5.1", "mmol/L"),
    ]


def test_of_two_ranges_none_is_taken() -> None:
    heads = [["Test"], ["Result"], ["Units"], ["Range (women)"], ["Range (men)"]]
    (row,) = _found(heads, [["Urate"], ["0.31"], ["mmol/L"], ["0.14-0.36"], ["0.20-0.43"]])
    assert (row.range, row.doubts) == ("", frozenset({Doubt.TWO_RANGES}))


def test_a_finding_in_words_is_whole_and_in_doubt() -> None:
    heads = [["Test"], ["Result"]]
    rows = _found(heads, [["ANA"], ["Positive 1:320 (speckled)"]], [["Zinc"], ["see comment"]])
    assert [(row.test, row.value) for row in rows] == [
        ("ANA", "Positive 1:320 (speckled)"),
        ("Zinc", "see comment"),
    ]
    assert all(Doubt.WORDS in row.doubts for row in rows)


def test_numbers_of_two_cells_are_never_one() -> None:
    rows = _found([["Zinc"], ["139"], ["131 mmol/L"]])
    assert not any("139131" in row.value.replace(" ", "") for row in rows)


def test_rows_under_another_patients_name_are_in_doubt() -> None:
    rows = _found(
        [["Patient: Nora Field"]],
        [["Zinc"], ["12.4"], ["umol/L"], ["11 - 19"]],
        [["Patient: Tom Field"]],
        [["Zinc"], ["9.1"], ["umol/L"], ["11 - 19"]],
        [["Patient: FIELD, Nora"]],
        [["Urea"], ["5.1"], ["mmol/L"], ["2.5 - 7.8"]],
    )
    assert [(row.value, row.doubts) for row in rows] == [
        ("12.4", frozenset()),
        ("9.1", frozenset({Doubt.OTHER_PATIENT})),
        ("5.1", frozenset()),
    ]


def test_a_name_that_bears_its_unit_is_marked_by_l_and_arrows_are_marks() -> None:
    rows = _found(
        [["Mean cell volume (fL)"], ["71.4 L"], ["80-100"]],
        [["Zinc"], ["▲ 21.4 umol/L"], ["11 - 19"]],
    )
    assert [_said(row)[:5] for row in rows] == [
        ("Mean cell volume", "71.4", "fL", "80-100", "L"),
        ("Zinc", "21.4", "umol/L", "11 - 19", "▲"),
    ]


def _words_of(size: float, lift: float) -> list[str]:
    data = BytesIO()
    canvas = Canvas(data)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(72, 700, "10")
    width = canvas.stringWidth("10", "Helvetica", 12)
    canvas.setFont("Helvetica", size)
    canvas.drawString(72 + width, 700 + lift, "5")
    canvas.save()
    pdf = PdfPages(data.getvalue())
    found = [word[0] for word in pdf.do_placed_words(b"", 0).head["words"]]
    pdf.close()
    return found


def test_a_raised_figure_is_a_power_even_where_it_is_hardly_smaller() -> None:
    assert _words_of(10.8, 4) == ["10⁵"]
    assert _words_of(8, 5) == ["10⁵"]
    assert _words_of(12, 0) == ["105"]
