"""Messages on a screen: a calm notice, and the summary of what stops a form."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.icon_label import Symbol
from secondop_desktop.widgets.controls.labels import Label, heading
from secondop_desktop.widgets.controls.panel import Panel
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.lists.button_rows import RowButton
from secondop_desktop.widgets.lists.rich_row_painting import Row
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone

_BESIDE_CHARS = 34
"""Letters of the message that fit a line beside the buttons, or these stand under it."""


class Notice(Panel):
    """A message with an icon, in a tone; a title and buttons if they are needed.

    ``beside`` puts the buttons after the message on one line, where there is room for both.
    """

    def __init__(
        self,
        text: str,
        tone: Tone = Tone.INFO,
        title: str = "",
        parent: QWidget | None = None,
        *,
        beside: bool = False,
    ) -> None:
        super().__init__(tone.tint, tone.edge, parent=parent)
        self._beside = beside
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._symbol = Symbol(tone.icon, tone.ink)
        self.heading = heading(title, 3)
        self.text = Label(text)
        self._buttons = QWidget()
        self._buttons.hide()
        self._row = Flow(self._buttons)
        self._place()
        self.say(text, tone, title)

    def say(self, text: str, tone: Tone = Tone.INFO, title: str = "") -> None:
        """Show another message."""
        self.set_colours(tone.tint, tone.edge)
        self._symbol.set_icon(tone.icon, tone.ink)
        self._symbol.setVisible(bool(tone.icon))
        self.heading.setText(title)
        self.heading.setVisible(bool(title))
        self.text.setText(text)
        self.setAccessibleName(title or text)

    def add_action(self, button: QWidget) -> None:
        """Put a button under the message."""
        self._row.addWidget(button)
        self._buttons.show()

    def _place(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.LARGE, Space.MEDIUM, Space.LARGE, Space.MEDIUM)
        row.setSpacing(Space.MEDIUM)
        row.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignTop)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        row.addLayout(self._box, 1)
        column = QVBoxLayout()
        self._box.addLayout(column, 1)
        column.setSpacing(Space.HAIR)
        for part in (self.heading, self.text):
            column.addWidget(part)
        self._row.setContentsMargins(0, Space.SMALL, 0, Space.HAIR)
        self._box.addWidget(self._buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside the message, or under it, as the width demands."""
        super().resizeEvent(event)
        wanted = self.fontMetrics().averageCharWidth() * _BESIDE_CHARS
        wanted += self._row.sizeHint().width()
        way = QBoxLayout.Direction
        beside = self._beside and self.width() > wanted
        self._box.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._box.setSpacing(Space.LARGE if beside else Space.HAIR)


class Problem(NamedTuple):
    """What is wrong, said as in the field's own message, and the widget to go to."""

    text: str
    widget: QWidget


class ErrorSummary(Panel):
    """ "There is a problem": takes the focus, and each entry goes to its field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "error", parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.entries: list[RowButton] = []
        self._column = QVBoxLayout()
        self._place()
        self.hide()

    def _place(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.LARGE, Space.LARGE, Space.LARGE, Space.MEDIUM)
        row.setSpacing(0)
        row.addWidget(Symbol("error", "error"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._column, 1)
        title = heading(_("There is a problem"), 2)
        title.setIndent(Space.LARGE)
        self._column.setSpacing(Space.HAIR)
        self._column.addWidget(title)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """List the problems and take the focus; without any, go away."""
        self._clear()
        for problem in problems:
            self._add(problem)
        self.setAccessibleName(_("There is a problem"))
        self.setAccessibleDescription(" ".join(problem.text for problem in problems))
        self.setVisible(bool(problems))
        if problems:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, problem: Problem) -> None:
        entry = RowButton(Row(problem.text), self, arrow=False)
        entry.clicked.connect(lambda: _go_to(problem.widget))
        self.entries.append(entry)
        self._column.addWidget(entry)

    def _clear(self) -> None:
        while self.entries:
            entry = self.entries.pop()
            drop(entry, self._column)


def _go_to(widget: QWidget) -> None:
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
