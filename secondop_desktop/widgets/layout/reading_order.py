"""A screen reader goes through a page as the eye does: by its layouts, not as it was made."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from secondop_desktop.widgets.layout.tab_order import parts_of

_DIRECT: Final = Qt.FindChildOption.FindDirectChildrenOnly


def read_as_seen(root: QWidget) -> None:
    """Order the parts of a widget, and of all within it, while a screen reader listens.

    Qt tells the parts of a widget in the order in which they lie over one another. What is in no
    layout, such as a bar that floats over the page, stays on top.
    """
    if QAccessible.isActive():
        _order(root)


def _order(widget: QWidget) -> None:
    laid = _laid(widget)
    if laid:
        _pile(widget, laid)
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    for part in (*laid, *([inner] if inner is not None else [])):
        _order(part)


def _laid(widget: QWidget) -> list[QWidget]:
    """Return the parts of a widget as they are read: by its layout, or as it says itself."""
    own = getattr(widget, "in_reading_order", None)
    if callable(own):
        return list(own())
    layout = widget.layout()
    return [part for part in _flat(layout) if part.parentWidget() is widget] if layout else []


def _flat(layout: QLayout) -> list[QWidget]:
    found: list[QWidget] = []
    for part in parts_of(layout):
        found += [part] if isinstance(part, QWidget) else _flat(part)
    return found


def _pile(widget: QWidget, laid: list[QWidget]) -> None:
    """Lay the parts over one another in their order, unless they lie so."""
    here = widget.findChildren(QWidget, options=_DIRECT)
    wanted = [*laid, *(part for part in here if part not in laid and not part.isWindow())]
    if [part for part in here if not part.isWindow()] != wanted:
        for part in wanted:
            part.raise_()
