"""Files made for these tests, and two small HEIC files: one picture (64 × 48, red beside
blue), and two pictures (red on its side, then blue upright)."""

import base64
import io
import zlib

import pikepdf
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

A4 = (595, 842)
_HEIC = """
AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAX1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAA
AAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAABoQABAAAAAAAAACQAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABo
dmMxAAAAAA5waXRtAAAAAAABAAAA/WlwcnAAAADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEA
GEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAA
AwAhYgABAAZEAcFzwIkAAAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAAEAAAAAB
AAAAMAAAAAEAAAAAAAAAAv////AAAAACAAAAEHBpeGkAAAAAAwgICAAAABhpcG1hAAAAAAAAAAEAAQWBAgMFhAAAACxt
ZGF0AAAAICgBrxmA70mlv//f4x/19q/4pshf/7OOd9FbH+73A21v
"""
_HEIC_TWO = """
AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAdRtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAA
AAAAADRpbG9jAAAAAERAAAIAAQAAAAAB+AABAAAAAAAAABoAAgAAAAACEgABAAAAAAAAABoAAAA4aWluZgAAAAAAAgAAABVp
bmZlAgAAAAABAABodmMxAAAAABVpbmZlAgAAAAACAABodmMxAAAAAA5waXRtAAAAAAABAAABLWlwcnAAAAEFaXBjbwAAAHZo
dmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQAqQgEBA3AAAAMAkAAA
AwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAA
AAAAQAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAMAAAAAEAAAAAAAAAAv////AAAAACAAAAEHBpeGkAAAAAAwgICAAAAChjbGFw
AAAAMAAAAAEAAABAAAAAAf////AAAAACAAAAAAAAAAIAAAAgaXBtYQAAAAAAAAACAAEFgQIDBYQAAgWBAgMFhgAAADxtZGF0
AAAAFigBr1jm9Oq//+M9f/7EpIfNeCeRqd8AAAAWKAGvWOb06r//6cD5H5T0//Snx5Gp3w==
"""
HEIC, HEIC_TWO = base64.b64decode(_HEIC), base64.b64decode(_HEIC_TWO)


def pdf(pages: int = 3, size: tuple[int, int] = A4, turned: int = 0) -> bytes:
    """Return a PDF with a red corner and a line of text on every page."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=size)
    for page in range(1, pages + 1):
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(0, size[1] - 50, 50, 50, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(100, size[1] / 2, f"Letter page {page}: the kidney shows no change")
        canvas.setPageRotation(turned)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def pages_without_words() -> bytes:
    """Return a PDF like a scan: a page with nothing to read."""
    made = pikepdf.new()
    made.add_blank_page()
    return _saved(made)


def locked() -> bytes:
    """Return a PDF that needs a password."""
    made = io.BytesIO()
    opened = pikepdf.new()
    opened.add_blank_page()
    opened.save(made, encryption=pikepdf.Encryption(owner="owner", user="user"))
    return made.getvalue()


def without_pages() -> bytes:
    """Return a PDF that is whole and has no page."""
    return _saved(pikepdf.new())


def picture(form: str, size: tuple[int, int] = (40, 20), turned: int = 0) -> bytes:
    """Return a picture, red on the left, blue on the right; `turned` is its EXIF orientation."""
    image = Image.new("RGB", size, (0, 0, 255))
    image.paste((255, 0, 0), (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    if turned:
        exif[0x0112] = turned
    made = io.BytesIO()
    image.save(made, form, exif=exif)
    return made.getvalue()


def fax(pages: int, packed: str) -> bytes:
    """Return a black and white TIFF; on page n the n-th of three squares is black."""
    sheets = []
    for page in range(pages):
        sheet = Image.new("1", (120, 20), 1)
        sheet.paste(0, (40 * page, 0, 40 * page + 40, 20))
        sheets.append(sheet)
    made = io.BytesIO()
    sheets[0].save(made, "TIFF", save_all=True, append_images=sheets[1:], compression=packed)
    return made.getvalue()


def scanned(mode: str, pages: int) -> bytes:
    """Return a grey TIFF with JPEG inside, each page a line higher than the one before."""
    sheets = [Image.new("L", (64, 40 + at), 128).convert(mode) for at in range(pages)]
    made = io.BytesIO()
    sheets[0].save(made, "TIFF", save_all=True, append_images=sheets[1:], compression="jpeg")
    return made.getvalue()


def moving_gif() -> bytes:
    """Return a GIF of two steps."""
    steps = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    made = io.BytesIO()
    steps[0].save(made, "GIF", save_all=True, append_images=steps[1:])
    return made.getvalue()


def huge_png() -> bytes:
    """Return a PNG that claims 20,000 × 20,000 dots and holds none of them."""
    whole = bytearray(picture("PNG"))
    whole[16:24] = (20_000).to_bytes(4, "big") * 2
    whole[29:33] = zlib.crc32(bytes(whole[12:29])).to_bytes(4, "big")
    return bytes(whole)


def _saved(made: pikepdf.Pdf) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()
