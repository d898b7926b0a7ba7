"""A text on the page that turns into inputs where it stands, and back when they are left."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from secondop_desktop.features.opinions.page.cell_editors import Editor
from secondop_desktop.features.opinions.page.pressable_text import LINES, Link, Words
from secondop_desktop.lang import _
from secondop_desktop.widgets.layout.tab_order import stops
from secondop_desktop.widgets.theme import Space, Text

_MOUSE_MS = 40


class InPlace(QWidget):
    """Shows a text; pressed, it is edited. The parts in ``below`` stand under it.

    ``resized`` asks for another height; ``failed`` says why the file could not take it; ``saved``
    follows each save; ``changed`` follows the end of editing, with the entry's id; ``stepped`` is
    an arrow key.
    """

    resized = Signal()
    failed = Signal(str)
    saved = Signal()
    changed = Signal(str)
    stepped = Signal(int, int)

    def __init__(
        self,
        hint: str,
        make: Callable[[], Editor],
        parent: QWidget | None = None,
        role: Text = Text.BODY,
        *,
        lines: int = LINES,
        unfolds: bool = True,
    ) -> None:
        """Show ``lines`` of a long text; ``unfolds`` offers all of it without editing it."""
        super().__init__(parent)
        self.words, self._make = Words(hint, role, self, lines=lines), make
        self._unfolds = unfolds
        self.editor: Editor | None = None
        self.all: Link | None = None
        self.below: list[QWidget] = []
        self._whole = False
        self.words.clicked.connect(lambda _on: self.open())
        self.words.typed.connect(self.open)
        self.words.stepped.connect(self.stepped)

    def name(self, label: str) -> None:
        """Name it for screen readers."""
        self.words.setAccessibleName(label)

    # Editing -------------------------------------------------------------------------------

    def open(self, typed: str = "") -> Editor:
        """Turn into inputs, which have the focus."""
        if self.editor is None:
            self.editor = self._make()
            self.editor.setParent(self)
            self._connect_signals(self.editor)
            self.words.hide()
            self.editor.show()
            self._tab_through(self.editor)
            self.resized.emit()
        self.editor.begin(typed)
        return self.editor

    def _connect_signals(self, editor: Editor) -> None:
        editor.failed.connect(self.failed)
        editor.saved.connect(self.saved)
        editor.done.connect(self._leave)
        editor.went_on.connect(self._go_on)
        editor.resized.connect(self.resized)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _tab_through(self, editor: Editor) -> None:
        before: QWidget = self.words
        for stop in stops(editor):
            QWidget.setTabOrder(before, stop)
            before = stop

    def _leave(self) -> None:
        if self.close_editor():
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        """Go to the cell below, ready to be written in."""
        self._leave()
        if self.editor is None:
            self.stepped.emit(0, 1)

    def close_editor(self) -> bool:
        """Save, and be a text again; False when the file could not take it and it stays open."""
        if self.editor is None:
            return True
        if not self.editor.flush():
            return False
        entry = self.editor.draft.entry or ""
        self.drop_editor()
        self.changed.emit(entry)
        return True

    def drop_editor(self) -> None:
        """Be a text again without saving: the entry is gone, or all is saved."""
        editor, self.editor = self.editor, None
        if editor is None:
            return
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.disconnect(self._on_focus)
        editor.autosave.forget()
        had = self._within(QApplication.focusWidget())
        self.words.show()
        if had:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.hide()
        editor.deleteLater()
        self.resized.emit()

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new.window() is self.window() and not self._within(new):
            QTimer.singleShot(0, self, self._close_when_left)

    def _close_when_left(self) -> None:
        """Close once the mouse is up: what is being pressed must not move from under it."""
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            QTimer.singleShot(_MOUSE_MS, self, self._close_when_left)
        elif not self._within(QApplication.focusWidget()):
            self.close_editor()

    def _within(self, widget: QWidget | None) -> bool:
        return widget is not None and self.isAncestorOf(widget)

    def flush(self) -> bool:
        """Save what is waiting; False when the file could not take it."""
        return self.editor is None or self.editor.flush()

    # Room ----------------------------------------------------------------------------------

    def show_whole(self, whole: bool) -> None:
        """Show all of the text, or its first lines."""
        self._whole = whole
        self.words.set_whole(whole)
        if self.all is not None:
            self.all.say(_("Show less") if whole else _("Show all"))
        self.resized.emit()

    def _unfold(self) -> Link:
        """Return the way to all of the text, made where there is more of it than is shown."""
        if self.all is None:
            self.all = Link(_("Show all"), "chevron-down", self)
            what = self.words.accessibleName()
            self.all.setAccessibleName(_("Show all: {what}").format(what=what))
            self.all.clicked.connect(lambda: self.show_whole(not self._whole))
            QWidget.setTabOrder(self.words, self.all)
        return self.all

    def stops(self) -> Iterator[QWidget]:
        """Yield what Tab reaches, in order."""
        yield self.words
        if self.all is not None:
            yield self.all
        yield from self.below

    def _parts(self, width: int) -> list[QWidget]:
        """Return what follows the words, from left to right."""
        folded = self._unfolds and (self._whole or self.words.more(width))
        return [*([self._unfold()] if folded else []), *self.below]

    def _spots(self, width: int) -> tuple[list[tuple[QWidget, QRect]], int]:
        """Return where the parts stand at a width, and the height of all.

        They follow the last line where there is room behind it, else they go on below.
        """
        high = _height(self.words, width)
        spots: list[tuple[QWidget, QRect]] = [(self.words, QRect(0, 0, width, high))]
        x, top = self.words.end(width)
        bottom, line = high, high - top - Space.HAIR
        for part in self._parts(width):
            wide, least = _width(part, width), 0
            if x + wide > width and x:
                x, top = 0, bottom
            least = _height(part, min(wide, width))
            up = max((least - line + 1) // 2, 0) if top < high else 0
            spots.append((part, QRect(x, top - up, min(wide, width), least)))
            x, bottom = x + wide, max(bottom, top - up + least)
        return spots, bottom

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width in device-independent pixels."""
        if self.editor is not None:
            return _height(self.editor, width)
        return self._spots(width)[1]

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows the width."""
        return True

    def place(self) -> None:
        """Put the parts into the room there is."""
        if self.editor is not None:
            self.editor.setGeometry(0, 0, self.width(), _height(self.editor, self.width()))
        spots = [] if self.editor is not None else self._spots(self.width())[0]
        shown = [part for part, _area in spots]
        for part in self.below if self.all is None else (self.all, *self.below):
            part.setVisible(part in shown)
        for part, area in spots:
            part.setGeometry(area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        super().resizeEvent(event)
        self.place()


def _height(part: QWidget, width: int) -> int:
    least = part.minimumSizeHint().height()
    if part.hasHeightForWidth():
        return max(part.heightForWidth(width), least)
    return max(part.sizeHint().height(), least)


def _width(part: QWidget, most: int) -> int:
    """Return how wide a part is on one line; a label would rather be narrow and break."""
    if isinstance(part, QLabel):
        around = part.contentsMargins().left() + Space.SMALL
        return min(part.fontMetrics().horizontalAdvance(part.text()) + around, most)
    return part.sizeHint().width()
