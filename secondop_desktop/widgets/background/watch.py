"""Brings what was committed, in whatever thread, and each new day to the pages that show it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt, Signal

from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.file import Journal
from secondop_desktop.widgets.background.day_change import Day
from secondop_desktop.widgets.background.press import once_released


class Watch(QObject):
    """Sends ``changed`` with each ChangeSet, in order, always in the thread of the window.

    Never while a mouse button is down: the pages would be laid out anew under the press.
    ``day`` tells when the day has gone on.
    """

    changed = Signal(object)
    _told = Signal(object)

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held: list[ChangeSet] = []
        self._told.connect(self._hear, Qt.ConnectionType.AutoConnection)
        self._leave = journal.watch(self._tell)
        self.day = Day(self, waits=lambda: journal.keeps_readers_out)

    def _tell(self, changes: ChangeSet) -> None:
        """Hand a change over, gone through in the thread that made it: an import is long."""
        changes.go_through()
        self._told.emit(changes)

    def _hear(self, changes: ChangeSet) -> None:
        self._held.append(changes)
        once_released(self, self._send)

    def _send(self) -> None:
        while self._held:
            self.changed.emit(self._held.pop(0))

    def stop(self) -> None:
        """Listen no longer; called before the journal closes."""
        self.day.stop()
        self._leave()

    def on(self, kinds: Iterable[str], refresh: Callable[[], None], owner: QObject) -> None:
        """Call ``refresh`` whenever an entry of these kinds changed, as long as the owner lives.

        A new day changes what is due, next or over, so it is called then as well.
        """
        _Subscription(self, frozenset(kinds), refresh, owner)


class _Subscription(QObject):
    """One page's interest; it goes with the page."""

    def __init__(
        self, watch: Watch, kinds: frozenset[str], refresh: Callable[[], None], owner: QObject
    ) -> None:
        super().__init__(owner)
        self._kinds, self._refresh = kinds, refresh
        watch.changed.connect(self.notify)
        watch.day.turned.connect(self.turn)

    def notify(self, changes: ChangeSet) -> None:
        """Refresh when a change concerns us."""
        if self._kinds & changes.kinds:
            self._refresh()

    def turn(self) -> None:
        """Refresh on a new day."""
        once_released(self, self._refresh)
