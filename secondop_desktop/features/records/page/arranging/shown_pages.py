"""The pages as they are seen while they are arranged; the sandbox makes them, one at a time."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from secondop_desktop.exchange.photographs.arrangement import Sheet
from secondop_desktop.exchange.photographs.originals import Picture
from secondop_desktop.exchange.photographs.sheets import OpenPicture
from secondop_desktop.sandbox.process import FOR_LOOKING
from secondop_desktop.widgets.background import preview_lane
from secondop_desktop.widgets.background.jobs import start
from secondop_desktop.widgets.background.pixels import image_of_answer

_DOTS: Final = 1_500_000
_KEPT: Final = 12
_NOT_YET: Final = QImage()


class ShownPages(QObject):
    """Gives the picture of a page, whole, as turned and lightened; what is not ready is made.

    ``ready`` carries the page, and its picture or None where it cannot be shown.
    """

    ready = Signal(object, object)

    def __init__(self, pictures: Sequence[Picture], parent: QObject) -> None:
        super().__init__(parent)
        self._pictures, self._run = tuple(pictures), preview_lane.current()
        self._made: OrderedDict[Sheet, QImage | None] = OrderedDict()
        self._waiting: list[Sheet] = []
        self._busy = False

    def picture(self, sheet: Sheet) -> QImage | None:
        """Return a page's picture if it is ready; else it is made next, and told."""
        key = sheet.uncut()
        if key in self._made:
            self._made.move_to_end(key)
            return self._made[key]
        self._want(key, first=True)
        return None

    def is_broken(self, sheet: Sheet) -> bool:
        """Tell whether a page was made, and cannot be shown."""
        return self._made.get(sheet.uncut(), _NOT_YET) is None

    def want(self, sheets: Sequence[Sheet]) -> None:
        """Have these made when nothing else is wanted."""
        for sheet in sheets:
            self._want(sheet.uncut(), first=False)

    def _want(self, key: Sheet, *, first: bool) -> None:
        if key in self._waiting:
            self._waiting.remove(key)
        self._waiting.insert(0 if first else len(self._waiting), key)
        self._next()

    def _next(self) -> None:
        if self._busy or not self._waiting:
            return
        self._busy, key = True, self._waiting.pop(0)
        picture = self._pictures[key.picture]
        start(
            self._run,
            lambda _job: _drawn(picture, key),
            self,
            done=lambda image: self._keep(key, image),
            failed=lambda _error: self._keep(key, None),
            journal=False,
        )

    def _keep(self, key: Sheet, image: QImage | None) -> None:
        self._busy = False
        self._made[key] = image
        while len(self._made) > _KEPT:
            self._made.popitem(last=False)
        self.ready.emit(key, image)
        self._next()


def _drawn(picture: Picture, sheet: Sheet) -> QImage:
    opened = OpenPicture(picture, FOR_LOOKING)
    try:
        answer = opened.seen(sheet, _DOTS)
    finally:
        opened.close()
    return image_of_answer(answer.head, answer.body)
