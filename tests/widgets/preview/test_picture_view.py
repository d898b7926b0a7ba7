"""A picture fits the width at first, is zoomed and turned, and has a name."""

from PySide6.QtGui import QAccessible, QImage
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.preview.picture import read_picture
from secondop_desktop.widgets.preview.picture_view import PictureView
from secondop_desktop.widgets.theme import Theme
from tests.widgets import walker
from tests.widgets.preview import samples


def _view(qtbot: QtBot, size: tuple[int, int]) -> PictureView:
    image: QImage = read_picture(samples.picture("PNG", size), "image/png")
    view = PictureView(image, "photo.png")
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    return view


def test_it_fits_the_width_and_never_grows_by_itself(look: Theme, qtbot: QtBot) -> None:
    wide = _view(qtbot, (2000, 1000))
    assert wide.canvas.width() == wide.scroller.viewport().width()
    tiny = _view(qtbot, (40, 20))
    assert tiny.canvas.width() == 40
    assert tiny.zoom.shown.text() == "100 %"


def test_zoom_and_turn(look: Theme, qtbot: QtBot) -> None:
    view = _view(qtbot, (2000, 1000))
    view.set_zoom(1.0)
    assert view.canvas.width() == 2000
    view.zoom.bigger.click()
    assert view.canvas.width() == 2500
    view.turn.click()
    assert view.canvas.height() == 2 * view.canvas.width()
    assert view.canvas.grab().toImage().pixelColor(5, 5).red() == 255


def test_it_is_a_graphic_with_a_name(look: Theme, qtbot: QtBot) -> None:
    view = _view(qtbot, (40, 20))
    seen = QAccessible.queryAccessibleInterface(view.canvas)
    assert seen.role() == QAccessible.Role.Graphic
    assert seen.text(QAccessible.Text.Name) == "Picture: photo.png"
    assert walker.unnamed(view) == []
