"""Lines that run both ways, as the standard orders them (Unicode Standard Annex 9)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.exchange.pdf.text.bidi import base_level, has_rtl, levels, mirrored, visual


def _seen(text: str, base: int) -> str:
    """Return the letters as they stand from left to right."""
    ways = levels(text, base)
    return "".join(
        mirrored(text[n]) if ways[n] % 2 else text[n] for n in visual(ways)
    )  # fmt: skip


# Levels from BidiCharacterTest.txt of Unicode 15, where they are given for many thousand texts.
@pytest.mark.parametrize(
    ("codes", "base", "found"),
    [
        ("0061 0028 0062 0029 0063", 0, "0 0 0 0 0"),
        ("0061 0028 0062 0029 0063", 1, "2 2 2 2 2"),
        ("0061 0028 05D0 0029 05D1", 0, "0 0 1 0 1"),
        ("0061 0028 0661 0029", 0, "0 0 2 0"),
        ("0661 0028 0662 0029 0331", 0, "2 1 2 1 1"),
        ("062A 0031 002F 0032", 1, "1 2 2 2"),
        ("0661 002D 0031", 0, "2 0 0"),
        ("05D0 0020 0031 002D 0032", 0, "1 1 2 2 2"),
        ("061C 0020 0031 002D 0032", 0, "1 1 2 1 2"),
        ("0025 0661 0028 0662 0029", 0, "0 2 1 2 1"),
        ("05D0 0029 0028 0301 0031 0029", 0, "1 1 1 1 2 1"),
        ("0627 0028 06F1 0029", 0, "1 1 2 1"),
    ],
)
def test_levels_are_those_of_the_standard(codes: str, base: int, found: str) -> None:
    text = "".join(chr(int(code, 16)) for code in codes.split())
    assert levels(text, base) == [int(level) for level in found.split()]


def test_a_dose_inside_hebrew_and_arabic_keeps_its_digits_in_order() -> None:
    assert _seen("אב 50 גד", 1) == "דג 50 בא"
    assert _seen("اب 50 جد", 1) == "دج 50 با"
    assert _seen("اب ٥٠ جد", 1) == "دج ٥٠ با"


@pytest.mark.parametrize("base", [0, 1])
@pytest.mark.parametrize("unit", ["75 mg", "2.5–5 mg", "50\u00a0%", "5 March 2024", "1,000 IU"])
def test_a_dose_or_a_date_in_english_reads_as_one(unit: str, base: int) -> None:
    assert unit in _seen(f"אב {unit} daily", base)
    assert unit in _seen(f"اب – {unit} daily جد", base)


def test_brackets_are_turned_about() -> None:
    assert _seen("אב (גד)", 1) == "(דג) בא"
    assert _seen("say (אב) now", 0) == "say (בא) now"


def test_a_line_follows_its_first_letter_that_has_a_direction() -> None:
    assert [base_level(text) for text in ("5 (אב", "5 a ב", "12", "")] == [1, 0, 0, 0]
    assert base_level("12", 1) == 1


def test_words_of_one_direction_stay_as_they_are() -> None:
    assert not has_rtl("Ŵyth मुझे 漢字 😀")
    assert has_rtl("a ב")
    assert _seen("plain words", 0) == "plain words"


@given(st.text(alphabet=st.sampled_from("ab אב اب 5٥.,%+()[]\u0301\u200c"), max_size=40))
def test_every_letter_is_seen_once(text: str) -> None:
    for base in (0, 1):
        ways = levels(text, base)
        assert sorted(visual(ways)) == list(range(len(text)))
        assert all(way in {0, 1, 2} and way >= base for way in ways)
