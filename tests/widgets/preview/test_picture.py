"""Pictures are read the right way up, and their size is checked before they are decoded."""

import pytest
from PySide6.QtGui import QColor, QImage

from secondop_desktop.errors import UserError
from secondop_desktop.widgets.preview.picture import read_picture
from tests.widgets.preview import samples

DAMAGED = "This picture is damaged and cannot be shown here."


def _reddish(image: QImage, x: int, y: int) -> bool:
    colour = QColor(image.pixelColor(x, y))
    return colour.red() > 150 and colour.blue() < 100


@pytest.mark.parametrize(
    ("form", "content_type"),
    [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("GIF", "image/gif"), ("BMP", "image/bmp")],
)
def test_usual_pictures(form: str, content_type: str) -> None:
    image = read_picture(samples.picture(form), content_type)
    assert (image.width(), image.height()) == (40, 20)
    assert _reddish(image, 5, 10)
    assert not _reddish(image, 35, 10)


def test_heic() -> None:
    image = read_picture(samples.HEIC, "image/heic")
    assert (image.width(), image.height()) == (64, 48)
    assert _reddish(image, 10, 24)
    assert not _reddish(image, 54, 24)


def test_a_photo_taken_sideways_stands_upright() -> None:
    image = read_picture(samples.picture("JPEG", turned=6), "image/jpeg")
    assert (image.width(), image.height()) == (20, 40)
    assert _reddish(image, 10, 5)


def test_a_very_large_picture_is_shown_smaller() -> None:
    image = read_picture(samples.picture("PNG", (6000, 3000)), "image/png")
    assert image.width() * image.height() <= 16_000_000
    assert image.width() == pytest.approx(2 * image.height(), abs=2)


def test_too_many_dots_are_refused_before_decoding() -> None:
    with pytest.raises(UserError, match="400 million dots, too many to be shown here"):
        read_picture(samples.huge_png(), "image/png")


@pytest.mark.parametrize(
    ("data", "content_type", "sentence"),
    [
        (b"", "image/png", "This file is empty."),
        (b"no picture", "image/png", DAMAGED),
        (b"no picture", "image/heic", DAMAGED),
        (samples.HEIC[:200], "image/heic", DAMAGED),
        (samples.picture("PNG")[:60], "image/png", DAMAGED),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "image/png", DAMAGED),
    ],
)
def test_what_cannot_be_read_says_so(data: bytes, content_type: str, sentence: str) -> None:
    with pytest.raises(UserError) as refused:
        read_picture(data, content_type)
    assert str(refused.value) == sentence
