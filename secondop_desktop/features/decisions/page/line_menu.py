"""One button for all that can be done with a line of the table: edit, move, put in the bin."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.button import IconButton
from secondop_desktop.widgets.controls.key_press import on_key, on_menu_wanted
from secondop_desktop.widgets.kind_pages.take_acts import take_acts
from secondop_desktop.widgets.theme import Space, icons


class LineMenu(IconButton):
    """The ⋯ of an option, a benefit or a risk; ``moved`` carries -1 or 1.

    ``taken`` carries how to take it along, and the id of the entry in a tuple.
    """

    edited = Signal()
    moved = Signal(int)
    put_away = Signal()
    taken = Signal(str, object)

    def __init__(self, entry: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(_("More for: {title}").format(title=title), "more", parent)
        self.setObjectName(f"{entry}/more")
        self._icons: dict[QAction, str] = {}
        menu = QMenu(self)
        menu.setAccessibleName(self.accessibleName())
        self.edit = self._offer(menu, _("Edit"), "edit")
        self.before = self._offer(menu, "", "arrow-up")
        self.after = self._offer(menu, "", "arrow-down")
        menu.addSeparator()
        for act in take_acts(self.taken.emit, lambda: (entry,)):
            self._offer(menu, act.words, act.icon).triggered.connect(act.does)
        menu.addSeparator()
        self.bin = self._offer(menu, _("Put in the bin"), "bin")
        self.edit.triggered.connect(self._edit)
        self.before.triggered.connect(lambda: self.moved.emit(-1))
        self.after.triggered.connect(lambda: self.moved.emit(1))
        self.bin.triggered.connect(self._put_away)
        menu.aboutToShow.connect(self._draw_icons)
        self.setMenu(menu)

    def serve(self, line: QWidget) -> None:
        """Answer the keys and the right button anywhere in the line that it is about."""
        on_menu_wanted(line, self.menu().popup)
        on_key("F2", line, self._edit)
        on_key(QKeySequence.StandardKey.Delete, line, self._put_away)

    def _draw_icons(self) -> None:
        """Give the acts their icons in the colours in use; the menu goes with its line."""
        for act, icon in self._icons.items():
            act.setIcon(icons.menu_icon(icon))

    def _edit(self) -> None:
        self.edited.emit()

    def _put_away(self) -> None:
        self.put_away.emit()

    def sizeHint(self) -> QSize:
        """Be no taller than a line needs, so that a table of many stays dense."""
        line = theme.current().line_height()
        return QSize(line + Space.LARGE, line + Space.SMALL)

    def _offer(self, menu: QMenu, words: str, icon: str) -> QAction:
        act = menu.addAction(words)
        self._icons[act] = icon
        return act

    def place(self, at: int, count: int, *, stacked: bool) -> None:
        """Say where the line can move from its place among the others, as they stand now."""
        words = (_("Move up"), _("Move down")) if stacked else (_("Move left"), _("Move right"))
        arrows = ("arrow-up", "arrow-down") if stacked else ("arrow-left", "arrow-right")
        for act, text, icon in zip((self.before, self.after), words, arrows, strict=True):
            act.setText(text)
            self._icons[act] = icon
            act.setVisible(count > 1)
        self.before.setEnabled(at > 0)
        self.after.setEnabled(at < count - 1)
