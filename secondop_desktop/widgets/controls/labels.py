"""Texts by their role: a heading, a paragraph, a small remark; all wrap and follow the theme."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.access import HEADING
from secondop_desktop.widgets.controls.long_words import breakable, whole
from secondop_desktop.widgets.theme import Text, Weight


class Label(QLabel):
    """A plain text of one role and colour that wraps rather than widening its window."""

    _named = False
    """Whether its own words are also its name for a screen reader."""

    def __init__(
        self,
        text: str = "",
        role: Text = Text.BODY,
        weight: Weight = Weight.REGULAR,
        token: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._weight, self._token = role, weight, token
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setText(text)
        self._dress()
        theme.current().changed.connect(self._dress)

    def setText(self, text: str) -> None:
        """Show a text; a word too long for any column can be broken, so that nothing is cut."""
        shown = breakable(text)
        super().setText(shown)
        if shown != text or self._named:
            self._named = shown != text
            self.setAccessibleName(text if self._named else "")

    def text(self) -> str:
        """Return the text as it was given."""
        return whole(super().text())

    def _dress(self) -> None:
        look = theme.current()
        self.setFont(look.font(self._role, self._weight))
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.WindowText, look.colour(self._token))
        self.setPalette(colours)


def set_role(widget: QWidget, role: Text, weight: Weight = Weight.REGULAR) -> None:
    """Give a widget that is typed into the font of a role, such as ``NOTES``, from now on."""
    _Typeface(widget, role, weight)


class _Typeface(QObject):
    """Sets one widget's font again when the text size changes."""

    def __init__(self, widget: QWidget, role: Text, weight: Weight) -> None:
        super().__init__(widget)
        self._widget, self._role, self._weight = widget, role, weight
        self._dress()
        theme.current().changed.connect(self._dress)

    def _dress(self) -> None:
        self._widget.setFont(theme.current().font(self._role, self._weight))


def heading(text: str, level: int = 2) -> Label:
    """Return a heading; level 1 is the page's, 2 a section's, 3 a group's."""
    role = {1: Text.H1, 2: Text.H2}.get(level, Text.BODY)
    found = Label(text, role, Weight.BOLD)
    found.setProperty(HEADING, level)
    return found


def paragraph(text: str) -> Label:
    """Return body text."""
    return Label(text)


def muted(text: str) -> Label:
    """Return body text that stands back."""
    return Label(text, token="muted")


def small(text: str) -> Label:
    """Return a remark in small type."""
    return Label(text, Text.SMALL, token="muted")
