"""A crowd that shows a chance: counted in its picture, and said to screen readers."""

import pytest
from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.icon_array import IconArray
from secondop_desktop.widgets.theme import Scheme, Theme
from tests.widgets.walker import focusable

WORDS = "3 in 100 people"


def array(qtbot: QtBot, filled: int, total: int, across: int, width: int = 0) -> IconArray:
    """Show a crowd, as large as it gets or at a width."""
    made = IconArray(filled, total, WORDS, across)
    qtbot.addWidget(made)
    wide = width or made.sizeHint().width()
    made.resize(wide, made.heightForWidth(wide))
    return made


def picture(made: IconArray) -> QImage:
    """Paint it four times as large, so that single shapes can be looked at."""
    image = QImage(made.size() * 4, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(4)
    image.fill(theme.current().colour("surface"))
    painter = QPainter(image)
    made.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    painter.end()
    return image


def counted(made: IconArray) -> int:
    """Count the shapes whose middle is inked."""
    image, ink = picture(made), theme.current().colour("primary")
    spots = [place.center() for place in made.places()]
    return sum(_near(image.pixelColor((spot * 4).toPoint()), ink) for spot in spots)


def _near(one: QColor, other: QColor) -> bool:
    apart = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return all(abs(a - b) < 40 for a, b in apart)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize(
    ("filled", "total", "across"),
    [(0, 10, 10), (7, 10, 10), (3, 100, 20), (100, 100, 20), (33, 1_000, 50)],
)
def test_as_many_are_filled_as_it_happens_to(
    look: Theme,
    qtbot: QtBot,
    qapp: QApplication,
    scheme: Scheme,
    filled: int,
    total: int,
    across: int,
) -> None:
    theme.apply(qapp, scheme, 100)
    made = array(qtbot, filled, total, across)
    assert counted(made) == filled
    assert len(made.places()) == total


def test_filled_and_empty_differ_in_more_than_colour(look: Theme, qtbot: QtBot) -> None:
    made = array(qtbot, 1, 2, 2)
    image, ground = picture(made), theme.current().colour("surface")
    one, other = (place.center() * 4 for place in made.places())
    assert image.pixelColor(other.toPoint()) == ground
    assert image.pixelColor(one.toPoint()) != ground


@pytest.mark.parametrize(("total", "across", "width"), [(10_000, 100, 400), (1_000, 50, 190)])
def test_too_many_for_the_room_are_squares_of_two_sizes(
    look: Theme, qtbot: QtBot, total: int, across: int, width: int
) -> None:
    made = array(qtbot, 13, total, across, width)
    assert made.squares(width)
    assert counted(made) == 13
    image, ground = picture(made), theme.current().colour("surface")
    inked = [_inked(image, ground, made.places()[at]) for at in (5, total // 2)]
    assert inked[0] > 2 * inked[1] > 0


def _inked(image: QImage, ground: QColor, place: QRectF) -> int:
    """Count the dots of one person's place that are not ground."""
    area = QRectF(place.topLeft() * 4, place.size() * 4).toRect()
    dots = [(x, y) for x in range(area.width()) for y in range(area.height())]
    return sum(image.pixelColor(area.x() + x, area.y() + y) != ground for x, y in dots)


@pytest.mark.parametrize("width", [60, 140, 245, 900])
def test_everything_stays_inside_at_any_width(look: Theme, qtbot: QtBot, width: int) -> None:
    for total, across in ((10, 10), (100, 20), (1_000, 50)):
        made = array(qtbot, 1, total, across, width)
        last = max(place.bottom() for place in made.places())
        assert last <= made.height()
        if width >= made.minimumSizeHint().width():
            assert max(place.right() for place in made.places()) <= width


def test_it_grows_with_the_text(look: Theme, qtbot: QtBot, qapp: QApplication) -> None:
    made = array(qtbot, 3, 100, 20)
    before: QSize = made.sizeHint()
    theme.apply(qapp, Scheme.LIGHT, 200)
    assert made.sizeHint().width() > before.width() * 1.7


def test_it_is_said_and_takes_no_focus(look: Theme, qtbot: QtBot) -> None:
    made = array(qtbot, 3, 100, 20)
    seen = QAccessible.queryAccessibleInterface(made)
    assert seen.text(QAccessible.Text.Name) == WORDS
    assert focusable(made) == []


@pytest.mark.parametrize(
    ("filled", "total", "words"), [(3, 2, "x"), (-1, 2, "x"), (0, 0, "x"), (1, 2, " ")]
)
def test_what_cannot_be_is_refused(
    look: Theme, qtbot: QtBot, filled: int, total: int, words: str
) -> None:
    with pytest.raises(ValueError, match="a crowd needs people"):
        IconArray(filled, total, words)
