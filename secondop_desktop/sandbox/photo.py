"""One photo of a paper in the process that decodes: turned, cut to the page, and lightened."""

from io import BytesIO
from typing import Any, Final

from secondop_desktop.sandbox.answers import DAMAGED, Answer, TroubleError
from secondop_desktop.sandbox.lightening import lightened
from secondop_desktop.sandbox.pictures import Pictures, opened, refuse_beyond, upright

_MOST_SIDE: Final = 3000
"""Dots along a page: 256 to the inch of A4."""

_QUALITY: Final = 85
_PARTS: Final = 10_000


class Photo(Pictures):
    """The bytes of a photo, or a TIFF with several pages, from 0."""

    def do_seen(
        self, _body: bytes, number: int, most: int, shown: int, quarters: int, light: int
    ) -> Answer:
        """Return a page whole, as it is turned and lightened, of at most so many dots."""
        page = lightened(_turned(self._decoded(number, most, shown), quarters), light)
        facts = {"size": list(page.size), "stride": page.width * 3, "form": "RGB"}
        return Answer(facts, page.tobytes())

    def do_sheet(
        self, _body: bytes, number: int, most: int, quarters: int, crop: list[int], light: int
    ) -> Answer:
        """Return a page as JPEG, turned to the right, cut, then lightened.

        ``crop`` is left, top, right and bottom in ten-thousandths of the page as it is turned.
        """
        page = _cut(_turned(self._decoded(number, most, most), quarters), crop)
        page.thumbnail((_MOST_SIDE, _MOST_SIDE))
        out = BytesIO()
        lightened(page, light).save(out, "JPEG", quality=_QUALITY)
        return Answer({"size": list(page.size)}, out.getvalue())

    def _decoded(self, number: int, most: int, shown: int) -> Any:
        try:
            with opened(self._data, self._phone) as image:
                image.seek(number)
                refuse_beyond(image, most)
                return _on_white(upright(image, shown))
        except (OSError, ValueError, SyntaxError) as problem:
            raise TroubleError(DAMAGED) from problem


def _on_white(image: Any) -> Any:
    from PIL import Image

    if image.mode != "RGBA":
        return image
    ground = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(ground, image).convert("RGB")


def _turned(image: Any, quarters: int) -> Any:
    from PIL import Image

    ways = Image.Transpose
    way = {1: ways.ROTATE_270, 2: ways.ROTATE_180, 3: ways.ROTATE_90}.get(quarters % 4)
    return image if way is None else image.transpose(way)


def _cut(image: Any, crop: list[int]) -> Any:
    """Cut a page; what is no frame, or of no dots, cuts nothing."""
    left, top, right, bottom = (min(max(int(side), 0), _PARTS) for side in crop)
    box = (
        left * image.width // _PARTS,
        top * image.height // _PARTS,
        -(-right * image.width // _PARTS),
        -(-bottom * image.height // _PARTS),
    )
    return image.crop(box) if box[0] < box[2] and box[1] < box[3] else image
