"""Pages and pictures stand upright, whichever way they lie in their file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.exchange.pack.placing import Box, of_page, of_picture
from secondop_desktop.exchange.pdf.pages.guest_page import Matrix

_side = st.floats(min_value=5, max_value=5000)
_corner = st.floats(min_value=-1000, max_value=1000)


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def corners(box: Box) -> list[tuple[float, float]]:
    left, low, right, high = box
    return [(left, low), (right, low), (right, high), (left, high)]


@given(_corner, _corner, _side, _side, st.sampled_from([0, 90, 180, 270]), st.floats(0.1, 10))
def test_a_page_fills_its_place_exactly(
    left: float, low: float, across: float, up: float, turn: int, unit: float
) -> None:
    box = (left, low, left + across, low + up)
    wide, tall, matrix = of_page(box, turn, unit)
    seen = [moved(matrix, x, y) for x, y in corners(box)]
    near = {(round(x / wide, 3), round(y / tall, 3)) for x, y in seen}
    assert near == {(0, 0), (1, 0), (1, 1), (0, 1)}
    lower_left = (round(seen[0][0] / wide, 3), round(seen[0][1] / tall, 3))
    assert lower_left == {0: (0, 0), 90: (0, 1), 180: (1, 1), 270: (1, 0)}[turn]


@pytest.mark.parametrize(
    ("orientation", "first_row", "first_column"),
    [
        (1, "top", "left"),
        (2, "top", "right"),
        (3, "bottom", "right"),
        (4, "bottom", "left"),
        (5, "left", "top"),
        (6, "right", "top"),
        (7, "right", "bottom"),
        (8, "left", "bottom"),
    ],
)
def test_a_picture_is_turned_as_its_camera_says(
    orientation: int, first_row: str, first_column: str
) -> None:
    """The words are those of Exif 2.32, table 6: where row 0 and column 0 are seen."""
    matrix = of_picture(200.0, 100.0, orientation)
    sides = {
        "left": (0.0, 50.0),
        "right": (200.0, 50.0),
        "top": (100.0, 100.0),
        "bottom": (100.0, 0.0),
    }
    assert moved(matrix, 0.5, 1.0) == sides[first_row]
    assert moved(matrix, 0.0, 0.5) == sides[first_column]
