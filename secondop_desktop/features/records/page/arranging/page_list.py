"""The pages in their order: a small picture of each, its number, and what was done to it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from secondop_desktop.exchange.photographs.arrangement import PARTS, WHOLE, Crop, Sheet
from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.plain_tip import plain_tip
from secondop_desktop.widgets.theme import Space

_LINES: Final = 4


class PageList(QListWidget):
    """One row a page; the row that is current is the page that is worked on."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self._small: dict[Sheet, QIcon] = {}
        self.setAccessibleName(_("Pages in their order"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        line = theme.current().line_height()
        self.setIconSize(QSize(line * _LINES, line * _LINES))
        number = self.fontMetrics().horizontalAdvance(_("Page {page}").format(page=10))
        self.setMinimumWidth(line * _LINES + number + Space.LARGE * 3)

    def show_sheets(self, sheets: Sequence[Sheet], current: int) -> None:
        """Show these pages; nothing is sent."""
        with QSignalBlocker(self):
            while self.count() > len(sheets):
                self.takeItem(self.count() - 1)
            for at, sheet in enumerate(sheets):
                item = self.item(at)
                if item is None:
                    item = QListWidgetItem(self)
                self._fill(item, at, sheet)
            self.setCurrentRow(current)

    def _fill(self, item: QListWidgetItem, at: int, sheet: Sheet) -> None:
        said = _("Page {page}").format(page=at + 1)
        done = ", ".join(what_was_done(sheet))
        item.setText("\n".join(filter(None, (said, done))))
        spoken = ", ".join(filter(None, (said, self._names[sheet.picture], done)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setToolTip(plain_tip(self._names[sheet.picture]))
        item.setIcon(self._small.get(sheet, QIcon()))

    def show_small(self, sheet: Sheet, image: QImage) -> None:
        """Show a small picture of a page, cut as it is."""
        part = image.copy(_part(image, sheet.crop)) if sheet.crop != WHOLE else image
        small = part.scaled(
            self.iconSize() * self.devicePixelRatioF(),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        icon, dots = QIcon(), QPixmap.fromImage(small)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # else Qt dyes the page in hand
            icon.addPixmap(dots, mode)
        self._small[sheet] = icon

    def has_small(self, sheet: Sheet) -> bool:
        """Tell whether there is a small picture of a page as it is now."""
        return sheet in self._small


def what_was_done(sheet: Sheet) -> list[str]:
    """Say in short what differs from the photograph as it was taken."""
    lights = {1: _("lighter"), 2: _("black on white")}
    said = [_("turned")] if sheet.quarters else []
    said += [_("cut")] if sheet.crop != WHOLE else []
    return [*said, lights[sheet.light]] if sheet.light else said


def _part(image: QImage, crop: Crop) -> QRect:
    left, top, right, bottom = crop
    x, y = left * image.width() // PARTS, top * image.height() // PARTS
    wide = (right - left) * image.width() // PARTS
    high = (bottom - top) * image.height() // PARTS
    return QRect(x, y, max(wide, 1), max(high, 1))
