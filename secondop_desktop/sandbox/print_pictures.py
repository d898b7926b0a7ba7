"""Photos and scans made ready for paper, in the process that decodes.

Each is upright, and no finer than print can show. A photo that is fine as it is keeps its own
bytes, but for what telephones write beside the picture: the place where it was taken does not
leave the journal.
"""

import zlib
from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

from secondop_desktop.sandbox import heic
from secondop_desktop.sandbox.answers import NO_READER, Answer, TroubleError
from secondop_desktop.sandbox.jpeg import without_notes
from secondop_desktop.sandbox.pictures import FORMATS, opened_as, pages_of, refuse_beyond

MOST_DOTS: Final = 89_478_485
"""Of one page: the number from which Pillow itself warns of a bomb."""

_TELEPHONES: Final = ("HEIF", "AVIF")
_FINEST: Final = 3508  # pixels along A4 at 300 to the inch
_DRAWN_LIMIT: Final = 1_500_000
_QUALITY: Final = 88
_ORIENTATION: Final = 274
_PROFILE_LIMIT: Final = 100_000


class PrintPictures:
    """A picture whose pages, from 0, are asked for in their order: several of a scan."""

    def __init__(self, data: bytes, phone: bool) -> None:
        if phone and not heic.can_read():
            raise TroubleError(NO_READER)
        from PIL import ImageFile

        ImageFile.LOAD_TRUNCATED_IMAGES = False  # half a page on paper would seem to be all of it
        self._data = data
        self._image = opened_as(data, (*FORMATS, *_TELEPHONES))

    def close(self) -> None:
        """Let go of the picture."""
        self._image.close()
        self._data = b""

    def do_count(self, _body: bytes) -> Answer:
        """Return the number of pages; what moves is printed as its first picture."""
        return Answer({"pages": pages_of(self._image)})

    def do_page(self, _body: bytes, number: int) -> Answer:
        """Return a page's stream for a PDF, what packs it, and its colours.

        The body is the stream, and behind it the colour profile of so many bytes.
        """
        if number:
            self._image.seek(number)
        refuse_beyond(self._image, MOST_DOTS)
        photo = self._image.format in {"JPEG", "MPO"}
        return _photo(self._data, self._image) if photo else _drawn(self._image)


def _photo(data: bytes, image: Any) -> Answer:
    """Keep the bytes of a photo where it is no finer than print, and has the colours of screens."""
    from PIL import Image

    plain = without_notes(data)
    if plain and image.mode in {"RGB", "L"} and max(image.size) <= _FINEST:
        with Image.open(BytesIO(plain), formats=("JPEG",)) as kept:
            kept.load()
        turn = image.getexif().get(_ORIENTATION, 1)
        known = int(turn) if turn in range(1, 9) else 1
        return _answer(image, plain, "/DCTDecode", orientation=known, profile=_profile(image))
    return _drawn(image)


def _profile(image: Any) -> bytes:
    """Return what the camera meant by its colours (ICC.1), where that is about three colours."""
    found = image.info.get("icc_profile") or b""
    fits = image.mode == "RGB" and found[16:20] == b"RGB " and found[36:40] == b"acsp"
    return found if fits and len(found) <= _PROFILE_LIMIT else b""


def _drawn(image: Any) -> Answer:
    """Draw a picture anew: upright, without what is see-through, no finer than print."""
    from PIL import Image, ImageOps

    image.load()
    profile = _profile(image)
    upright = ImageOps.exif_transpose(image)
    if upright.mode == "1":
        return _packed(upright, 1)
    whole = _opaque(upright)
    if max(whole.size) > _FINEST:
        whole.thumbnail((_FINEST, _FINEST), Image.Resampling.LANCZOS)
    if image.format not in {"JPEG", "MPO", "HEIF", "HEIC", "AVIF"}:
        packed = _packed(whole, 8)
        if len(packed.body) <= _DRAWN_LIMIT:
            return packed
    out = BytesIO()
    whole.save(out, "JPEG", quality=_QUALITY)
    return _answer(whole, out.getvalue(), "/DCTDecode", profile=profile)


def _packed(image: Any, bits: int) -> Answer:
    return _answer(image, zlib.compress(image.tobytes(), 9), "/FlateDecode", bits=bits)


def _opaque(image: Any) -> Any:
    """Return it in grey or in three colours, on white where it is see-through."""
    from PIL import Image

    if image.mode.startswith("I;16") or image.mode == "I":
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        seen = image if image.mode == "RGBA" else image.convert("RGBA")
        ground = Image.new("RGBA", seen.size, "white")
        return Image.alpha_composite(ground, seen).convert("RGB")
    return image if image.mode in {"L", "RGB"} else image.convert("RGB")


def _answer(
    image: Any, stream: bytes, packing: str, *, bits: int = 8, orientation: int = 1,
    profile: bytes = b"",
) -> Answer:  # fmt: skip
    size: Sequence[int] = image.size
    facts = {
        "size": list(size),
        "filter": packing,
        "colours": "/DeviceRGB" if image.mode == "RGB" else "/DeviceGray",
        "bits": bits,
        "orientation": orientation,
        "profile": len(profile),
    }
    return Answer(facts, stream + profile)
