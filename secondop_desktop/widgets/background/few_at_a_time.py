"""What is made a few at a time, because all of it at once would keep the window from answering."""

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QObject, QTimer

_EACH = 10


class FewAtATime(QObject):
    """Goes through what is to be made: the first at once, the rest between the window's events.

    It ends with its parent, and may then have made only a part.
    """

    def __init__(self, making: Iterator[object], first: int, parent: QObject) -> None:
        super().__init__(parent)
        self._making = making
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(lambda: self._make(_EACH))
        self._timer.start()
        self._make(first)

    def stop(self) -> None:
        """Make no more, and go."""
        self._timer.stop()
        self.deleteLater()

    def _make(self, number: int) -> None:
        if sum(1 for _made in islice(self._making, number)) < number:
            self._timer.stop()
