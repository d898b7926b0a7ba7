"""Ways from the space of a page or a picture to an upright rectangle (ISO 32000-1, 8.3.3)."""

from secondop_desktop.exchange.pdf.pages.guest_page import Matrix

Box = tuple[float, float, float, float]


def of_page(box: Box, turn: int, unit: float) -> tuple[float, float, Matrix]:
    """Return width, height and way of a page with this box, turned clockwise by degrees.

    ``unit`` is how many points one of its units has (``/UserUnit``).
    """
    left, low, right, high = box
    wide, tall = right - left, high - low
    sideways = turn % 180 == 90
    matrix: Matrix = {
        90: (0, -1, 1, 0, -low, right),
        180: (-1, 0, 0, -1, right, high),
        270: (0, 1, -1, 0, high, -left),
    }.get(turn, (1, 0, 0, 1, -left, -low))
    a, b, c, d, e, f = (part * unit for part in matrix)
    size = (tall, wide) if sideways else (wide, tall)
    return size[0] * unit, size[1] * unit, (a, b, c, d, e, f)


def of_picture(wide: float, tall: float, orientation: int) -> Matrix:
    """Return the way of a picture, which PDF draws as a square of 1, to this upright size.

    ``orientation`` is that of Exif 2.32 (tag 274), 1 to 8.
    """
    return {
        2: (-wide, 0.0, 0.0, tall, wide, 0.0),
        3: (-wide, 0.0, 0.0, -tall, wide, tall),
        4: (wide, 0.0, 0.0, -tall, 0.0, tall),
        5: (0.0, -tall, -wide, 0.0, wide, tall),
        6: (0.0, -tall, wide, 0.0, 0.0, tall),
        7: (0.0, tall, wide, 0.0, 0.0, 0.0),
        8: (0.0, tall, -wide, 0.0, wide, 0.0),
    }.get(orientation, (wide, 0.0, 0.0, tall, 0.0, 0.0))
