"""Page n of m, with a box to type a page into."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import IconButton
from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.fields.line import Line
from secondop_desktop.widgets.theme import Space


class PageTurner(QWidget):
    """Sends the page wanted, from 0."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page, self._count = 0, 1
        self.before = IconButton(_("Previous page"), "chevron-left")
        self.after = IconButton(_("Next page"), "chevron-right")
        self.number = Line(4)
        self.number.setAccessibleName(_("Page"))
        self.of = Label()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SMALL)
        for part in (self.before, self.number, self.of, self.after):
            row.addWidget(part)
        self.of.setWordWrap(False)
        self.before.clicked.connect(lambda: self.wanted.emit(self._page - 1))
        self.after.clicked.connect(lambda: self.wanted.emit(self._page + 1))
        self.number.editingFinished.connect(self._go)

    def show_page(self, page: int, count: int) -> None:
        """Say which page, from 0, of how many is shown."""
        self._page, self._count = page, count
        if self.number.text() != str(page + 1):
            self.number.setText(str(page + 1))
        self.of.setText(_("of {count}").format(count=count))
        said = _("Page {page} of {count}").format(page=page + 1, count=count)
        self.number.setAccessibleDescription(said)
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page < count - 1)

    def _go(self) -> None:
        typed = self.number.text().strip()
        page = int(typed) - 1 if typed.isdecimal() and typed.isascii() else self._page
        if 0 <= page < self._count and page != self._page:
            self.wanted.emit(page)
        else:
            self.number.setText(str(self._page + 1))
