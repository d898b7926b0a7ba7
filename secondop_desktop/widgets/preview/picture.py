"""A picture that the sandbox decodes; its size is checked before that."""

from typing import Any, Final, Protocol

from PySide6.QtGui import QImage

from secondop_desktop.errors import UserError
from secondop_desktop.lang import _
from secondop_desktop.sandbox.answers import NO_READER, TOO_LARGE, Answer, TroubleError
from secondop_desktop.sandbox.held_file import HeldFile
from secondop_desktop.sandbox.picture_types import HEIC
from secondop_desktop.sandbox.process import FOR_LOOKING, EndedError
from secondop_desktop.widgets.background.pixels import image_of_answer
from secondop_desktop.widgets.preview.pdf import too_much

_MOST_PIXELS: Final = 100_000_000
_SHOWN_PIXELS: Final = 16_000_000
_SECONDS: Final = 30.0


class Paged(Protocol):
    """What has pages that are pictures, from 0, and says something of each; slow, but for that."""

    def __len__(self) -> int: ...

    def page(self, number: int = 0) -> QImage: ...

    def said(self, number: int) -> str: ...

    def close(self) -> None: ...


class Picture:
    """The bytes of a picture, of which a TIFF or a HEIC may hold several pages.

    Raises UserError for one that is empty or broken.
    """

    def __init__(self, data: bytes, content_type: str) -> None:
        if not data:
            raise UserError(_("This file is empty."))
        self._file = HeldFile(FOR_LOOKING, "picture", data, phone=content_type in HEIC)
        self._pages = int(self._ask("look").head["pages"])

    def __len__(self) -> int:
        return self._pages

    def sizes(self) -> list[tuple[int, int]]:
        """Return how many dots each page is wide and high, without decoding it."""
        told = self._ask("sizes", shown=_SHOWN_PIXELS).head["sizes"]
        return [(int(width), int(height)) for width, height in told]

    def page(self, number: int = 0) -> QImage:
        """Decode a page, from 0, the right way up, made smaller beyond 16 megapixels.

        Raises UserError for one that is broken, or beyond 100 megapixels.
        """
        found = self._ask("page", number=number, most=_MOST_PIXELS, shown=_SHOWN_PIXELS)
        return image_of_answer(found.head, found.body)

    def said(self, _number: int) -> str:
        """Say nothing: a picture speaks for itself."""
        return ""

    def close(self) -> None:
        """Let go of the file at once."""
        self._file.close()

    def _ask(self, act: str, **told: Any) -> Answer:
        try:
            return self._file.ask(act, _SECONDS, **told)
        except TroubleError as trouble:
            raise _said(trouble) from trouble
        except EndedError as ended:
            raise too_much() from ended


def _said(trouble: TroubleError) -> UserError:
    if trouble.trouble == NO_READER:
        return UserError(_("HEIC photos cannot be shown on this computer."))
    if trouble.trouble == TOO_LARGE:
        number = round(trouble.facts["dots"] / 1_000_000)
        return UserError(
            _(
                "This picture has {number} million dots, too many to be shown here. "
                "The most is 100 million."
            ).format(number=number)
        )
    return UserError(_("This picture is damaged and cannot be shown here."))
