"""Lines fill the width, never beyond it, and lose no letter."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.exchange.pdf.sheet import STANDARD
from secondop_desktop.exchange.pdf.text.readable import Missing
from secondop_desktop.exchange.pdf.text.runs import Words, bold
from secondop_desktop.exchange.pdf.text.typeset import (
    Line,
    balanced,
    broken,
    first_line,
    styled_lines,
)

_BODY = STANDARD.styles["body"]


def _lines(words: Words, width: float) -> list[Line]:
    return broken(styled_lines(words, _BODY, Missing()), width)


def _texts(lines: list[Line]) -> list[str]:
    return ["".join(text for text, _ink in line.stretches) for line in lines]


def test_a_wrapped_line_ends_in_a_space_that_keeps_words_apart() -> None:
    texts = _texts(_lines("alpha beta gamma delta", 60))
    assert texts == ["alpha beta ", "gamma ", "delta"]


def test_a_word_that_is_too_long_is_broken_after_a_sign_or_anywhere() -> None:
    texts = _texts(_lines("https://example.org/a/very/long/address", 100))
    assert "".join(texts) == "https://example.org/a/very/long/address"
    assert texts[0].endswith("/")
    assert _texts(_lines("x" * 30, 60)) == ["x" * 12, "x" * 12, "x" * 6]


def test_a_look_may_change_inside_a_word() -> None:
    lines = _lines(["the ", bold("mole"), "cule is ", bold("here ŵŷ")], 55)
    assert _texts(lines) == ["the ", "molecule is ", "here ŵŷ"]


@given(st.floats(min_value=20, max_value=160), st.sampled_from(",.;:!?)"))
def test_no_line_of_a_long_name_begins_with_a_comma(width: float, sign: str) -> None:
    name = "Featherstonehaughwilliams"
    looks: tuple[Words, ...] = [bold(name), f"{sign} cardiology"], f"{name}{sign} cardiology"
    for words in looks:
        lines = _texts(_lines(words, width))
        assert "".join(lines).replace(" ", "") == f"{name}{sign}cardiology"
        assert not any(line.startswith(sign) for line in lines)


def test_typed_lines_stay_lines() -> None:
    assert _texts(_lines("one\n\ntwo", 500)) == ["one", "", "two"]


def test_spaces_at_the_end_make_no_line() -> None:
    assert _texts(_lines("alpha beta   ", 55)) == ["alpha beta"]
    assert _texts(_lines(["alpha ", bold("beta  "), "  "], 55)) == ["alpha beta"]


def test_the_first_line_alone_is_that_of_all_lines() -> None:
    mixed: Words = ["the ", bold("x" * 90), " end"]
    for words in ("", "one\ntwo", "alpha beta gamma", "x" * 90, mixed):
        typed = styled_lines(words, _BODY, Missing())
        assert first_line(typed, 60) == broken(typed, 60)[0]


def test_balanced_lines_are_no_more_and_of_about_one_length() -> None:
    typed = styled_lines(
        "Should I have the knee replaced this year or wait for now?", _BODY, Missing()
    )
    filled, even = broken(typed, 240), balanced(typed, 240)
    assert len(filled) == len(even) == 2
    assert abs(even[0].width - even[1].width) < abs(filled[0].width - filled[1].width)


_TYPED = st.text(alphabet=st.sampled_from("ab ŵα/-\n\u00a0"), max_size=80)


@given(st.lists(_TYPED, max_size=4), st.floats(min_value=1, max_value=200))
def test_no_letter_is_lost_and_no_line_too_wide(texts: list[str], width: float) -> None:
    words = [bold(text) if n % 2 else text for n, text in enumerate(texts)]
    lines = _lines(words, width)
    typed = "".join(texts).replace("\n", "").replace(" ", "")
    assert "".join(_texts(lines)).replace(" ", "") == typed
    for line in lines:
        letters = [char for text, _ink in line.stretches for char in text.strip(" ")]
        assert line.width <= width + 0.01 or len(letters) <= 1 or _is_blank(line)


def _is_blank(line: Line) -> bool:
    return all(not text.strip(" ") for text, _ink in line.stretches)


def test_a_long_text_takes_time_in_proportion() -> None:
    lines = _lines("word and another wörd ŵ " * 17_000, 480)
    firsts = [text for text, _group in itertools.groupby(_texts(lines))]
    assert len(lines) > 4_000
    assert len(firsts) > 1
