"""Photos of one paper in the process that decodes: each becomes a page of one PDF."""

from io import BytesIO
from typing import Any, Final

from secondop_desktop.sandbox import heic
from secondop_desktop.sandbox.answers import DAMAGED, NO_READER, Answer, TroubleError
from secondop_desktop.sandbox.pictures import opened, refuse_beyond

_A4_DPI: Final = 200
_MOST_SIDE: Final = 3000


class PhotoPages:
    """Takes photos one after the other, and gives the PDF."""

    def __init__(self, _data: bytes) -> None:
        self._pages: list[Any] = []

    def close(self) -> None:
        """Let go of the pages."""
        self._pages = []

    def do_add(self, body: bytes, most: int, phone: bool) -> Answer:
        """Take a photo of at most so many dots, upright, with sides of at most 3,000."""
        from PIL import ImageOps

        if phone and not heic.can_read():
            raise TroubleError(NO_READER)

        try:
            with opened(body, phone) as photo:
                refuse_beyond(photo, most)
                page = ImageOps.exif_transpose(photo).convert("RGB")
        except (OSError, ValueError, SyntaxError) as problem:
            raise TroubleError(DAMAGED) from problem
        page.thumbnail((_MOST_SIDE, _MOST_SIDE))
        self._pages.append(page)
        return Answer({"pages": len(self._pages)})

    def do_pdf(self, _body: bytes) -> Answer:
        """Return all of them as one PDF, in the order in which they came."""
        out, (first, *others) = BytesIO(), self._pages
        first.save(out, "PDF", save_all=True, append_images=others, resolution=_A4_DPI)
        return Answer(body=out.getvalue())
