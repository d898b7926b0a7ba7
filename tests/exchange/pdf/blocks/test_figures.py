"""Pictures and drawings: upright, no finer than paper, always with words."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image
from reportlab.graphics.shapes import Drawing, String

from secondop_desktop.exchange.pdf.blocks.flow import Figure, Picture
from secondop_desktop.exchange.pdf.text.fonts import BODY
from tests.exchange.pdf.papers import paper, tree


def _bytes(mode: str, kind: str, size: tuple[int, int] = (40, 30), turn: int = 0) -> bytes:
    out = BytesIO()
    image = Image.new(mode, size)
    exif = image.getexif()
    if turn:
        exif[0x0112] = turn
    image.save(out, kind, **({"exif": exif} if turn else {}))
    return out.getvalue()


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        ("RGB", "JPEG"),
        ("L", "JPEG"),
        ("CMYK", "JPEG"),
        ("RGBA", "PNG"),
        ("P", "GIF"),
        ("1", "PNG"),
        ("I;16", "TIFF"),
        ("RGB", "WEBP"),
    ],
)
def test_pictures_of_all_common_kinds_are_shown(mode: str, kind: str) -> None:
    data = paper(Picture(_bytes(mode, kind), "A photo of 😀"))
    assert tree(data) == "Document\n  Figure “A photo of 😀”\n"
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages[0].get_images()) == 1


def test_a_large_photo_is_made_no_finer_than_paper_can_show() -> None:
    data = paper(Picture(_bytes("RGB", "JPEG", (6000, 4000)), "A photo"))
    ((width, _height, kind),) = _images(data)
    assert 1400 < width < 1700
    assert "DCTDecode" in kind


def test_a_photo_that_lies_on_its_side_is_turned_upright() -> None:
    ((width, height, _kind),) = _images(
        paper(Picture(_bytes("RGB", "JPEG", (40, 30), turn=6), "A photo"))
    )
    assert (width, height) == (30, 40)


def _images(data: bytes) -> list[tuple[int, int, str]]:
    with pikepdf.open(BytesIO(data)) as pdf:
        images = pdf.pages[0].get_images().values()
        return [(int(image.Width), int(image.Height), str(image.Filter)) for image in images]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n" + bytes(60)])
def test_bytes_that_are_no_picture_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a picture"):
        Picture(data, "A photo")


@pytest.mark.parametrize("alt", ["", "  ", "\u200b"])
def test_a_figure_needs_words(alt: str) -> None:
    with pytest.raises(ValueError, match="text alternative"):
        Figure(Drawing(10, 10), alt)


def test_a_drawing_is_made_to_fit_the_page() -> None:
    with pikepdf.open(BytesIO(paper(Figure(Drawing(4000, 9000), "Large")))) as pdf:
        left, foot, right, top = (float(side) for side in pdf.Root.StructTreeRoot.K.K[0].A.BBox)
        assert len(pdf.pages) == 1
        assert 0 < left < right < 596
        assert 0 < foot < top < 842


def test_a_font_that_is_not_embedded_is_refused() -> None:
    drawing = Drawing(100, 20)
    drawing.add(String(0, 5, "ours", fontName=BODY))
    assert "ours" in tree(paper(Figure(drawing, "Words")))
    drawing.add(String(50, 5, "foreign", fontName="Helvetica"))
    with pytest.raises(ValueError, match="Helvetica"):
        paper(Figure(drawing, "Words"))
