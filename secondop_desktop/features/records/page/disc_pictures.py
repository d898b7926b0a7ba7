"""The pictures of an imaging disc that is kept in the journal: the middle one of each series."""

from collections.abc import Callable
from typing import BinaryIO, Final

from PySide6.QtGui import QImage

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.imaging import words
from secondop_desktop.exchange.imaging.describing import Reader, describe
from secondop_desktop.exchange.imaging.disc_files import (
    MOST_OBJECT,
    DiscFiles,
    StoredObject,
    ZipFiles,
    read_up_to,
)
from secondop_desktop.exchange.imaging.disc_record import DISC
from secondop_desktop.lang import _
from secondop_desktop.sandbox.answers import NO_READER, TOO_LARGE, TroubleError
from secondop_desktop.sandbox.process import FOR_LOOKING, EndedError
from secondop_desktop.widgets.background.pixels import image_of_answer

_MOST_PIXELS: Final = 100_000_000
_SHOWN_PIXELS: Final = 16_000_000


class DiscPictures:
    """As many pages as there are series with pictures.

    Raises UserError for a disc on which none can be seen.
    """

    def __init__(self, opened: Callable[[], BinaryIO], file_type: str, name: str) -> None:
        self._files = _files(opened(), file_type, name)
        try:
            self._series = [one for one in describe(self._files, FOR_LOOKING).series if one.seen]
        except EndedError:
            raise UserError(_("This disc is too large to be shown here.")) from None
        if not self._series:
            raise UserError(_("There is no picture on this disc that can be shown here."))
        self._reader = Reader(FOR_LOOKING)

    def __len__(self) -> int:
        """Count the series."""
        return len(self._series)

    def said(self, number: int) -> str:
        """Say which series a page, from 0, is of, and that this is no way to judge it."""
        one = self._series[number]
        day = words.day(one.told.get("date", ""))
        about = [one.told.get("about", ""), day.words() if day else "", words.series(one)]
        text = _("Not for diagnosis. One picture of each series: {series}.")
        return text.format(series=" · ".join(filter(None, about)))

    def page(self, number: int = 0) -> QImage:
        """Decode the middle picture of a series; raises UserError where it cannot be."""
        data = read_up_to(self._files, self._series[number].middle, MOST_OBJECT)
        try:
            return image_of_answer(*self._reader.picture(data, _MOST_PIXELS, _SHOWN_PIXELS))
        except TroubleError as trouble:
            raise UserError(_why(trouble)) from None
        except (EndedError, ValueError):
            raise UserError(_("This picture is too large to be shown here.")) from None

    def close(self) -> None:
        """Let go of it."""
        self._reader.close()


def _files(stream: BinaryIO, file_type: str, name: str) -> DiscFiles:
    try:
        return ZipFiles(stream, name) if file_type == DISC else StoredObject(stream, name)
    except (OSError, ValueError, NotImplementedError) as broken:
        raise UserError(_("This disc is damaged and cannot be shown here.")) from broken


def _why(trouble: TroubleError) -> str:
    if trouble.trouble == NO_READER:
        return _(
            "This picture is stored in a way that cannot be read here. The program on the "
            "disc shows it, or the part “gdcm” that can be added to Secondop."
        )
    if trouble.trouble == TOO_LARGE:
        return _("This picture has too many dots to be shown here.")
    return _("This picture is damaged and cannot be shown here.")
