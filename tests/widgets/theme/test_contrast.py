"""The measure of contrast agrees with the examples of WCAG 2.2."""

import pytest

from secondop_desktop.widgets.theme.contrast import luminance, ratio


def test_black_on_white_is_the_most() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert ratio("#FFFFFF", "#000000") == pytest.approx(21.0)


def test_a_colour_on_itself_has_none() -> None:
    assert ratio("#1B5E63", "#1B5E63") == pytest.approx(1.0)


def test_the_grey_at_the_edge_of_readable() -> None:
    assert ratio("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_green_is_brighter_than_blue() -> None:
    assert luminance("#00FF00") == pytest.approx(0.7152)
    assert luminance("#0000FF") == pytest.approx(0.0722)
