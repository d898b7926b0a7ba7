"""Cells of results: number, unit, flag and range told apart, or kept whole."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.tables.figures import Figures
from secondop_desktop.journal.values.printed_parts import Printed, parted
from secondop_desktop.journal.values.quantities import Side


@pytest.mark.parametrize(
    ("cell", "value", "unit", "flag", "range_"),
    [
        ("6.4 H", "6.4", "", "H", ""),
        ("3.1 (L)", "3.1", "", "L", ""),
        ("*131", "131", "", "*", ""),
        ("H 7.2", "7.2", "", "H", ""),
        ("(L) 129", "129", "", "L", ""),
        ("[HH] 9.4 mmol/L", "9.4", "mmol/L", "HH", ""),
        ("91H", "91", "", "H", ""),
        ("6.4 H mmol/L", "6.4", "mmol/L", "H", ""),
        ("6.4 mmol/L (H)", "6.4", "mmol/L", "H", ""),
        ("8.1 mmol/L (2.5-7.8)", "8.1", "mmol/L", "", "2.5-7.8"),
        ("<0.5mg/L", "<0.5", "mg/L", "", ""),
        ("37.2°C", "37.2", "°C", "", ""),
        ("250 x10^9/L", "250", "x10^9/L", "", ""),
        ("1.3E+05 copies/mL", "1.3E+05", "copies/mL", "", ""),
        ("1.3E+05", "1.3E+05", "", "", ""),
        ("13,4 g/dl", "13,4", "g/dl", "", ""),
        ("130/85", "130/85", "", "", ""),
        ("130/85 mmHg", "130/85 mmHg", "", "", ""),
        ("5-10 /HPF", "5-10 /HPF", "", "", ""),
        ("0.7 (12 h)", "0.7 (12 h)", "", "", ""),
        ("<5 (see note)", "<5 (see note)", "", "", ""),
        ("2+", "2+", "", "", ""),
        ("trace", "trace", "", "", ""),
        ("12.5.24", "12.5.24", "", "", ""),
    ],
)
def test_what_stands_in_one_cell(cell: str, value: str, unit: str, flag: str, range_: str) -> None:
    assert parted(Printed(cell), "Any") == Printed(value, unit, flag, range_)


@pytest.mark.parametrize(
    ("test", "printed", "expected"),
    [
        ("Hb", Printed("101 L", "g/L"), Printed("101", "g/L", "L")),
        ("FEV1", Printed("2.9 L"), Printed("2.9", "L")),
        ("K", Printed("4.2 mmol/l", "mmol/L"), Printed("4.2", "mmol/L")),
        ("K", Printed("4.2 mg/dL", "mmol/L"), Printed("4.2 mg/dL", "mmol/L")),
    ],
)
def test_the_columns_beside_it_decide(test: str, printed: Printed, expected: Printed) -> None:
    assert parted(printed, test) == expected


def _figures(
    *values: str, ranges: tuple[str, ...] = (), abroad: bool = False, answer: str = ""
) -> Figures:
    asked = Asked({"decimal-sign": answer} if answer else {})
    return Figures("t.csv", values, ranges, asked, abroad=abroad)


@pytest.mark.parametrize(
    ("values", "ranges", "text", "number"),
    [
        (["0,730", "1,204"], [], "1,204", "1.204"),
        (["2,350,000", "1,204"], [], "1,204", "1204"),
        (["7.5", "1,204"], [], "1,204", "1204"),
        (["1,204"], ["3,5-5,1"], "1,204", "1.204"),
        (["1,204"], [], "1,204", None),
        (["7.5", "7,5", "1,204"], [], "1,204", None),
        (["7,5", "1.204"], [], "1.204", "1204"),
        (["1.204"], [], "1.204", "1.204"),
    ],
)
def test_the_file_settles_the_sign(
    values: list[str], ranges: list[str], text: str, number: str | None
) -> None:
    read = _figures(*values, ranges=tuple(ranges)).value(text, None)
    assert (read.text, read.number) == (text, Decimal(number) if number else None)


@pytest.mark.parametrize(
    ("answer", "number"), [("point", "1204"), ("comma", "1.204"), ("open", None)]
)
def test_what_the_file_leaves_open_is_asked(answer: str, number: str | None) -> None:
    read = _figures("1,204", answer=answer).value("1,204", None)
    assert read.number == (Decimal(number) if number else None)


def test_in_a_foreign_file_a_point_is_doubtful_too() -> None:
    assert _figures("1.204", abroad=True).value("1.204", None).number is None
    assert _figures("1.204", abroad=True, answer="point").value("1.204", None).number == Decimal(
        "1.204"
    )


def test_a_range_that_speaks_against_the_reading_leaves_it_open() -> None:
    figures = _figures("7.5", "1,204", ranges=("0.7-1.3",))
    assert figures.value("1,204", figures.range("0.7-1.3", "")).number is None
    assert figures.value("1,204", figures.range("150-400", "")).number == 1204


@pytest.mark.parametrize(
    ("text", "unit", "side"),
    [
        ("3.5-5.3 mmol/L", "mmol/l", Side.ABOVE),
        ("(3.5 – 5.3) mmol/L", "mmol/L", Side.ABOVE),
        ("<5 µmol/L", "umol/L", Side.ABOVE),
        ("3.5-5.3 mg/dL", "mmol/L", None),
        ("3.5-5.3 mmol/L", "", None),
        (">50 enough, 25-50 not enough", "nmol/L", None),
    ],
)
def test_a_range_with_its_unit_counts_where_the_unit_is_that_of_the_value(
    text: str, unit: str, side: Side | None
) -> None:
    figures = _figures("6.4")
    between = figures.range(text, unit)
    assert between is not None
    assert between.text == text
    assert between.side(figures.value("6.4", between)) is side


_PRINTED = st.decimals(0, 10**7, allow_nan=False, places=2)


@given(st.lists(_PRINTED, min_size=1, max_size=6), st.sampled_from([".", ","]))
def test_no_column_gives_a_wrong_number(numbers: list[Decimal], sign: str) -> None:
    group = "," if sign == "." else "."
    texts = [f"{n:,f}".replace(",", "#").replace(".", sign).replace("#", group) for n in numbers]
    figures = _figures(*texts)
    assert [figures.value(text, None).number for text in texts] == numbers
