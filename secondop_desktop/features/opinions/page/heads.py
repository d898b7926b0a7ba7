"""Over the comparison: whose column it is, and what each opinion says in a few lines."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from secondop_desktop.features.opinions.page.shares import SHARES, put
from secondop_desktop.lang import _
from secondop_desktop.widgets.button import IconButton
from secondop_desktop.widgets.panel import Panel
from secondop_desktop.widgets.text import heading, paragraph, small
from secondop_desktop.widgets.theme import Space


class Heading(QWidget):
    """Which opinion a column is, who gave it and when, and a way to its own form."""

    def __init__(self, title: str, said: str) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(heading(title, 2))
        words.addWidget(small(said))
        self.edit = IconButton(_("Edit: {opinion}").format(opinion=title), "edit")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.HAIR)
        row.addLayout(words, 1)
        row.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)


class OverallRow(Panel):
    """What each opinion says in a few lines, in line with the cells under it."""

    def __init__(self, texts: Sequence[str], titles: Sequence[str]) -> None:
        super().__init__("primary_tint", "divider")
        self.texts = list(texts)
        self._captions: list[QWidget] = []
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(Space.LARGE, Space.MEDIUM, Space.LARGE, Space.MEDIUM)
        self._box.setSpacing(Space.LARGE)
        put(self._box, heading(_("In a few lines"), 3), SHARES[0])
        for text, title in zip(texts, titles, strict=True):
            put(self._box, self._cell(text, title), SHARES[1])
        if len(self.texts) > 1:
            put(self._box, small(""), SHARES[2])

    def _cell(self, text: str, title: str) -> QWidget:
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        caption = small(title)
        self._captions.append(caption)
        column.addWidget(caption)
        column.addWidget(paragraph(text or "–"))
        column.addStretch(1)
        return cell

    def stack(self, stacked: bool) -> None:
        """Put the texts below one another, each under its opinion's name, or side by side."""
        way = QBoxLayout.Direction
        self._box.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        for caption in self._captions:
            caption.setVisible(stacked)
