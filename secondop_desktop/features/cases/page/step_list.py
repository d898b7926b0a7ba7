"""The list of steps, as tall as its steps, so that it scrolls with the page."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from secondop_desktop.features.cases.rules import STATUSES, Stage, round_words
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.lists.rich_list import RowItem, RowList
from secondop_desktop.widgets.theme.tone import Tone


class StepList(RowList):
    """All steps of a case; none of them is ever scrolled out of the list itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("The steps"), parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stages(self, stages: tuple[Stage, ...]) -> None:
        """List these stages; the one chosen stays chosen, and nothing is opened by it."""
        # While a step is being left, the list is already on the next one: opening it now would
        # leave the first step once more, and so on.
        with QSignalBlocker(self):
            self.set_items([step_item(stage) for stage in stages])

    def sizeHint(self) -> QSize:
        """Return the height of all steps."""
        return QSize(super().sizeHint().width(), self._tall())

    def minimumSizeHint(self) -> QSize:
        """Never be less tall than the steps are."""
        return QSize(super().minimumSizeHint().width(), self._tall())

    def _tall(self) -> int:
        rows = sum(self.sizeHintForRow(at) for at in range(len(self.items())))
        return rows + 2 * self.frameWidth()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Become taller where the words wrap."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


def step_item(stage: Stage) -> RowItem:
    """Return a step as a row: finished ones say so plainly, others wear a tag."""
    words = _(dict(STATUSES)[stage.status])
    tone = Tone.INFO if stage.status == "in progress" else Tone.PLAIN
    status = None if stage.finished else Status(words, tone)
    again = round_words(stage.round) if stage.round > 1 else ""
    said = " · ".join(part for part in (again, words if stage.finished else "") if part)
    return RowItem(stage.key, stage.step.numbered(), said, status=status)
