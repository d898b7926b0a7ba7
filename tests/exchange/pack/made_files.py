"""Forty files as people are given them: PDFs of several makers, photos, scans, texts, wrecks."""

import struct
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from io import BytesIO
from typing import Any

import pikepdf
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from secondop_desktop.exchange.pdf.blocks.flow import Heading, Para
from tests.exchange.pdf.papers import paper
from tests.widgets.preview.samples import HEIC, HEIC_TWO

A4, LETTER, POSTER, RECEIPT = (595.0, 842.0), (612.0, 792.0), (2384.0, 3370.0), (160.0, 400.0)
NORTH, SOUTH = (220, 30, 30), (30, 60, 220)
"""The colours of the upper and the lower half of each picture, as it was taken."""


def drawn(pages: int = 1, size: tuple[float, float] = A4, **more: int) -> bytes:
    """Return a PDF with a red bar along the top of each page, and words below it."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    for page in range(1, pages + 1):
        canvas.setFillColorRGB(0.86, 0.12, 0.12)
        canvas.rect(*_top(size, more.get("turn", 0)), stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(size[0] * 0.1, size[1] * 0.5, f"page {page} of {pages}")
        canvas.showPage()
    canvas.save()
    return _turned(out.getvalue(), more["turn"]) if "turn" in more else out.getvalue()


def _turned(data: bytes, turn: int) -> bytes:
    return changed(data, lambda pdf: pdf.pages[0].rotate(turn, relative=False))


def _top(size: tuple[float, float], turn: int) -> tuple[float, float, float, float]:
    """Return the bar that is on top once the page is turned clockwise."""
    wide, tall = size
    return {
        90: (0.0, 0.0, wide * 0.1, tall),
        180: (0.0, 0.0, wide, tall * 0.1),
        270: (wide * 0.9, 0.0, wide * 0.1, tall),
    }.get(turn, (0.0, tall * 0.9, wide, tall * 0.1))


def changed(data: bytes, change: Callable[[pikepdf.Pdf], object], **saving: Any) -> bytes:
    """Return a PDF after a change."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out, static_id=not saving, **saving)
    return out.getvalue()


def locked() -> bytes:
    """Return a PDF that opens only with a password."""
    lock = pikepdf.Encryption(owner="a", user="a", R=6)
    return changed(drawn(2), lambda _pdf: None, encryption=lock)


def guarded() -> bytes:
    """Return a PDF that everybody may open, and nobody print."""
    lock = pikepdf.Encryption(owner="a", user="", R=4, allow=pikepdf.Permissions(extract=False))
    return changed(drawn(2), lambda _pdf: None, encryption=lock)


def acting() -> bytes:
    """Return a PDF that runs a script, opens an address, and has a note on its page."""

    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        look = pikepdf.Stream(pdf, b"0 0.6 0 rg 0 0 90 40 re f", BBox=[0, 0, 90, 40],
                              Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)  # fmt: skip
        stamp = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, F=4,
                                   Rect=[200, 200, 290, 240],
                                   AP=pikepdf.Dictionary(N=pdf.make_indirect(look)))  # fmt: skip
        act = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link,
                                  Rect=[0, 0, 50, 50], A=act)  # fmt: skip
        page.obj.Annots = pikepdf.Array([pdf.make_indirect(stamp), pdf.make_indirect(link)])
        pdf.Root.OpenAction = act

    return changed(drawn(), change)


