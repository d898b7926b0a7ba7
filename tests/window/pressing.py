"""A mouse that presses and lets go at the edge in sight of everything, and sees what it hit.

Events go to the window, as from the system, so that what lies over a button gets them instead.
What a press would do is held back: a button counts as clicked when letting go would click it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from secondop_desktop.widgets.feedback.undo_bar import UndoBar

LEFT: Final = Qt.MouseButton.LeftButton
_TURNS: Final = 2
_STILL: Final = 4
"""So many rounds without a change, and a text that grew has found its height, and all around it."""
_ROUNDS: Final = 60
"""More are never needed."""
_MARK: Final = 12
"""How far into a box with words its mark certainly lies, in device-independent pixels."""
_PRESS, _RELEASE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease
_TYPED: Final = (QLineEdit, QTextEdit, QPlainTextEdit)


def breathe() -> None:
    """Let what a press set going happen, as it does while a finger is on the button."""
    for _turn in range(_TURNS):
        QApplication.processEvents()


class Mouse(QObject):
    """Presses at points of a window; ``down`` and ``up`` are the widgets that took each half."""

    def __init__(self) -> None:
        super().__init__()
        self.down: QWidget | None = None
        self.up: QWidget | None = None
        self.clicked = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note who takes a press and its end, and hold back what they would do."""
        if not isinstance(event, QMouseEvent) or not isinstance(watched, QWidget):
            return False
        if event.type() == _PRESS and self.down is None:
            self.down = watched
            return _opens(watched)
        if event.type() == _RELEASE and self.up is None:
            self.up = watched
            return self._let_go(watched, event.position().toPoint())
        return False

    def _let_go(self, watched: QWidget, spot: QPoint) -> bool:
        if _opens(watched):
            self.clicked = watched.rect().contains(spot)
            return True
        if isinstance(watched, QAbstractButton):
            self.clicked = watched.isDown() and watched.rect().contains(spot)
            watched.setDown(False)
            return True
        self.clicked = watched.rect().contains(spot)
        return False

    def press(self, part: QWidget, spot: QPoint) -> str:
        """Press and let go at a point of a widget; return what went wrong, or an empty text."""
        before = place_of(part)
        with self.holding(part, spot):
            moved = not isValid(part) or place_of(part) != before
        return self._wrong(part, moved=moved)

    @contextmanager
    def holding(self, part: QWidget, spot: QPoint) -> Iterator[None]:
        """Hold the button down at a point of a widget while something is looked at."""
        self.down = self.up = None
        self.clicked = False
        app, window = QApplication.instance(), part.window()
        at, handle = part.mapTo(window, spot), window.windowHandle()
        assert app is not None
        assert handle is not None
        app.installEventFilter(self)
        QTest.mousePress(handle, LEFT, Qt.KeyboardModifier.NoModifier, at)
        breathe()
        yield
        QTest.mouseRelease(handle, LEFT, Qt.KeyboardModifier.NoModifier, at)
        app.removeEventFilter(self)
        breathe()

    def _wrong(self, part: QWidget, *, moved: bool) -> str:
        if moved:
            return "moved or went under the press"
        if self.down is None or self.down is not self.up or not _belongs(self.down, part):
            return f"the press went to {_called(self.down)}, its end to {_called(self.up)}"
        return "" if self.clicked else "not clicked"


def place_of(part: QWidget) -> QRect:
    """Return where a widget is in its window."""
    return QRect(part.mapTo(part.window(), QPoint()), part.size())


def _opens(widget: QWidget) -> bool:
    """Tell whether a press alone opens a menu or a list, which would then take all presses."""
    menu = isinstance(widget, QPushButton) and widget.menu() is not None
    return menu or isinstance(widget, QComboBox)


def _belongs(taker: QWidget, part: QWidget) -> bool:
    return taker is part or part.isAncestorOf(taker)


def _called(widget: QWidget | None) -> str:
    if widget is None or not isValid(widget):
        return "nothing"
    said = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{type(widget).__name__} “{widget.accessibleName() or said}”"


def clickables(window: QWidget) -> list[QWidget]:
    """Return what can be pressed in a window, except the rows of lists and tables."""
    found: list[QWidget] = []
    for part in window.findChildren(QWidget):
        if not (part.isVisible() and part.isEnabled()) or part.window() is not window.window():
            continue
        if isinstance(part, QAbstractButton | QComboBox) or _is_typed_into(part):
            found.append(part)
    return found


def _is_typed_into(part: QWidget) -> bool:
    inner = isinstance(part.parentWidget(), QComboBox)
    return isinstance(part, _TYPED) and not inner and part.focusPolicy() != Qt.FocusPolicy.NoFocus


def edge(part: QWidget) -> QPoint | None:
    """Return a point at the edge where a widget is cut, else at its foot; None out of sight."""
    seen = part.visibleRegion().boundingRect()
    if seen.width() < 2 or seen.height() < 2:
        return None
    low = seen.bottom() < part.height() - 1 or seen.top() == 0
    height = seen.bottom() - 1 if low else seen.top() + 1
    spots = [spot for spot in _across(part, seen, height) if not _under_the_bar(part, spot)]
    return next((spot for spot in spots if _on_top(part, spot)), next(iter(spots), None))


