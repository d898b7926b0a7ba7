"""Arranged photographs become the pages of one PDF, and stay themselves beside it."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.photographs import originals, sheets
from secondop_desktop.exchange.photographs.arrangement import PARTS, Sheet
from secondop_desktop.exchange.photographs.originals import (
    Picture,
    as_one_file,
    is_photo,
    of_kept,
    of_paths,
)
from secondop_desktop.exchange.photographs.sheets import as_pdf, counted
from tests.widgets.preview.samples import HEIC, HEIC_TWO

RED, BLUE, GREEN, WHITE = (220, 0, 0), (0, 0, 220), (0, 160, 0), (255, 255, 255)
_TURNED = 6
"""Orientation (EXIF 274) of a telephone held upright: turn by 90 degrees to the right."""


def photo(path: Path, size: tuple[int, int] = (60, 80), colour: tuple[int, ...] = RED) -> Path:
    """Save a picture of one colour."""
    Image.new("RGBA" if len(colour) == 4 else "RGB", size, colour).save(path)
    return path


def corners(path: Path) -> Path:
    """Save a picture with a red, a blue, a green and a white corner, from the top left on."""
    made = Image.new("RGB", (200, 300), WHITE)
    for place, colour in (((0, 0), RED), ((100, 0), BLUE), ((100, 150), GREEN)):
        made.paste(colour, (*place, place[0] + 100, place[1] + 150))
    made.save(path)
    return path


def pages(data: bytes) -> list[Image.Image]:
    """Return what the pages of a PDF look like, a dot for each point."""
    document = pypdfium2.PdfDocument(data)
    drawn = [page.render().to_pil().convert("RGB") for page in document]
    document.close()
    return drawn


def seen(paths: Sequence[Path], *arranged: Sheet) -> list[Image.Image]:
    """Return what the pages made of some files look like."""
    pictures = of_paths(paths)
    return pages(as_pdf(pictures, arranged or counted(pictures)))


def at(page: Image.Image, x: float, y: float) -> tuple[int, int, int]:
    """Return the colour at a part of the width and height of a page."""
    found = page.getpixel((round(x * (page.width - 1)), round(y * (page.height - 1))))
    assert isinstance(found, tuple)
    return found[0], found[1], found[2]


def near(one: Sequence[int], other: Sequence[int]) -> bool:
    """Tell whether two colours are the same but for what compressing costs."""
    return all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))


def test_each_is_a_page_that_fits_a4_in_the_order_given(tmp_path: Path) -> None:
    paths = [photo(tmp_path / "IMG_10.jpg", (400, 300)), photo(tmp_path / "IMG_9.png", colour=BLUE)]
    first, second = seen(paths)
    assert near(at(first, 0.5, 0.5), BLUE)
    assert near(at(second, 0.5, 0.5), RED)
    assert (first.width, first.height) == (596, 794)
    assert (second.width, second.height) == (794, 596)


def test_a_photo_stands_upright_as_it_was_taken(tmp_path: Path) -> None:
    path, turned = tmp_path / "a.jpg", Image.Exif()
    turned[274] = _TURNED
    Image.new("RGB", (80, 60), RED).save(path, exif=turned)
    (page,) = seen([path])
    assert page.height > page.width


def test_a_page_is_turned_then_cut(tmp_path: Path) -> None:
    path = corners(tmp_path / "a.png")
    (turned,) = seen([path], Sheet(0, quarters=1))
    assert [near(at(turned, *spot), colour) for spot, colour in (
        ((0.1, 0.1), WHITE), ((0.9, 0.1), RED), ((0.9, 0.9), BLUE), ((0.1, 0.9), GREEN)
    )] == [True] * 4  # fmt: skip
    (cut,) = seen([path], Sheet(0, quarters=1, crop=(PARTS // 2, 0, PARTS, PARTS // 2)))
    assert all(near(at(cut, *spot), RED) for spot in ((0.1, 0.1), (0.9, 0.9)))


def test_light_is_made_even_and_letters_stay_dark(tmp_path: Path) -> None:
    shade = Image.linear_gradient("L").resize((400, 400)).point([60 + v // 2 for v in range(256)])
    made = Image.merge("RGB", [shade] * 3)
    for x, y in ((60, 40), (200, 200), (340, 360)):
        made.paste((20, 20, 30), (x, y, x + 6, y + 6))
    made.save(tmp_path / "a.png")
    for light in (1, 2):
        (page,) = seen([tmp_path / "a.png"], Sheet(0, light=light))
        assert all(min(at(page, 0.5, y)) > 235 for y in (0.05, 0.3, 0.7, 0.95))
        assert all(
            max(at(page, (x + 3) / 400, (y + 3) / 400)) < 130 for x, y in ((60, 40), (340, 360))
        )
    (as_it_is,) = seen([tmp_path / "a.png"], Sheet(0))
    assert max(at(as_it_is, 0.5, 0.05)) < 90


def test_a_tiff_gives_all_its_pages_among_photographs(tmp_path: Path) -> None:
    fax, other = tmp_path / "fax.tiff", photo(tmp_path / "zz.jpg", colour=GREEN)
    first, *rest = [Image.new("RGB", (60, 80), colour) for colour in (RED, BLUE)]
    first.save(fax, save_all=True, append_images=rest)
    assert counted(of_paths([fax, other])) == (Sheet(0), Sheet(0, 1), Sheet(1))
    found = [at(page, 0.5, 0.5) for page in seen([fax, other])]
    assert [near(*pair) for pair in zip(found, (RED, BLUE, GREEN), strict=True)] == [True] * 3


def test_so_does_a_heic_of_several_pictures(tmp_path: Path) -> None:
    (tmp_path / "two.heic").write_bytes(HEIC_TWO)
    assert counted(of_paths([tmp_path / "two.heic"])) == (Sheet(0), Sheet(0, 1))
    red, blue = (at(page, 0.5, 0.5) for page in seen([tmp_path / "two.heic"]))
    assert red[0] > 150 > red[2]
    assert blue[0] < 100 < blue[2]


def test_a_very_large_one_is_made_smaller_and_keeps_its_shape(tmp_path: Path) -> None:
    (page,) = seen([photo(tmp_path / "a.png", (6000, 600))])
    assert 9.5 < page.width / page.height < 10.5


def test_see_through_pictures_stand_on_white_and_those_of_telephones_are_taken(
    tmp_path: Path,
) -> None:
    clear, telephone = photo(tmp_path / "a.png", colour=(*RED, 0)), tmp_path / "b.heic"
    telephone.write_bytes(HEIC)
    first, second = seen([clear, telephone])
    assert near(at(first, 0.5, 0.5), WHITE)
    assert second.width > second.height


@pytest.mark.parametrize("harm", ["cut", "words", "gone"])
def test_what_is_no_whole_picture_is_named(tmp_path: Path, harm: str) -> None:
    good, bad = photo(tmp_path / "good.png"), photo(tmp_path / "bad.png")
    pictures = of_paths([good, bad])
    if harm == "gone":
        bad.unlink()
    else:
        bad.write_bytes(bad.read_bytes()[:60] if harm == "cut" else b"just words")
    with pytest.raises(UserError, match=r"bad\.png cannot be read"):
        as_pdf(pictures, counted(pictures))


def test_a_picture_made_to_fill_the_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = photo(tmp_path / "bomb.png", (100, 100))
    monkeypatch.setattr(sheets, "MOST_PIXELS", 9_999)
    with pytest.raises(UserError, match=r"bomb\.png is too large a picture"):
        seen([path])
    monkeypatch.setattr(sheets, "MOST_PIXELS", 10_000)
    assert len(seen([path])) == 1


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
def test_without_a_reader_of_heic_such_a_photo_is_named(tmp_path: Path) -> None:
    telephone = tmp_path / "IMG_2041.heic"
    telephone.write_bytes(HEIC)
    with pytest.raises(UserError, match=r"IMG_2041\.heic is a HEIC photo, which cannot be read on"):
        seen([photo(tmp_path / "IMG_2.jpg"), telephone])


def test_the_same_photographs_are_the_same_bytes(tmp_path: Path) -> None:
    paths = [photo(tmp_path / "a.jpg"), photo(tmp_path / "b.jpg", colour=BLUE)]
    arranged = (Sheet(1, quarters=2), Sheet(0, light=1))
    made = [as_pdf(of_paths(paths), arranged) for _time in range(2)]
    assert made[0] == made[1]
    kept = [as_one_file(of_paths(given), "a").open().read() for given in (paths, paths[::-1])]
    assert kept[0] == kept[1]


def test_any_program_gets_the_originals_back_to_the_bit(tmp_path: Path) -> None:
    paths = [photo(tmp_path / "IMG 1.jpg"), photo(tmp_path / "same.png", colour=BLUE)]
    kept = as_one_file(of_paths(paths), "IMG 1").open().read()
    with zipfile.ZipFile(BytesIO(kept)) as packed:
        assert [packed.read(name) for name in packed.namelist()] == [
            path.read_bytes() for path in paths
        ]
    again = of_kept(lambda: BytesIO(kept), "IMG 1.zip")
    assert [one.name for one in again] == ["IMG 1.jpg", "same.png"]
    assert [one.data() for one in again] == [path.read_bytes() for path in paths]


def test_a_single_photograph_is_kept_as_it_is() -> None:
    one = Picture("a.heic", len(HEIC), lambda: BytesIO(HEIC))
    kept = as_one_file([one], "a")
    assert kept.open().read() == HEIC
    assert [again.data() for again in of_kept(lambda: BytesIO(HEIC), "a.heic")] == [HEIC]


@pytest.mark.parametrize("data", [b"", b"words", b"PK\x05\x06 cut short"])
def test_what_holds_no_photographs_gives_none(data: bytes) -> None:
    assert of_kept(lambda: BytesIO(data), "x") == []


def test_a_zip_whose_members_claim_too_much_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("a.png", b"0" * 2_000)
    monkeypatch.setattr(originals, "LARGEST", 1_999)
    assert of_kept(lambda: BytesIO(out.getvalue()), "x") == []
