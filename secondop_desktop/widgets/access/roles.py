"""Who speaks for a widget: headings are headings, and lists say what they are a list of."""

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QComboBox, QLabel, QWidget

from secondop_desktop.widgets.access.drop_down import DropDown

HEADING: Final = "heading"
"""The property of a label that is a heading: its level, 1 for the page's, 2 and 3 below it."""

GROUP: Final = "group"
"""The property of a widget whose name and description are told when one comes into it."""

_installed: list[bool] = []


class Heading(QAccessibleWidget):
    """A label by which a screen reader's keys for headings find their way down the page."""

    def __init__(self, label: QLabel) -> None:
        super().__init__(label, QAccessible.Role.Heading)
        self._label = label

    def text(self, which: QAccessible.Text) -> str:
        """Return the words of the heading."""
        if which is QAccessible.Text.Name:
            return self._label.accessibleName() or self._label.text()
        return super().text(which)


def install() -> None:
    """Let Qt ask here first; a second call changes nothing."""
    if not _installed:
        QAccessible.installFactory(_speaker)
        _installed.append(True)


def _speaker(_class: str, widget: QObject) -> QAccessibleInterface | None:
    """Return who speaks for a widget; None leaves it to Qt."""
    if isinstance(widget, QLabel) and widget.property(HEADING):
        return Heading(widget)
    if isinstance(widget, QComboBox) and not widget.isEditable():
        return DropDown(widget)
    if isinstance(widget, QWidget) and widget.property(GROUP):
        return QAccessibleWidget(widget, QAccessible.Role.Grouping)
    return None
