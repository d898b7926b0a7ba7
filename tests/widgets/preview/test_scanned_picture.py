"""The words read on a photo are found and marked where they are seen, however it lies."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from secondop_desktop.errors import UserError
from secondop_desktop.widgets.background.jobs import at_once
from secondop_desktop.widgets.preview.pdf_view import PdfView
from secondop_desktop.widgets.preview.picture_view import PictureView
from secondop_desktop.widgets.preview.quote import read_frame
from secondop_desktop.widgets.preview.scanned_picture import ScannedPicture
from secondop_desktop.widgets.preview.view import Preview
from secondop_desktop.widgets.theme import Theme
from tests.stand_in_tesseract import put_on_path, take_away
from tests.widgets import walker
from tests.widgets.preview import samples


@pytest.fixture(autouse=True)
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page says the same; the words stand in tenths of its width and height."""
    put_on_path(tmp_path / "bin", monkeypatch, "Dear Mrs Evans", "your ferritin is 12")


def _near(box: QRectF, left: float, top: float) -> bool:
    return abs(box.left() - left) < 0.02 and abs(box.top() - top) < 0.02


def test_a_photo_taken_on_its_side_has_its_words_where_it_is_upright() -> None:
    taken = samples.picture("JPEG", (400, 300), turned=6)
    photo = ScannedPicture(taken, "image/jpeg")
    assert photo.sizes == [(300 * 0.75, 400 * 0.75)]
    (hit,) = photo.find(0, "FERRITIN\nis")
    assert [_near(box, 0.1 * at, 0.2) for at, box in enumerate(hit.boxes, 1)] == [True, True]
    photo.close()


def test_turning_takes_the_marks_along_and_the_place_stays() -> None:
    photo = ScannedPicture(samples.picture("PNG", (400, 300)), "image/png")
    place = photo.place_of(photo.stretch(0, 20, 8) or pytest.fail("no words there"))
    photo.turn()
    assert photo.sizes == [(300 * 0.75, 400 * 0.75)]
    (hit,) = photo.find(0, "Dear")
    assert _near(hit.boxes[0], 1 - 0.1 - 0.05, 0.0)
    again = photo.stretch(0, 20, 8)
    assert again is not None
    assert again.text == "ferritin"
    assert photo.place_of(again) == place
    one = photo.letter_at(0, 1 - 0.22, 0.12)
    assert one == 20
    seen = photo.render(0, 1.0)
    assert seen is not None
    assert seen.pixelColor(5, 5).red() > 200  # what was on the left is above now
    assert seen.pixelColor(5, seen.height() - 5).blue() > 200


def test_all_pages_of_a_fax_have_words_and_their_own_size() -> None:
    fax = ScannedPicture(samples.scanned("L", 3), "image/tiff")
    assert [height for _width, height in fax.sizes] == [40 * 0.75, 41 * 0.75, 42 * 0.75]
    assert [len(fax.find(page, "evans")) for page in range(len(fax))] == [1, 1, 1]
    assert fax.find(0, "  ") == []


def test_it_is_never_drawn_larger_than_it_was_taken() -> None:
    photo = ScannedPicture(samples.picture("PNG", (400, 300)), "image/png")
    large, small = photo.render(0, 40.0), photo.render(0, 0.5)
    assert large is not None
    assert large.width() == 400
    assert small is not None
    assert small.width() == 150


def test_a_broken_photo_says_so() -> None:
    with pytest.raises(UserError, match="damaged"):
        ScannedPicture(samples.picture("PNG")[:60], "image/png")


def _shown(qtbot: QtBot, words: str) -> Preview:
    preview = Preview(at_once)
    qtbot.addWidget(preview)
    preview.resize(500, 600)
    preview.show()
    preview.open(samples.picture("PNG", (400, 300)), "image/png", "letter.png", words=words)
    return preview


def test_words_are_marked_chosen_and_turned_in_the_window(look: Theme, qtbot: QtBot) -> None:
    preview = _shown(qtbot, "Dear Mrs Evans your ferritin is 12")
    view = preview.shown
    assert isinstance(view, PdfView)
    assert walker.unnamed(preview) == []
    preview.search_for("ferritin")
    assert view.finder.count.text() == "1 of 1"
    assert _near(view.pages.hits[0].boxes[0], 0.1, 0.2)
    spot = view.pages.spot(view.pages.hits[0]).center()
    QTest.mouseDClick(view.pages, Qt.MouseButton.LeftButton, pos=spot)
    quote = preview.quote()
    assert quote is not None
    assert (quote.text, quote.page) == ("ferritin", 1)
    QTest.mouseClick(view.pages, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    view.turn.click()
    assert _near(view.pages.hits[0].boxes[0], 1 - 0.2 - 0.05, 0.1)
    preview.mark(1, quote.place)
    (frame,) = view.pages.frames
    kept = read_frame(quote.place)
    assert kept is not None
    assert abs(frame.boxes[0].width() - kept[3]) < 0.001


def test_a_photo_without_words_or_reader_is_a_picture_as_before(
    look: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(_shown(qtbot, "").shown, PictureView)
    take_away(monkeypatch)
    preview = _shown(qtbot, "Dear Mrs Evans")
    view = preview.shown
    assert isinstance(view, PictureView)
    view.read.click()
    assert not view.text.isHidden()
    assert view.text.toPlainText().endswith("Dear Mrs Evans")
