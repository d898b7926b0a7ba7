"""Photos of one paper become its pages."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.source_files import photos
from secondop_desktop.exchange.source_files.photos import as_one_pdf, is_photo
from tests.widgets.preview.samples import HEIC

RED, BLUE = (220, 0, 0), (0, 0, 220)
DPI = 200
"""Pixels an inch of the pages."""
_TURNED = 6
"""Orientation (EXIF 274) of a telephone held upright: turn by 90 degrees to the right."""


def photo(path: Path, size: tuple[int, int] = (60, 80), colour: tuple[int, ...] = RED) -> Path:
    """Save a picture of one colour."""
    Image.new("RGBA" if len(colour) == 4 else "RGB", size, colour).save(path)
    return path


def seen(data: bytes) -> list[tuple[tuple[int, int], tuple[int, ...]]]:
    """Return the size in pixels and the colour in the middle of each page."""
    found = []
    document = pypdfium2.PdfDocument(data)
    for page in document:
        drawn = page.render().to_pil()
        width, height = (round(side * DPI / 72) for side in page.get_size())
        found.append(((width, height), drawn.getpixel((drawn.width // 2, drawn.height // 2))))
    document.close()
    return found


def near(one: Sequence[int], other: Sequence[int]) -> bool:
    """Tell whether two colours are the same but for what compressing costs."""
    return all(abs(a - b) < 8 for a, b in zip(one, other, strict=True))


def test_each_is_a_page_in_the_order_given(tmp_path: Path) -> None:
    paths = [photo(tmp_path / "b.png", colour=BLUE), photo(tmp_path / "a.jpg")]
    (first, second) = seen(as_one_pdf(paths))
    assert near(first[1], BLUE)
    assert near(second[1], RED)
    assert first[0] == second[0] == (60, 80)


def test_a_photo_stands_upright_as_it_was_taken(tmp_path: Path) -> None:
    path, turned = tmp_path / "a.jpg", Image.Exif()
    turned[274] = _TURNED
    Image.new("RGB", (80, 60), RED).save(path, exif=turned)
    assert [size for size, _colour in seen(as_one_pdf([path]))] == [(60, 80)]


def test_a_very_large_one_is_made_smaller_and_keeps_its_shape(tmp_path: Path) -> None:
    path = photo(tmp_path / "a.png", (6000, 200))
    assert [size for size, _colour in seen(as_one_pdf([path]))] == [(3000, 100)]


def test_see_through_pictures_and_those_of_telephones_are_taken(tmp_path: Path) -> None:
    clear = photo(tmp_path / "a.png", colour=(*RED, 255))
    telephone = tmp_path / "b.heic"
    telephone.write_bytes(HEIC)
    first, second = seen(as_one_pdf([clear, telephone]))
    assert near(first[1], RED)
    assert second[0] == (64, 48)


@pytest.mark.parametrize("harm", ["cut", "words", "gone"])
def test_what_is_no_whole_picture_is_named(tmp_path: Path, harm: str) -> None:
    good, bad = photo(tmp_path / "good.png"), photo(tmp_path / "bad.png")
    if harm == "gone":
        bad.unlink()
    else:
        bad.write_bytes(bad.read_bytes()[:60] if harm == "cut" else b"just words")
    with pytest.raises(UserError, match=r"bad\.png cannot be read"):
        as_one_pdf([good, bad])


def test_a_picture_made_to_fill_the_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = photo(tmp_path / "bomb.png", (100, 100))
    monkeypatch.setattr(photos, "MOST_PIXELS", 9_999)
    with pytest.raises(UserError, match=r"bomb\.png cannot be read"):
        as_one_pdf([path])
    monkeypatch.setattr(photos, "MOST_PIXELS", 10_000)
    assert len(seen(as_one_pdf([path]))) == 1


def test_what_is_a_photo_goes_by_its_bytes(tmp_path: Path) -> None:
    named_wrongly = photo(tmp_path / "a.png").rename(tmp_path / "a.txt")
    words = tmp_path / "b.png"
    words.write_text("words")
    out = BytesIO()
    Image.new("RGB", (4, 4)).save(out, "GIF")
    moving = tmp_path / "c.gif"
    moving.write_bytes(out.getvalue())
    assert [is_photo(path) for path in (named_wrongly, words, moving)] == [True, False, False]


@pytest.mark.usefixtures("without_heic")
def test_without_a_reader_of_heic_such_a_photo_is_named_and_others_are_taken(
    tmp_path: Path,
) -> None:
    usual, telephone = photo(tmp_path / "a.jpg"), tmp_path / "IMG_2041.heic"
    telephone.write_bytes(HEIC)
    assert len(seen(as_one_pdf([usual]))) == 1
    with pytest.raises(UserError, match=r"IMG_2041\.heic is a HEIC photo, which cannot be read on"):
        as_one_pdf([usual, telephone])
