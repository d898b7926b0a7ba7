"""The style sheet takes every colour from tokens and no height from pixels."""

import re

import pytest

from secondop_desktop.widgets.theme import DARK, LIGHT, Tokens
from secondop_desktop.widgets.theme.sheet import sheet


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_heights_never_come_from_the_sheet(tokens: Tokens) -> None:
    drawn = r"(?:QScrollBar|QMenu::separator|QMenu::indicator)[^{]*\{[^}]*\}"
    bars = re.sub(drawn, "", sheet(tokens, 22))
    assert re.findall(r"(?:min-|max-)?height:\s*\d+px|font-size", bars) == []


def test_a_scheme_holds_no_colour_of_the_other() -> None:
    alien = {value for value in LIGHT if value not in DARK}
    assert not any(value in sheet(DARK, 22) for value in alien)


def test_nothing_is_left_to_fill_in() -> None:
    assert "$" not in sheet(LIGHT, 22)
