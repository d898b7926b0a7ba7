"""What can be done with the rows chosen in a list: a menu on the spot, and keys."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from secondop_desktop.widgets.controls.key_press import on_key
from secondop_desktop.widgets.theme import icons


@dataclass(frozen=True)
class RowAct:
    """One act of the menu; one that is not ``offered`` stands there greyed."""

    words: str
    icon: str
    does: Callable[[], object]
    offered: bool = True


class RowMenu(QObject):
    """Opens at the right mouse button, the Menu key and Shift+F10; asks ``acts`` each time."""

    def __init__(self, rows: QAbstractItemView, acts: Callable[[], Sequence[RowAct]]) -> None:
        super().__init__(rows)
        self._rows, self._acts = rows, acts
        self.menu: QMenu | None = None
        rows.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows.customContextMenuRequested.connect(self._open_at)
        for key in ("Shift+F10", "Menu"):
            on_key(key, rows, self.open)

    def open(self) -> None:
        """Open the menu at the current row."""
        self._open_at(QPoint(-1, -1))

    def _open_at(self, place: QPoint) -> None:
        view = self._rows.viewport()
        acts = self._acts()
        if not acts:
            return
        inside = view.rect().contains(place)
        row = self._rows.visualRect(self._rows.currentIndex())
        self.menu = menu_of(acts, self._rows)
        self.menu.popup(view.mapToGlobal(place if inside else row.center()))


def menu_of(acts: Sequence[RowAct], parent: QWidget) -> QMenu:
    """Return a menu of these acts, which is gone once it is closed."""
    menu = QMenu(parent)
    for act in acts:
        entry = menu.addAction(icons.menu_icon(act.icon), act.words)
        entry.setEnabled(act.offered)
        entry.triggered.connect(act.does)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