def cropped() -> bytes:
    """Return a PDF whose page shows only its middle, with room around that is not seen."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.MediaBox = [-50, -50, 645, 892]
        pdf.pages[0].obj.CropBox = [0, 0, 595, 842]

    return changed(drawn(), change)


def layered() -> bytes:
    """Return a PDF of two layers, of which one is switched off."""

    def change(pdf: pikepdf.Pdf) -> None:
        group = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Hidden"))
        usual = pikepdf.Dictionary(OFF=[group], Order=[group])
        pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=[group], D=usual)
        page = pdf.pages[0]
        page.obj.Resources.Properties = pikepdf.Dictionary(MC0=group)
        hidden = b"/OC /MC0 BDC 0 0 1 rg 100 100 400 200 re f EMC"
        page.contents_add(pikepdf.Stream(pdf, hidden))

    return changed(drawn(), change)


def tagged() -> bytes:
    """Return a PDF with marks of its own structure, as word processors make."""
    return paper(Heading(1, "Clinic letter"), Para("She is (well), he said: EMC (no) marks."))


def picture(
    kind: str, *, size: tuple[int, int] = (240, 320), mode: str = "RGB", turn: int = 1, **more: Any
) -> bytes:
    """Return a picture, red above and blue below when it is seen as it was taken."""
    upright = Image.new("RGB", size, SOUTH)
    ImageDraw.Draw(upright).rectangle((0, 0, size[0], size[1] // 2), fill=NORTH)
    stored = upright.transpose(_STORED[turn]) if turn in _STORED else upright
    exif = Image.Exif()
    exif[274] = turn
    exif[271] = "Camera of Ann"
    exif.get_ifd(34853)[2] = (51.0, 30.0, 0.0)
    out = BytesIO()
    given = {"exif": exif} if kind in {"JPEG", "PNG", "TIFF", "WEBP"} else {}
    stored.convert(mode).save(out, kind, **given, **more)
    return out.getvalue()


_TURNS = Image.Transpose
_STORED = {
    2: _TURNS.FLIP_LEFT_RIGHT,
    3: _TURNS.ROTATE_180,
    4: _TURNS.FLIP_TOP_BOTTOM,
    5: _TURNS.TRANSPOSE,
    6: _TURNS.ROTATE_90,
    7: _TURNS.TRANSVERSE,
    8: _TURNS.ROTATE_270,
}
"""How a picture lies in its file where the file says that it is to be turned."""


def scan(pages: int = 3, mode: str = "RGB", *, big: bool = False) -> bytes:
    """Return a TIFF of many pages, also in the ``big`` form that files beyond 4 GB have."""
    every = [Image.new("RGB", (200, 280), NORTH).convert(mode) for _page in range(pages)]
    out = BytesIO()
    every[0].save(out, "TIFF", save_all=True, append_images=every[1:], big_tiff=big)
    return out.getvalue()


def letter(sender: str = "Practice <gp@example.org>") -> bytes:
    """Return an e-mail with a file hung to it."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, "ann@example.org", "Your blood tests"
    made["Date"] = "Tue, 03 Mar 2026 09:30:00 +0000"
    made.set_content("Dear Mrs Lee,\n\nyour results are back.\n")
    made.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="results.pdf")
    return made.as_bytes()


def sound() -> bytes:
    """Return a recording."""
    return b"RIFF" + struct.pack("<I", 36) + b"WAVEfmt " + bytes(24) + b"data" + bytes(4)


SHOWN: Mapping[str, tuple[bytes, int]] = {
    "letter of the hospital.pdf": (drawn(2), 2),
    "on its side.pdf": (drawn(1, (842.0, 595.0)), 1),
    "turned right.pdf": (drawn(1, (842.0, 595.0), turn=90), 1),
    "upside down.pdf": (drawn(1, turn=180), 1),
    "turned left.pdf": (drawn(1, (842.0, 595.0), turn=270), 1),
    "american.pdf": (drawn(1, LETTER), 1),
    "poster.pdf": (drawn(1, POSTER), 1),
    "receipt.pdf": (drawn(1, RECEIPT), 1),
    "guarded.pdf": (guarded(), 2),
    "acting.pdf": (acting(), 1),
    "cropped.pdf": (cropped(), 1),
    "layers.pdf": (layered(), 1),
    "tagged.pdf": (tagged(), 1),
    "scanned by Pillow.pdf": (picture("PDF"), 1),
    "long.pdf": (drawn(30), 30),
    "half a file.pdf": (drawn(3)[:-200], 3),
    "photo.jpg": (picture("JPEG"), 1),
    **{f"photo turned {turn}.jpg": (picture("JPEG", turn=turn), 1) for turn in range(2, 9)},
    "grey.jpg": (picture("JPEG", mode="L"), 1),
    "print colours.jpg": (picture("JPEG", mode="CMYK"), 1),
    "screen.png": (picture("PNG"), 1),
    "turned.png": (picture("PNG", turn=6), 1),
    "fax.tif": (scan(4, "1"), 4),
    "scan.tif": (scan(3), 3),
    "animated.gif": (picture("GIF", mode="P"), 1),
    "photo.webp": (picture("WEBP"), 1),
    "photo.heic": (HEIC, 1),
    "two photos.heic": (HEIC_TWO, 2),
    "large scan.tif": (scan(2, big=True), 2),
    "notes.txt": ("Café £5 – “quoted”\n\nsecond part".encode("cp1252"), 0),
    "page.html": (b"<html><body><h1>Advice</h1><p>Rest.</p></body></html>", 0),
    "mail.eml": (letter(), 0),
}
"""Files that can be shown, with how many pages each has; words have none of their own."""

NOT_SHOWN: Mapping[str, tuple[bytes, str]] = {
    "locked.pdf": (locked(), "locked"),
    "broken.pdf": (b"%PDF-1.7\n" + bytes(range(256)) * 8, "damaged"),
    "empty.pdf": (changed(drawn(), lambda pdf: pdf.pages.remove(p=1)), "empty"),
    "torn.jpg": (picture("JPEG")[:900], "damaged"),
    "torn.tif": (scan(2)[:60], "damaged"),
    "nothing.txt": (b" \n ", "empty"),
    "talk.wav": (sound(), "no pages"),
    "picture.dcm": (bytes(128) + b"DICM" + bytes(64), "no pages"),
    "letter.docx": (b"PK\x03\x04" + bytes(40), "no pages"),
}
"""Files that cannot be shown, with the reason."""
