"""Which spaces hold a line together."""

import pytest

from secondop_desktop.exchange.pdf.sheet import STANDARD
from secondop_desktop.exchange.pdf.text.readable import Missing
from secondop_desktop.exchange.pdf.text.runs import bold
from secondop_desktop.exchange.pdf.text.ties import TIE, tied
from secondop_desktop.exchange.pdf.text.typeset import broken, styled_lines


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("INR 2.8 % in range", "INR 2.8_% in range"),
        ("weight 71 kg, walks", "weight 71_kg, walks"),
        ("0.4 mcg/kg at night", "0.4_mcg/kg at night"),
        ("ring 0161 496 0982 by noon", "ring 0161_496_0982 by noon"),
        ("seen 3 Mar 2019 and since", "seen 3_Mar_2019 and since"),
        ("about September 2021 or so", "about September_2021 or so"),
        ("letter of Dr Quill to Mrs Okafor", "letter of Dr_Quill to Mrs_Okafor"),
        ("one · two – three", "one_· two_– three"),
        ("CRP 48 ↑", "CRP 48_↑"),
        ("see page 3", "see page_3"),
        ("walked 12 metres in May", "walked 12 metres in May"),
    ],
)
def test_what_is_read_as_one_stays_on_one_line(text: str, held: str) -> None:
    assert tied(text).replace(TIE, "_") == held


def _lines(words: object, width: float) -> list[str]:
    typed = styled_lines(words, STANDARD.styles["tight"], Missing())  # type: ignore[arg-type]
    return ["".join(text for text, _ink in one.stretches) for one in broken(typed, width)]


@pytest.mark.parametrize("width", range(100, 260, 9))
def test_an_amount_is_never_parted_from_its_unit_and_the_text_stays_as_it_was(width: int) -> None:
    text = "Sodium 131 mmol/L on 14 Feb 2022, ring 0191 498 0113 or Dr Sparrow after 6 pm"
    for words in (text, [bold("Kept: "), text]):
        lines = _lines(words, width)
        assert "".join(lines).endswith(text)
        assert not any(line.rstrip().endswith(("131", "Dr", "after 6")) for line in lines)


def test_a_long_row_of_numbers_still_breaks_between_them() -> None:
    text = " ".join(str(n) for n in range(1000, 1060))
    lines = _lines(text, 120)
    assert "".join(lines) == text
    assert all(len(word) == 4 for line in lines for word in line.split())
