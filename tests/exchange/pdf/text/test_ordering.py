"""The parts of a line stand in the order in which they are seen."""

import pytest

from secondop_desktop.exchange.pdf.sheet import STANDARD
from secondop_desktop.exchange.pdf.text.ordering import place_parts
from secondop_desktop.exchange.pdf.text.readable import Missing
from secondop_desktop.exchange.pdf.text.typeset import Line, broken, styled_lines

_BODY = STANDARD.styles["body"]


def _lines(text: str, width: float) -> list[Line]:
    return broken(styled_lines(text, _BODY, Missing()), width)


def _seen(line: Line) -> list[str]:
    placed = sorted(place_parts(line, 0.0), key=lambda one: one[0])
    return [text for _left, (text, _ink) in placed if text.strip()]


def test_parts_of_both_directions_stand_side_by_side() -> None:
    (line,) = _lines("אב 50 mg גד", 500)
    placed = place_parts(line, 10.0)
    assert "".join(text for _left, (text, _ink) in placed) == "אב 50 mg גד"
    ends = sorted((left, left + ink.width(text)) for left, (text, ink) in placed)
    assert ends[0][0] == 10.0
    assert [start for start, _end in ends[1:]] == pytest.approx([end for _start, end in ends[:-1]])
    assert ends[-1][1] == pytest.approx(10.0 + line.width)


def test_the_first_letter_with_a_direction_decides() -> None:
    assert _seen(_lines("ab אב", 500)[0]) == ["ab ", "אב"]
    assert _seen(_lines("אב ab", 500)[0]) == ["ab", "אב"]
    assert [line.base for line in _lines("5 אב\n5 ab\n5", 500)] == [1, 0, 0]


def test_the_space_that_joins_a_line_to_the_next_stands_beyond_its_end() -> None:
    first, *_rest = _lines("אבגד " * 20, 100)
    assert first.has_rtl
    (left, _part), (beyond, (space, _ink)) = place_parts(first, 50.0)
    assert (left, space) == (50.0, " ")
    assert beyond < 50.0
    first, *_rest = _lines("abcd אב " * 20, 100)
    assert max(place_parts(first, 0.0), key=lambda one: one[0])[1][0] == " "


def test_a_line_without_words_has_no_parts() -> None:
    assert place_parts(Line([], 0.0), 0.0) == []


def test_words_of_a_broken_line_stay_in_the_order_of_reading() -> None:
    text = "אבג דהו 12 abc (זחט) " * 10
    lines = _lines(text.strip(), 120)
    assert "".join(part for line in lines for part, _ink in line.stretches) == text.strip()
    assert all(line.width <= 120 for line in lines)
