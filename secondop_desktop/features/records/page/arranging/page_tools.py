"""What can be done with the page in hand, as buttons with keys."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from secondop_desktop.features.records.page.arranging.steps import Steps
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button, IconButton
from secondop_desktop.widgets.controls.combo_box import StillCombo
from secondop_desktop.widgets.controls.plain_tip import plain_tip
from secondop_desktop.widgets.controls.tool_row import ToolRow

_CHARS = 11


class PageTools(QWidget):
    """Turn, move, undo, light, leave out; ``several`` where there is more than one page.

    ``turned`` carries quarters to the right, ``moved`` places down, ``brought_back`` a page.
    """

    turned = Signal(int)
    moved = Signal(int)
    brought_back = Signal(object)

    def __init__(self, *, several: bool) -> None:
        super().__init__()
        self.left = _with_key(_("Turn left"), "rotate-left", "Ctrl+Shift+R", self)
        self.right = _with_key(_("Turn right"), "rotate", "Ctrl+R", self)
        self.up = _with_key(_("Move up"), "arrow-up", "Alt+Up", self)
        self.down = _with_key(_("Move down"), "arrow-down", "Alt+Down", self)
        self.undo = _with_key(_("Undo"), "undo", "Ctrl+Z", self)
        self.redo = _with_key(_("Redo"), "redo", "Ctrl+Shift+Z", self)
        self.light = StillCombo()
        self.light.setAccessibleName(_("Light of this page"))
        self.light.setMinimumContentsLength(_CHARS)
        for words in (_("As it is"), _("Lighter"), _("Black on white")):
            self.light.addItem(words)
        self.light_all = Button(_("This light for all"))
        self.out, self.back = Button(_("Leave out"), "close"), Button(_("Bring back…"))
        self.back.setMenu(QMenu(self.back))
        one = (self.undo, self.redo)
        all_of_them = (
            self.up,
            self.down,
            self.undo,
            self.redo,
            self.light_all,
            self.out,
            self.back,
        )
        for button in {*all_of_them} - {*one} if not several else ():
            button.setParent(self)
            button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        first = (self.left, self.right, self.light)
        row.addWidget(ToolRow(first, all_of_them if several else one))
        self.left.clicked.connect(lambda: self.turned.emit(-1))
        self.right.clicked.connect(lambda: self.turned.emit(1))
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))

    def show_state(self, steps: Steps, at: int, names: Sequence[str]) -> None:
        """Let only those be pressed that would do something; ``names`` are those of photos."""
        self.up.setEnabled(at > 0)
        self.down.setEnabled(at < len(steps.now) - 1)
        self.out.setEnabled(len(steps.now) > 1)
        self.undo.setEnabled(steps.can_undo())
        self.redo.setEnabled(steps.can_redo())
        self.light.setCurrentIndex(steps.now[at].light)
        self._offer_left_out(steps, names)

    def _offer_left_out(self, steps: Steps, names: Sequence[str]) -> None:
        menu = self.back.menu()
        menu.clear()
        for sheet in steps.left_out():
            said = _("{name}, page {page}").format(name=names[sheet.picture], page=sheet.page + 1)
            action = menu.addAction(said)
            action.triggered.connect(lambda _on=False, one=sheet: self.brought_back.emit(one))
        self.back.setEnabled(bool(menu.actions()))


def _with_key(words: str, icon: str, key: str, parent: QWidget) -> IconButton:
    button = IconButton(words, icon)
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    button.setToolTip(plain_tip(f"{words} ({shown})"))
    QShortcut(QKeySequence(key), parent, button.click)
    return button
