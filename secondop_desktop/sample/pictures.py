"""Two pictures of the story, drawn here: a frame of a heart scan, and a photo of a letter."""

from io import BytesIO
from pathlib import Path
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

_SIZE = (800, 600)
_TOP = (400, 40)


def scan_picture() -> bytes:
    """Return something that looks like one frame of an ultrasound scan, as a JPEG."""
    fan = Image.new("L", _SIZE, 0)
    ImageDraw.Draw(fan).pieslice(_round(*_TOP, 520), 50, 130, fill=255)
    grain = Image.frombytes("L", _SIZE, _noise()).filter(ImageFilter.GaussianBlur(1.6))
    picture = Image.new("RGB", _SIZE, "black")
    picture.paste(Image.merge("RGB", [ImageChops.multiply(grain, _chambers())] * 3), mask=fan)
    draw = ImageDraw.Draw(picture)
    draw.text((24, 20), "MADE UP - NO REAL SCAN", fill="white", font=_font(22))
    draw.text((24, 556), "Aortic valve   Peak 4.1 m/s", fill="#e8c64a", font=_font(20))
    return _jpeg(picture)


def _noise() -> bytes:
    """The same grain every time, so that the same file is made."""
    return Random(41).randbytes(_SIZE[0] * _SIZE[1])


def _chambers() -> Image.Image:
    """Darker rooms in grey walls, with the bright, narrow valve between them."""
    shade = Image.new("L", _SIZE, 150)
    draw = ImageDraw.Draw(shade)
    draw.ellipse((270, 170, 420, 400), fill=30)
    draw.ellipse((430, 190, 560, 330), fill=36)
    draw.ellipse((330, 420, 500, 540), fill=34)
    draw.line((415, 250, 440, 290), fill=255, width=9)
    draw.line((415, 330, 440, 300), fill=255, width=9)
    return shade.filter(ImageFilter.GaussianBlur(5))


def letter_photo(lines: list[str]) -> bytes:
    """Return a phone photo of a letter that lies a little crooked on a table, as a JPEG."""
    sheet = Image.new("RGB", (900, 1200), "#fbfaf5")
    draw = ImageDraw.Draw(sheet)
    for number, line in enumerate(lines):
        draw.text((80, 100 + 46 * number), line, fill="#262b30", font=_font(29))
    table = Image.new("RGB", (1100, 1400), "#8a6a48")
    turned = sheet.rotate(2.5, expand=True, resample=Image.Resampling.BICUBIC)
    mask = Image.new("L", sheet.size, 255).rotate(2.5, expand=True)
    table.paste(turned, (75, 70), mask)
    return _jpeg(ImageChops.multiply(table, _light(table.size)))


def _light(size: tuple[int, int]) -> Image.Image:
    """Window light from one side, the shadow of a hand on the other."""
    slope = Image.linear_gradient("L").rotate(90).resize(size).point(lambda grey: 255 - grey // 3)
    return Image.merge("RGB", [slope] * 3)


def _round(x: int, y: int, radius: int) -> tuple[int, int, int, int]:
    return x - radius, y - radius, x + radius, y + radius


def _font(size: int) -> ImageFont.FreeTypeFont:
    import fontpkg_atkinson_hyperlegible as package

    folder = Path(package.__file__).parent / "files"
    return ImageFont.truetype(str(folder / "AtkinsonHyperlegible-Regular.ttf"), size)


def _jpeg(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=80)
    return out.getvalue()
