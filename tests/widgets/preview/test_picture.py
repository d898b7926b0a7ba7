"""Pictures are read the right way up, and their size is checked before they are decoded."""

import pytest
from PySide6.QtGui import QColor, QImage

from secondop_desktop.errors import UserError
from secondop_desktop.widgets.preview.picture import Picture
from tests.widgets.preview import samples

DAMAGED = "This picture is damaged and cannot be shown here."


def _reddish(image: QImage, x: int, y: int) -> bool:
    colour = QColor(image.pixelColor(x, y))
    return colour.red() > 150 and colour.blue() < 100


@pytest.mark.parametrize(
    ("form", "content_type"),
    [
        ("PNG", "image/png"),
        ("JPEG", "image/jpeg"),
        ("GIF", "image/gif"),
        ("BMP", "image/bmp"),
        ("TIFF", "image/tiff"),
    ],
)
def test_usual_pictures(form: str, content_type: str) -> None:
    image = Picture(samples.picture(form), content_type).page()
    assert (image.width(), image.height()) == (40, 20)
    assert _reddish(image, 5, 10)
    assert not _reddish(image, 35, 10)


@pytest.mark.parametrize("packed", ["group4", "group3", "tiff_lzw", "packbits", "raw"])
def test_a_fax_of_several_pages_is_read_page_by_page(packed: str) -> None:
    picture = Picture(samples.fax(3, packed), "image/tiff")
    assert len(picture) == 3
    for page in range(3):
        image = picture.page(page)
        black = [at for at in range(3) if image.pixelColor(20 + 40 * at, 10).lightness() < 128]
        assert black == [page]


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK", "YCbCr"])
def test_what_a_scanner_packs_as_jpeg_is_read_page_by_page(mode: str) -> None:
    picture = Picture(samples.scanned(mode, 2), "image/tiff")
    assert len(picture) == 2
    sizes = [(page.width(), page.height()) for page in map(picture.page, range(2))]
    assert sizes == [(64, 40), (64, 41)]
    assert abs(picture.page(1).pixelColor(20, 20).lightness() - 128) < 8


def test_a_scan_that_breaks_off_says_so() -> None:
    with pytest.raises(UserError, match=DAMAGED):
        Picture(samples.scanned("RGB", 1)[:-400], "image/tiff").page()


def test_a_page_that_is_not_there_says_so() -> None:
    with pytest.raises(UserError, match=DAMAGED):
        Picture(samples.fax(2, "group4"), "image/tiff").page(2)


def test_the_steps_of_a_moving_picture_are_no_pages() -> None:
    assert len(Picture(samples.moving_gif(), "image/gif")) == 1


def test_heic() -> None:
    image = Picture(samples.HEIC, "image/heic").page()
    assert (image.width(), image.height()) == (64, 48)
    assert _reddish(image, 10, 24)
    assert not _reddish(image, 54, 24)


def test_a_photo_taken_sideways_stands_upright() -> None:
    image = Picture(samples.picture("JPEG", turned=6), "image/jpeg").page()
    assert (image.width(), image.height()) == (20, 40)
    assert _reddish(image, 10, 5)


def test_a_very_large_picture_is_shown_smaller() -> None:
    image = Picture(samples.picture("PNG", (6000, 3000)), "image/png").page()
    assert image.width() * image.height() <= 16_000_000
    assert image.width() == pytest.approx(2 * image.height(), abs=2)


def test_too_many_dots_are_refused_before_decoding() -> None:
    with pytest.raises(UserError, match="400 million dots, too many to be shown here"):
        Picture(samples.huge_png(), "image/png").page()


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
        Picture(data, content_type).page()
    assert str(refused.value) == sentence


def test_a_broken_tiff_says_so() -> None:
    with pytest.raises(UserError, match=DAMAGED):
        Picture(b"II*\0" + b"\xff" * 40, "image/tiff").page()


@pytest.mark.usefixtures("without_heic")
def test_without_a_reader_of_heic_other_pictures_are_shown() -> None:
    with pytest.raises(UserError, match="HEIC photos cannot be shown on this computer"):
        Picture(samples.HEIC, "image/heic").page()
    assert Picture(samples.picture("JPEG"), "image/jpeg").page().width() == 40
