"""Choosing words on a page with the mouse: the sandbox is asked, the window never waits for it."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from secondop_desktop.widgets.background.jobs import Runner, start
from secondop_desktop.widgets.preview.pdf import Stretch
from secondop_desktop.widgets.preview.worded import Worded


@dataclass(frozen=True)
class Spot:
    """A place on a page, from 0, as parts of its width and height."""

    page: int
    x: float
    y: float


class WordChoice(QObject):
    """Sends the words between the press and the mouse; of many moves only the last is asked."""

    chosen = Signal(object)

    def __init__(self, pdf: Worded, run: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._pdf, self._run = pdf, run
        self._began: Spot | None = None
        self._wanted: Spot | None = None
        self._busy = False

    def begin(self, spot: Spot | None) -> None:
        """Start anew from here, or from nowhere."""
        self._began, self._wanted = spot, None

    def go_on(self, spot: Spot | None) -> None:
        """Choose up to here, on the page of the beginning."""
        if self._began and spot and spot.page == self._began.page:
            self._wanted = spot
            self._ask()

    def _ask(self) -> None:
        began, wanted = self._began, self._wanted
        if self._busy or began is None or wanted is None:
            return
        self._busy, self._wanted = True, None
        start(
            self._run,
            lambda _job: _between(self._pdf, began, wanted),
            self,
            done=lambda words: self._answer(began, words),
            failed=lambda _error: self._answer(began, None),
            journal=False,
        )

    def _answer(self, began: Spot, words: Stretch | None) -> None:
        self._busy = False
        if began is self._began and words is not None:
            self.chosen.emit(words)
        self._ask()


def _between(pdf: Worded, began: Spot, wanted: Spot) -> Stretch | None:
    one = pdf.letter_at(began.page, began.x, began.y)
    other = pdf.letter_at(wanted.page, wanted.x, wanted.y)
    return pdf.words_from(began.page, one, other) if one is not None and other is not None else None
