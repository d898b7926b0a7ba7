"""Sizes grow with the chosen text size, and stay within what the window offers."""

import pytest

from secondop_desktop.widgets.theme import Text
from secondop_desktop.widgets.theme.sizes import clamp, points


@pytest.mark.parametrize(
    ("role", "size"),
    [(Text.SMALL, 12), (Text.BODY, 13), (Text.H2, 16), (Text.H1, 22), (Text.NOTES, 20)],
)
def test_sizes_at_a_hundred_percent_and_at_two_hundred(role: Text, size: int) -> None:
    assert points(role, 100) == size
    assert points(role, 200) == 2 * size


@pytest.mark.parametrize(("asked", "given"), [(50, 100), (100, 100), (150, 150), (400, 200)])
def test_text_size_stays_between_its_limits(asked: int, given: int) -> None:
    assert clamp(asked) == given
