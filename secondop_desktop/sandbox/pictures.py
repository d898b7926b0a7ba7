"""One picture in the process that decodes: its size is known before it is decoded."""

import warnings
from io import BytesIO
from typing import Any, Final

from secondop_desktop.sandbox import heic
from secondop_desktop.sandbox.answers import DAMAGED, NO_READER, TOO_LARGE, Answer, TroubleError

FORMATS: Final = ("PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF", "AVIF", "JPEG2000")
"""What people are sent; Pillow knows many more, and is asked about none of those."""

_IN_PAGES: Final = ("TIFF", "HEIF")
"""What may hold several pictures, none of them a step of something that moves."""

_TURNED_ON_ITS_SIDE: Final = 5
"""From this orientation of EXIF on, width and height change places."""

_ORIENTATION: Final = 0x0112
_ANY: Final = 1 << 62
"""More dots than a picture can have: only one of none is refused."""

_DEEP: Final = ("I;16", "I;16L", "I;16B", "I;16N")
_SHADES: Final = 257
"""Of 65,536 shades, to one of 256."""


class Pictures:
    """The bytes of a picture, of which a TIFF or a HEIC may hold several pages, from 0."""

    def __init__(self, data: bytes, phone: bool = False) -> None:
        if phone and not heic.can_read():
            raise TroubleError(NO_READER)
        self._data, self._phone = data, phone

    def close(self) -> None:
        """Let go of the bytes."""
        self._data = b""

    def do_look(self, _body: bytes) -> Answer:
        """Return the number of pages, and the size that the first claims, without decoding it."""
        with opened(self._data, self._phone) as image:
            return Answer({"pages": pages_of(image), "size": list(image.size)})

    def do_sizes(self, _body: bytes, shown: int) -> Answer:
        """Return the size of each page as ``do_page`` would give it, without decoding it."""
        sizes = []
        with opened(self._data, self._phone) as image:
            for number in range(pages_of(image)):
                image.seek(number)
                refuse_beyond(image, _ANY)
                sizes.append(_size_upright(image, shown))
        return Answer({"sizes": sizes})

    def do_page(self, _body: bytes, number: int, most: int, shown: int) -> Answer:
        """Decode a page of at most ``most`` dots, made smaller beyond ``shown``, upright."""
        with opened(self._data, self._phone) as image:
            image.seek(number)
            refuse_beyond(image, most)
            return _answer(upright(image, shown))


def opened(data: bytes, phone: bool) -> Any:
    """Return a picture as Pillow opens it; raises TroubleError for what is none."""
    return opened_as(data, ("HEIF",) if phone else FORMATS)


def opened_as(data: bytes, formats: tuple[str, ...]) -> Any:
    """Return a picture of one of these formats; raises TroubleError for what is none."""
    from PIL import Image

    heic.teach_pillow()
    Image.MAX_IMAGE_PIXELS = None  # each act says how many it takes
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return Image.open(BytesIO(data), formats=formats)
        except (OSError, ValueError, SyntaxError) as problem:
            raise TroubleError(DAMAGED) from problem


def pages_of(image: Any) -> int:
    """Return how many pages a picture has: of what moves, its first picture is the only one."""
    return int(image.n_frames) if image.format in _IN_PAGES else 1


def refuse_beyond(image: Any, most: int) -> None:
    """Raise TroubleError for a picture of no dots, or of more than these."""
    width, height = image.size
    if width <= 0 or height <= 0:
        raise TroubleError(DAMAGED)
    if width * height > most:
        raise TroubleError(TOO_LARGE, dots=width * height)


def upright(image: Any, shown: int) -> Any:
    """Decode a picture, no larger than so many dots, in colours of eight bits."""
    from PIL import ImageFile, ImageOps

    # A photo that breaks off is shown as far as it goes; of anything else little would be true.
    ImageFile.LOAD_TRUNCATED_IMAGES = image.format in {"JPEG", "MPO"}
    image.info.pop("icc_profile", None)
    size = _size_upright(image, shown)
    if image.width * image.height > shown:
        image.draft(None, tuple(size if not _on_its_side(image) else reversed(size)))
    ImageOps.exif_transpose(image, in_place=True)  # a copy of a photo is 48 MB
    plain = _plain(image)
    return plain if plain.size == tuple(size) else plain.resize(size)


def _on_its_side(image: Any) -> bool:
    return int(image.getexif().get(_ORIENTATION, 1)) >= _TURNED_ON_ITS_SIDE


def _size_upright(image: Any, shown: int) -> list[int]:
    """Return the size at which a picture is shown, no larger than so many dots."""
    share = min((shown / (image.width * image.height)) ** 0.5, 1)
    size = [max(round(side * share), 1) for side in image.size]
    return size[::-1] if _on_its_side(image) else size


def _plain(image: Any) -> Any:
    if image.mode in _DEEP:
        image = image.point(lambda shade: shade / _SHADES).convert("L")
    clear = image.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in image.info
    mode = "RGBA" if clear else "RGB"
    return image if image.mode == mode else image.convert(mode)


def _answer(image: Any) -> Answer:
    stride = image.width * len(image.mode)
    facts = {"size": list(image.size), "stride": stride, "form": image.mode}
    return Answer(facts, image.tobytes())
