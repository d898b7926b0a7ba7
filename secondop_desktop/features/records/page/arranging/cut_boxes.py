"""How much is cut off at each edge of a page, by number: the same as drawing the frame."""

from typing import Final

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from secondop_desktop.exchange.photographs.arrangement import PARTS, Crop
from secondop_desktop.features.records.page.arranging.cut_frame import within
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.labels import Label

_HUNDREDTH: Final = PARTS // 100
_MOST: Final = 95


class CutBoxes(QObject):
    """Four numbers in per cent; ``cut`` carries what is kept of the page.

    The ``parts`` are placed by who shows them.
    """

    cut = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._crop: list[int] = [0, 0, PARTS, PARTS]
        words = (_("Left"), _("Top"), _("Right"), _("Bottom"))
        self.boxes = [self._box(edge, text, parent) for edge, text in enumerate(words)]
        title = Label(_("Cut off"))
        title.setWordWrap(False)
        self.parts: tuple[QWidget, ...] = (title, *self.boxes)

    def _box(self, edge: int, words: str, parent: QWidget) -> QSpinBox:
        box = QSpinBox(parent)
        box.setRange(0, _MOST)
        box.setPrefix(f"{words} ")
        box.setSuffix(" %")
        box.setAccessibleName(_("Cut off: {edge}").format(edge=words))
        more = box.fontMetrics().averageCharWidth() * 2
        box.setMinimumWidth(box.sizeHint().width() + more)  # the hint forgets part of the prefix
        box.valueChanged.connect(lambda value: self._take(edge, value))
        return box

    def show_crop(self, crop: Crop) -> None:
        """Show how much is cut off now."""
        self._crop = list(crop)
        for edge, box in enumerate(self.boxes):
            with QSignalBlocker(box):
                box.setValue(_off(edge, crop[edge]))

    def _take(self, edge: int, value: int) -> None:
        crop = list(self._crop)
        crop[edge] = value * _HUNDREDTH if edge < 2 else PARTS - value * _HUNDREDTH
        kept = within(crop, (edge,))
        self.show_crop(kept)
        self.cut.emit(kept)


def _off(edge: int, part: int) -> int:
    return round((part if edge < 2 else PARTS - part) / _HUNDREDTH)
