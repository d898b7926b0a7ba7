"""Photos and scans as pages: each as it was taken, upright, and no finer than print can show.

A photo that is fine as it is keeps its own bytes, but for what telephones write beside the
picture: the place where it was taken does not leave the journal.
"""

import warnings
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO

from secondop_desktop.exchange.pack.jpeg import without_notes
from secondop_desktop.exchange.pack.paper import Guest, Shown
from secondop_desktop.exchange.pack.placing import of_picture
from secondop_desktop.sandbox.heic import can_read, teach_pillow

_FINEST = 3508  # pixels along A4 at 300 to the inch
_MOST = 500
_POINT = 0.75  # of a pixel, as on a screen: a small picture is not blown up
_DRAWN_LIMIT = 1_500_000
_QUALITY = 88
_SIDEWAYS = range(5, 9)
_TELEPHONES = frozenset({"image/heic", "image/avif"})
_PAGED = frozenset({"TIFF"})
_ORIENTATION = 274
_PROFILE_LIMIT = 100_000


@dataclass(frozen=True)
class _Pixels:
    """One picture ready for a PDF: its stream, what packs it, and its colours."""

    size: tuple[int, int]
    data: bytes
    filter: str
    colours: str
    bits: int = 8
    orientation: int = 1
    profile: bytes = b""


def pictures(stream: BinaryIO, content_type: str) -> Shown:
    """Return the pages of a picture: several of a scan that has them, one of all others."""
    from PIL import Image, UnidentifiedImageError

    if content_type in _TELEPHONES:
        if not can_read():
            return Shown(why="no reader")
        teach_pillow()
    data = stream.read()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            warnings.filterwarnings("ignore", category=UserWarning, module="PIL")
            found = list(_pages(data))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        return Shown(why="too large")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, TypeError, LookupError,
            ArithmeticError):  # fmt: skip
        return Shown(why="damaged")
    size, cut = sum(len(one.data) for one in found), len(found) == _MOST
    return Shown(tuple(map(_guest, found)), size=size, cut=cut)


def _pages(data: bytes) -> Iterator[_Pixels]:
    from PIL import Image

    with Image.open(BytesIO(data)) as image:
        if image.format in {"JPEG", "MPO"}:
            yield _photo(data, image)
            return
        frames = getattr(image, "n_frames", 1) if image.format in _PAGED else 1
        for number in range(min(frames, _MOST)):
            if frames > 1:
                image.seek(number)
            yield _drawn(image)


def _photo(data: bytes, image: Any) -> _Pixels:
    """Keep the bytes of a photo where it is no finer than print, and has the colours of screens."""
    from PIL import Image

    plain = without_notes(data)
    if plain and image.mode in {"RGB", "L"} and max(image.size) <= _FINEST:
        with Image.open(BytesIO(plain)) as kept:
            kept.load()
        turn = image.getexif().get(_ORIENTATION, 1)
        colours = "/DeviceRGB" if image.mode == "RGB" else "/DeviceGray"
        known = turn if turn in range(1, 9) else 1
        return _Pixels(image.size, plain, "/DCTDecode", colours, 8, known, _profile(image))
    return _drawn(image)


def _profile(image: Any) -> bytes:
    """Return what the camera meant by its colours (ICC.1), where that is about three colours."""
    found = image.info.get("icc_profile") or b""
    fits = image.mode == "RGB" and found[16:20] == b"RGB " and found[36:40] == b"acsp"
    return found if fits and len(found) <= _PROFILE_LIMIT else b""


def _drawn(image: Any) -> _Pixels:
    """Draw a picture anew: upright, without what is see-through, no finer than print."""
    from PIL import Image, ImageOps

    image.load()
    profile = _profile(image)
    upright = ImageOps.exif_transpose(image)
    if upright.mode == "1":
        return _packed(upright, "/DeviceGray", 1)
    whole = _opaque(upright)
    if max(whole.size) > _FINEST:
        whole.thumbnail((_FINEST, _FINEST), Image.Resampling.LANCZOS)
    colours = "/DeviceGray" if whole.mode == "L" else "/DeviceRGB"
    if image.format not in {"JPEG", "MPO", "HEIF", "HEIC", "AVIF"}:
        packed = _packed(whole, colours, 8)
        if len(packed.data) <= _DRAWN_LIMIT:
            return packed
    out = BytesIO()
    whole.save(out, "JPEG", quality=_QUALITY)
    return _Pixels(whole.size, out.getvalue(), "/DCTDecode", colours, profile=profile)


def _packed(image: Any, colours: str, bits: int) -> _Pixels:
    data = zlib.compress(image.tobytes(), 9)
    return _Pixels(image.size, data, "/FlateDecode", colours, bits)


def _opaque(image: Any) -> Any:
    """Return it in grey or in three colours, on white where it is see-through."""
    from PIL import Image

    if image.mode.startswith("I;16") or image.mode == "I":
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        seen = image.convert("RGBA")
        ground = Image.new("RGBA", seen.size, "white")
        return Image.alpha_composite(ground, seen).convert("RGB")
    return image if image.mode in {"L", "RGB"} else image.convert("RGB")


def _guest(found: _Pixels) -> Guest:
    across, down = found.size
    sideways = found.orientation in _SIDEWAYS
    wide, tall = (down, across) if sideways else (across, down)
    wide_pt, tall_pt = wide * _POINT, tall * _POINT
    matrix = of_picture(wide_pt, tall_pt, found.orientation)
    return Guest(wide_pt, tall_pt, matrix, lambda whole: _stream(whole, found))


def _stream(pdf: Any, found: _Pixels) -> Any:
    import pikepdf
    from pikepdf import Array, Name

    colours: Any = Name(found.colours)
    if found.profile:
        profile = pikepdf.Stream(pdf, found.profile, N=3)
        colours = Array([Name.ICCBased, pdf.make_indirect(profile)])
    return pikepdf.Stream(
        pdf,
        found.data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=found.size[0],
        Height=found.size[1],
        ColorSpace=colours,
        BitsPerComponent=found.bits,
        Filter=Name(found.filter),
    )
