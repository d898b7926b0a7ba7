"""Values and ranges as printed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.journal.values.quantities import Quantity, Range, Side

_NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9)


def _printed(number: Decimal) -> str:
    return f"{number:f}"


@given(_NUMBERS)
def test_every_digit_is_read(number: Decimal) -> None:
    assert Quantity(_printed(number)).number == number


@given(st.integers(0, 10**12))
def test_thousands_separators_are_read(number: int) -> None:
    printed = f"{number:,}"
    assert Quantity(printed).number == (None if printed.count(",") == 1 else number)
    assert Quantity.of(printed, ".").number == number
    assert Quantity.of(printed.replace(",", "."), ",").number == number
    assert Quantity(f"<{number:,}.5").number == number + Decimal("0.5")


@pytest.mark.parametrize(
    ("text", "comparator", "number"),
    [
        ("13.4", "", "13.4"),
        ("<0.5", "<", "0.5"),
        ("> 100", ">", "100"),
        ("<=5", "≤", "5"),
        (">= 90", "≥", "90"),
        ("≤5", "≤", "5"),
        ("≥ 90", "≥", "90"),
        ("-2.5", "", "-2.5"),
        ("−2.5", "", "-2.5"),
        ("+3", "", "3"),
        ("1.2e3", "", "1200"),
        ("1,234.5", "", "1234.5"),
        ("13,4", "", "13.4"),
        ("<0,05", "<", "0.05"),
        ("0,014", "", "0.014"),
        ("7.204,5", "", "7204.5"),
        ("2.350.000", "", "2350000"),
        ("3 604", "", "3604"),
        ("3\u202f604,5", "", "3604.5"),
        ("7'204", "", "7204"),
        ("7’204.5", "", "7204.5"),
        ("3.4E+06", "", "3400000"),
        ("2E+03", "", "2000"),
        ("3,4E−02", "", "0.034"),
        (".7", "", "0.7"),
        ("less than 3", "<", "3"),
    ],
)
def test_comparator_and_number(text: str, comparator: str, number: str) -> None:
    value = Quantity(text)
    assert (value.comparator, value.number) == (comparator, Decimal(number))
    assert str(value) == text


@pytest.mark.parametrize(
    "text",
    [
        "positive",
        "1,204",
        "<3,500",
        "12,34,567",
        "130/85",
        "6.4 H",
        "3 (L)",
        "00,140",
        "5 mg",
        "<",
        "",
        "1.2.3",
        "10-20",
        "~5",
        "++",
        "5-",
    ],
)
def test_words_stay_words(text: str) -> None:
    value = Quantity(text)
    assert (value.comparator, value.number) == ("", None)
    assert value.text == text


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("115-165", 115, 165),
        ("115 – 165", 115, 165),
        ("115—165", 115, 165),
        ("(115 to 165)", 115, 165),
        ("[0.2 - 1.0]", "0.2", "1.0"),
        ("1..5", 1, 5),
        ("1 ... 5", 1, 5),
        ("1~5", 1, 5),
        ("4,1 à 6,3", "4.1", "6.3"),
        ("4.1 a 6.3", "4.1", "6.3"),
        ("o 4.1 i 6.3", "4.1", "6.3"),
        ("de 4,15 à 6,35", "4.15", "6.35"),
        ("desde 41 hasta 63", 41, 63),
        ("41 t/m 63", 41, 63),
        ("od 41 do 63", 41, 63),
        ("entre 41 et 63", 41, 63),
        ("zwischen 4,1 und 6,3", "4.1", "6.3"),
        ("63 à 41", None, None),
        ("4 a 6 a 8", None, None),
        ("1,100 à 1,700", None, None),
        ("4 / 6", None, None),
        ("4 et 6", None, None),
        ("-5 - -1", -5, -1),
        ("1,000 - 2,500", None, None),
        ("0,700 - 1,200", "0.7", "1.2"),
        ("1,000 - 2,500.5", 1000, "2500.5"),
        ("bis 7", None, 7),
        ("30 -- 55", 30, 55),
        ("2.1 to 2.6", "2.1", "2.6"),
        ("3.5-5.1 mmol/L", None, None),
        ("<5", None, 5),
        ("≤ 5.0", None, 5),
        ("up to 5", None, 5),
        ("Under 5", None, 5),
        (">90", 90, None),
        ("(>= 90)", 90, None),
        ("more than 90", 90, None),
        ("negative", None, None),
        ("3,5-5,1", "3.5", "5.1"),
        ("9-1", None, None),
        ("", None, None),
    ],
)
def test_bounds(text: str, low: object, high: object) -> None:
    found = Range(text)
    wanted = [None if bound is None else Decimal(str(bound)) for bound in (low, high)]
    assert [found.low, found.high] == wanted
    assert str(found) == text


@pytest.mark.parametrize(
    ("text", "value", "side"),
    [
        ("115-165", "114.9", Side.BELOW),
        ("115-165", "115", Side.WITHIN),
        ("115-165", "165", Side.WITHIN),
        ("115-165", "165.1", Side.ABOVE),
        ("115-165", "<115", Side.BELOW),
        ("115-165", "≤115", None),
        ("115-165", ">165", Side.ABOVE),
        ("115-165", "≥165", None),
        ("115-165", "<120", None),
        ("115-165", "positive", None),
        ("0.2-1.0", "<0.5", None),
        ("<5", "5", Side.ABOVE),
        ("<5", "4.9", Side.WITHIN),
        ("<5", "<5", Side.WITHIN),
        ("≤5", "5", Side.WITHIN),
        ("≤5", "≥5", None),
        (">90", "90", Side.BELOW),
        ("≥90", "90", Side.WITHIN),
        ("≥90", ">90", Side.WITHIN),
        ("negative", "5", None),
        ("13,4-15", "14", Side.WITHIN),
        ("0.6-1.4", "1,300", None),
        ("0,5-1,5", "1.234", None),
        ("<0,020", "0,013", Side.WITHIN),
    ],
)
def test_side(text: str, value: str, side: Side | None) -> None:
    assert Range(text).side(Quantity(value)) is side


@given(_NUMBERS, _NUMBERS, _NUMBERS)
def test_a_plain_number_lies_on_the_side_where_it_lies(
    low: Decimal, high: Decimal, number: Decimal
) -> None:
    low, high = sorted((low, high))
    side = Range(f"{_printed(low)} to {_printed(high)}").side(Quantity(_printed(number)))
    wanted = Side.BELOW if number < low else Side.ABOVE if number > high else Side.WITHIN
    assert side is wanted


@given(_NUMBERS, st.sampled_from("<≤>≥"), _NUMBERS, st.sampled_from("<≤>≥"), _NUMBERS)
def test_a_side_is_said_only_when_every_number_meant_lies_there(
    bound: Decimal, bound_sign: str, value: Decimal, sign: str, number: Decimal
) -> None:
    found = Range(f"{bound_sign}{_printed(bound)}").side(Quantity(f"{sign}{_printed(value)}"))
    if found is not None and _meant(number, sign, value):
        assert (found is Side.WITHIN) == _meant(number, bound_sign, bound)


def _meant(number: Decimal, sign: str, bound: Decimal) -> bool:
    return {
        "<": number < bound,
        "≤": number <= bound,
        ">": number > bound,
        "≥": number >= bound,
    }[sign]


def test_more_digits_than_a_calculator_has_are_not_rounded() -> None:
    long = "0.12345678901234567890123456789012345"
    assert Range(f"0-{long}").side(Quantity(f"{long}1")) is Side.ABOVE


@pytest.mark.parametrize(
    ("text", "decimal", "number"),
    [
        ("1,204", ",", "1.204"),
        ("1,204", ".", "1204"),
        ("1,204", "", None),
        ("1.204", ",", "1204"),
        ("1.204", "", "1.204"),
        ("4.1", ",", "4.1"),
        ("≥ 1,204", ",", "1.204"),
    ],
)
def test_what_it_stands_in_settles_the_sign(text: str, decimal: str, number: str | None) -> None:
    value = Quantity.of(text, decimal)
    assert value.text == text
    assert value.number == (Decimal(number) if number else None)


def test_a_range_takes_the_sign_of_what_it_stands_in() -> None:
    assert Range.of("1,005-1,030", ",").bounds[:2] == (Decimal("1.005"), Decimal("1.030"))
    assert Range.of("150-400", ",") == Range("150-400")


def test_both_meanings_are_told_where_there_are_two() -> None:
    assert Quantity("<1,204").meanings == ("<1204", "<1.204")
    assert Quantity("1.204").meanings == Quantity("trace").meanings == ()


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("3.3600000000000003", "3.36"),
        ("171.4498102831745", "171.4"),
        ("<0.30000000000000004", "<0.3"),
        ("12345.678901234567", "12346"),
        ("1.123456", "1.123456"),
        ("123456789012345678", "123456789012345678"),
    ],
)
def test_the_tail_of_a_binary_number_is_not_shown(source: str, shown: str) -> None:
    assert (str(Quantity(source)), Quantity(source).text) == (shown, source)


@pytest.mark.parametrize(
    ("printed", "read_as", "kept"),
    [
        (Quantity("1,204"), "1204", "1204"),
        (Quantity("1,204"), "1.204", "1.204"),
        (Quantity("1,204"), "1.304", ""),
        (Quantity("1.204"), "?", "?"),
        (Range("3.5-5.3 mmol/L"), "3.5-5.3", "3.5-5.3"),
        (Range("3,604-5,200"), "3.604-5.200", "3.604-5.200"),
        (Range("3,604-5,200"), "3.604-6.200", ""),
    ],
)
def test_a_text_is_read_only_as_what_it_can_mean(
    printed: Quantity | Range, read_as: str, kept: str
) -> None:
    assert printed.settled(read_as).read_as == kept