def _across(part: QWidget, seen: QRect, height: int) -> Iterator[QPoint]:
    """Yield points at a height that are the widget's own: words and mark of a box, not its end."""
    for x in (seen.center().x(), seen.left() + _MARK, seen.right() - _MARK):
        spot = QPoint(x, height)
        takes = not isinstance(part, QAbstractButton) or part.hitButton(spot)
        if takes and part.visibleRegion().contains(spot):
            yield spot


def _on_top(part: QWidget, spot: QPoint) -> bool:
    """Tell whether nothing lies over a point: a link may lie over the words it belongs to."""
    top = part.window().childAt(part.mapTo(part.window(), spot))
    return top is not None and _belongs(top, part)


def _under_the_bar(part: QWidget, spot: QPoint) -> bool:
    """Tell whether the bar that offers to undo floats over a point, which is then out of sight."""
    top = part.window().childAt(part.mapTo(part.window(), spot))
    while top is not None and not isinstance(top, UndoBar):
        top = top.parentWidget()
    return top is not None


def is_cut(part: QWidget) -> bool:
    """Tell whether only some of a widget is in sight."""
    return part.visibleRegion().boundingRect().height() < part.height()


def scrolled(window: QWidget, steps: int = 10) -> Iterator[QScrollArea | None]:
    """Scroll each column of a window to every tenth; first comes the window as it was opened."""
    yield None
    for area in window.findChildren(QScrollArea):
        if not isValid(area) or not area.isVisible():
            continue
        bar = area.verticalScrollBar()
        for step in range(steps + 1 if bar.maximum() else 0):
            bar.setValue(bar.maximum() * step // steps)
            breathe()
            yield area


def press_all(window: QWidget, *, beside: QWidget | None = None) -> list[str]:
    """Press everything in sight at every tenth; return what was lost, by name.

    ``beside`` is a part of the window that is left out, as it was pressed before.
    """
    mouse, done, lost = Mouse(), set[QWidget](), list[str]()
    for area in scrolled(window):
        for part in clickables(area or window):
            if not isValid(part) or (part in done and not is_cut(part)):
                continue
            if beside is not None and beside.isAncestorOf(part):
                continue
            spot = edge(part)
            if spot is None:
                continue
            done.add(part)
            kept = area.verticalScrollBar().value() if area else 0
            wrong = mouse.press(part, spot)
            lost += [f"{_called(part)}: {wrong}"] if wrong else []
            if area is not None and isValid(area):
                area.verticalScrollBar().setValue(kept)
    return lost


def moved_by_writing(page: QWidget, elsewhere: QWidget) -> list[str]:
    """Write on each line of a page, press elsewhere, and return what the press moved.

    The press takes the focus from the line, which is then saved, and read for what it means.
    """
    mouse, moved, window = Mouse(), list[str](), page.window()
    for line in clickables(page):
        if isValid(line) and _is_typed_into(line) and line.isVisible():
            _write_on(line)
            before = _places(window)
            with mouse.holding(elsewhere, elsewhere.rect().center()):
                moved += [f"{_called(line)} moves {_called(one)}" for one in _gone(before, window)]
    return moved


def _write_on(line: QWidget) -> None:
    line.setFocus()
    QTest.keyClicks(line, "3/4/26" if line.accessibleName() == "Day" else "1,234")
    _rest(line.window())


def _rest(window: QWidget) -> None:
    """Let a window be laid out until nothing moves: a line that wraps sends news level by level."""
    before, still = _places(window), 0
    for _round in range(_ROUNDS):
        breathe()
        now = _places(window)
        still = still + 1 if now == before else 0
        before = now
        if still == _STILL:
            return


def _places(window: QWidget) -> dict[QWidget, QRect]:
    parts = [one for one in clickables(window) if not one.visibleRegion().isEmpty()]
    return {one: place_of(one) for one in parts}


def _gone(before: dict[QWidget, QRect], window: QWidget) -> list[QWidget]:
    """Return what is not where it was."""
    now = _places(window)
    return [one for one, place in before.items() if now.get(one) != place]


def press_rows(window: QWidget) -> list[str]:
    """Press the first and the last row in sight of each list and table; return what was lost."""
    mouse, lost = Mouse(), list[str]()
    for view in window.findChildren(QAbstractItemView):
        if not isValid(view) or not view.isVisible():
            continue
        inner = view.viewport()
        seen = inner.visibleRegion().boundingRect()
        for spot in (seen.topLeft() + QPoint(30, 2), QPoint(30, seen.bottom() - 2)):
            if isValid(view) and view.isVisible() and not seen.isEmpty():
                row = view.indexAt(spot)
                wrong = mouse.press(inner, spot)
                if not wrong and isValid(view) and view.indexAt(spot).row() != row.row():
                    wrong = "the row moved"
                lost += [f"{_called(view)}: {wrong}"] if wrong else []
    return lost
