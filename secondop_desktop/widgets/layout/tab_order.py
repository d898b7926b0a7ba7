"""Tab goes through a form as it is read, also through rows that came later."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QRadioButton, QScrollArea, QWidget

_DIRECT: Final = Qt.FindChildOption.FindDirectChildrenOnly


def follow_layout(root: QWidget) -> None:
    """Let Tab reach everything in a widget in the order of its layouts.

    Qt itself puts what is made later, such as a new row of a list, at the end of the window.
    Radio buttons that Tab passes by come along, as each may be the chosen one later.
    """
    for one, following in pairwise(stops(root, later=True)):
        QWidget.setTabOrder(one, following)


def first_stop(root: QWidget) -> QWidget | None:
    """Return the first widget that Tab reaches in this one now, or None."""
    return next((w for w in stops(root) if w.isEnabled() and w.isVisibleTo(root)), None)


def stops(widget: QWidget, *, later: bool = False) -> Iterator[QWidget]:
    """Yield what Tab reaches in this widget, seen or not, as the layouts have it.

    With ``later`` also the radio buttons that it reaches only once they are chosen.
    """
    reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    waits = later and isinstance(widget, QRadioButton)
    if (reached or waits) and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    if inner is not None:
        yield from stops(inner, later=later)
    if layout is not None:
        yield from _within(layout, later=later)


def _within(layout: QLayout, *, later: bool) -> Iterator[QWidget]:
    for part in parts_of(layout):
        if isinstance(part, QWidget):
            yield from stops(part, later=later)
        else:
            yield from _within(part, later=later)


def parts_of(layout: QLayout) -> list[QWidget | QLayout]:
    """Return what lies in a layout, in its order.

    Not by ``itemAt``: PySide keeps the object that stands for an item after Qt has deleted the
    item, takes the next thing made in the same place for it, and the program ends.
    """
    owner = layout.parentWidget()
    places: dict[int, QWidget | QLayout] = {}
    for widget in owner.findChildren(QWidget, options=_DIRECT) if owner is not None else ():
        places[layout.indexOf(widget)] = widget
    for inner in layout.children():
        if isinstance(inner, QLayout):
            places[layout.indexOf(inner)] = inner
    return [places[at] for at in sorted(places) if at >= 0]
