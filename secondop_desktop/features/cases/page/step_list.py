"""The list of steps, beside the one that is open."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from secondop_desktop.features.cases.rules.journey import STATUSES, Stage
from secondop_desktop.features.cases.rules.once_more import round_words
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.lists.rich_list import RowItem, RowList
from secondop_desktop.widgets.theme.tone import Tone


class StepList(RowList):
    """All steps of a case; the list scrolls to the one that is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("The steps"), parent)

    def show_stages(self, stages: tuple[Stage, ...]) -> None:
        """List these stages; the one chosen stays chosen, and nothing is opened by it."""
        # While a step is being left, the list is already on the next one: opening it now would
        # leave the first step once more, and so on.
        with QSignalBlocker(self):
            self.set_items([step_item(stage) for stage in stages])


def step_item(stage: Stage) -> RowItem:
    """Return a step as a row: finished ones say so plainly, others wear a tag."""
    words = _(dict(STATUSES)[stage.status])
    tone = Tone.INFO if stage.status == "in progress" else Tone.PLAIN
    status = None if stage.finished else Status(words, tone)
    again = round_words(stage.round) if stage.round > 1 else ""
    said = " · ".join(part for part in (again, words if stage.finished else "") if part)
    return RowItem(stage.key, stage.step.numbered(), said, status=status)
