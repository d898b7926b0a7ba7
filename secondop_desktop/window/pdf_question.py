"""A question about a PDF that is answered from a list under its words."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.widgets.controls.labels import heading
from secondop_desktop.widgets.controls.wrapping_combo import WrappingCombo
from secondop_desktop.widgets.theme import Space

_LETTERS = 14
"""The list may be this narrow: the answer chosen wraps, and it opens to what the longest needs."""


class PdfQuestion(QWidget):
    """The words and the list; ``chosen`` follows every choice of the person's."""

    chosen = Signal()

    def __init__(self, words: str) -> None:
        super().__init__()
        self.list = WrappingCombo()
        self.list.setAccessibleName(words)
        self.list.setMinimumContentsLength(_LETTERS)
        self.list.setSizeAdjustPolicy(
            WrappingCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.list.activated.connect(lambda _at: self.chosen.emit())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.HAIR)
        rows.addWidget(heading(words, 2))
        rows.addWidget(self.list)

    def offer(self, answers: Iterable[tuple[str, Any]]) -> None:
        """List these, each with its words first; what was chosen stays so where it still is."""
        before = self.list.currentData()
        self.list.clear()
        for words, answer in answers:
            self.list.addItem(words, answer)
        self.list.setCurrentIndex(max(self.list.findData(before), 0))
