"""A picture fits the width at first, is zoomed and turned, and has a name."""

import pytest
from PySide6.QtGui import QAccessible, QImage
from pytestqt.qtbot import QtBot

from secondop_desktop.errors import UserError
from secondop_desktop.widgets.preview.picture import Picture
from secondop_desktop.widgets.preview.picture_view import PictureView
from secondop_desktop.widgets.theme import Theme
from tests.widgets import walker
from tests.widgets.preview import samples


def _view(qtbot: QtBot, size: tuple[int, int]) -> PictureView:
    picture = Picture(samples.picture("PNG", size), "image/png")
    view = PictureView(picture, picture.page(), "photo.png")
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


def test_the_page_turner_covers_no_other_tool(look: Theme, qtbot: QtBot) -> None:
    fax = Picture(samples.fax(3, "group4"), "image/tiff")
    view = PictureView(fax, fax.page(), "fax.tif")
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    left = [one.mapTo(view, one.rect().topLeft()).x() for one in (view.turner, view.zoom)]
    assert left[0] + view.turner.width() <= left[1]


def test_a_fax_is_turned_page_by_page_and_keeps_its_zoom(look: Theme, qtbot: QtBot) -> None:
    fax = Picture(samples.fax(3, "group4"), "image/tiff")
    view = PictureView(fax, fax.page(), "fax.tif")
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    view.set_zoom(2.0)
    with qtbot.waitSignal(view.page_changed):
        view.turner.after.click()
    assert (view.page(), view.turner.of.text()) == (2, "of 3")
    assert view.canvas.image.pixelColor(60, 10).lightness() < 128
    assert view.canvas.width() == 240
    assert view.canvas.accessibleName() == "Picture: fax.tif. Page 2 of 3"
    view.go_to(9)
    assert view.page() == 2


def test_a_page_that_is_broken_says_so_and_the_others_are_shown(
    look: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    fax = Picture(samples.fax(3, "group4"), "image/tiff")
    whole = fax.page
    broken = UserError("This picture is damaged and cannot be shown here.")

    def page(number: int = 0) -> QImage:
        if number == 1:
            raise broken
        return whole(number)

    monkeypatch.setattr(fax, "page", page)
    view = PictureView(fax, fax.page(), "fax.tif")
    qtbot.addWidget(view)
    view.show()
    view.go_to(2)
    assert (view.trouble.text(), view.page()) == ("This page cannot be shown.", 2)
    view.go_to(3)
    assert (view.trouble.isVisible(), view.page()) == (False, 3)


def test_one_picture_has_no_pages_to_turn(look: Theme, qtbot: QtBot) -> None:
    picture = Picture(samples.picture("PNG"), "image/png")
    view = PictureView(picture, picture.page(), "photo.png")
    qtbot.addWidget(view)
    view.show()
    assert not view.turner.isVisible()
