"""Nothing but a keyboard: keys go to whatever has the focus, also inside dialogs."""

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QElapsedTimer, QKeyCombination, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.patience import MILLISECONDS

Act = Callable[[], object]
Script = Iterator[Act]
MOST_STOPS: Final = 160


def target() -> QWidget:
    """Return the widget that the next key goes to."""
    found = (
        QApplication.activePopupWidget()
        or QApplication.focusWidget()
        or QApplication.activeModalWidget()
        or QApplication.activeWindow()
    )
    assert found is not None, "nothing has the focus"
    return found


def press(keys: str, into: QWidget | None = None) -> None:
    """Press a key, such as Tab or Ctrl+N; it goes to what has the focus, or into this."""
    combination = _combination(keys)
    QTest.keyClick(into or target(), combination.key(), combination.keyboardModifiers())


def _combination(keys: str) -> QKeyCombination:
    found: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[index]
    return found


def write(text: str) -> None:
    """Type a text."""
    for letter in text:
        QTest.keyClicks(target(), letter)


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text.replace("&", "")


def tab_to(name: str, keys: str = "Tab") -> QWidget:
    """Press Tab until the widget of this name has the focus."""
    seen: list[str] = []
    for _stop in range(MOST_STOPS):
        has = QApplication.focusWidget()
        if has is not None and name_of(has) == name:
            return has
        seen.append(name_of(has) if has is not None else "–")
        press(keys)
    raise AssertionError(f"Tab does not reach “{name}”, only {list(dict.fromkeys(seen))}")


def answer(name: str, text: str) -> None:
    """Go to the field of this name and type into it."""
    tab_to(name)
    write(text)


def use(name: str, keys: str = "Tab") -> None:
    """Go to the button of this name and press it."""
    tab_to(name, keys)
    press("Space")


_FOR_EVER: Final = 2**31 - 1
"""Milliseconds: a play may take as long as it goes on."""
_LAST_TURNS = 50
"""How often the loop turns before a dialog that stays counts as forgotten."""


class Player(QObject):
    """Plays acts one by one, each in a turn of the event loop, so also inside a dialog."""

    over = Signal()

    def __init__(self, script: Script) -> None:
        super().__init__()
        self._script = script
        self._next = next(script, None)
        self.fault: BaseException | None = None
        self._turns = 0
        self._since = QElapsedTimer()

    def play(self, qtbot: QtBot) -> None:
        """Play to the end; raises what went wrong on the way."""
        QTimer.singleShot(0, self._step)
        self._since.start()
        with qtbot.waitSignal(self.over, timeout=_FOR_EVER):
            pass
        if self.fault is not None:
            raise self.fault
        qtbot.waitUntil(_settled)

    def _step(self) -> None:
        if self.fault is not None:
            return
        if self._next is None:
            self._end()
            return
        QTimer.singleShot(0, self._step)
        if not _ready():
            self._wait()
            return
        self._since.restart()
        act, self._next = self._next, next(self._script, None)
        try:
            act()
        except BaseException as fault:  # noqa: BLE001 - raised again by play
            fault.add_note(f"while doing {act}")
            self._stop(fault)

    def _wait(self) -> None:
        """Bring a window forward; one that never comes is a fault, however many acts went well."""
        if self._since.hasExpired(MILLISECONDS):
            self._stop(AssertionError(f"no window takes the keys before {self._next}"))
        else:
            _pass_focus_on()

    def _end(self) -> None:
        """End when every dialog has gone; one that waits for ever is a fault."""
        dialog = QApplication.activeModalWidget()
        self._turns += 1
        if dialog is None:
            self.over.emit()
        elif self._turns < _LAST_TURNS:
            QTimer.singleShot(0, self._step)
        else:
            self._stop(AssertionError(f"a dialog is still open: {dialog.windowTitle()}"))

    def _stop(self, fault: BaseException) -> None:
        self.fault = self.fault or fault
        while (dialog := QApplication.activeModalWidget()) is not None and dialog.close():
            pass
        self.over.emit()


def _ready() -> bool:
    """Tell whether a window that has just come or gone has passed the focus on."""
    has, modal = QApplication.focusWidget(), QApplication.activeModalWidget()
    return has is not None and (modal is None or has.window() is modal)


def _settled() -> bool:
    """Tell whether what the last act did to windows has come to rest."""
    if not _ready():
        _pass_focus_on()
    return _ready() or not any(isinstance(one, QMainWindow) for one in _shown())


def _shown() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]


def _pass_focus_on() -> None:
    """Do what a desktop does when a window has gone: the one under it is active again."""
    under = QApplication.activeModalWidget() or next(
        (one for one in _shown() if isinstance(one, QMainWindow)), None
    )
    if under is not None:
        under.activateWindow()


def play(qtbot: QtBot, *acts: Act) -> None:
    """Play these acts, each in a turn of its own."""
    Player(iter(acts)).play(qtbot)


def focused() -> str:
    """Return the name of what has the focus now."""
    has = QApplication.focusWidget()
    return name_of(has) if has is not None else ""


FOCUS: Final = Qt.FocusReason.OtherFocusReason
