"""Walks a window as a screen reader and a keyboard would, and names what it finds wanting."""

from collections.abc import Iterator
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

LEAST_TARGET = 24
Kind = TypeVar("Kind", bound=QWidget)
_ROLELESS = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Border)


def unnamed(widget: QWidget) -> list[str]:
    """Return what each focusable visible widget in this one lacks: name, role, description.

    A placeholder does not count as a name. A widget with the property ``wrong`` must say
    in its description what is wrong.
    """
    return [f"{_path(part)}: {lack}" for part in focusable(widget) for lack in _lacks(part)]


def small(widget: QWidget) -> list[str]:
    """Return the focusable visible widgets in this one less than 24 pixels wide or tall."""
    return [
        f"{_path(part)}: {part.width()}×{part.height()}"
        for part in focusable(widget)
        if min(part.width(), part.height()) < LEAST_TARGET
    ]


def cut_off(widget: QWidget) -> list[str]:
    """Return the visible texts in this widget that do not fit, and what hangs over the side."""
    found = [f"{_path(part)}: text cut off" for part in _texts(widget) if not _fits(part)]
    found += [f"{_path(part)}: words left out" for part in _of(widget, QWidget) if _shortened(part)]
    for area in _of(widget, QScrollArea):
        inner = area.widget()
        if inner is not None and inner.width() > area.viewport().width():
            found.append(f"{_path(inner)}: {inner.width()} in {area.viewport().width()} pixels")
    return found


def focusable(widget: QWidget) -> list[QWidget]:
    """Return the widgets in this one that the keyboard can reach, itself among them."""
    return [part for part in _of(widget, QWidget) if _reachable(part)]


def _of(widget: QWidget, kind: type[Kind]) -> Iterator[Kind]:
    parts = [widget, *widget.findChildren(QWidget)]
    return (part for part in parts if isinstance(part, kind) and part.isVisible())


def _reachable(part: QWidget) -> bool:
    inner = isinstance(part.parentWidget(), QComboBox | QAbstractSpinBox)
    takes = part.focusPolicy() is not Qt.FocusPolicy.NoFocus
    return takes and part.isEnabled() and not inner and part.focusProxy() is None


def _lacks(part: QWidget) -> Iterator[str]:
    seen = QAccessible.queryAccessibleInterface(part)
    if seen.role() in _ROLELESS:
        yield "no role"
    name = seen.text(QAccessible.Text.Name).strip()
    if not name or (isinstance(part, QComboBox) and not _told(part)):
        yield "no name"
    elif name == _placeholder(part) and not _told(part):
        yield "only a placeholder"
    if part.property("wrong") and not part.accessibleDescription().strip():
        yield "wrong without saying why"


def _told(part: QWidget) -> bool:
    """Say whether someone named the widget; Qt names a list after what is chosen in it."""
    labels = (label for label in _of(part.window(), QLabel) if label.buddy() is part)
    return bool(part.accessibleName().strip()) or any(label.text().strip() for label in labels)


def _placeholder(part: QWidget) -> str:
    said = getattr(part, "placeholderText", None)
    return str(said()).strip() if callable(said) else ""


def _texts(widget: QWidget) -> Iterator[QWidget]:
    for part in _of(widget, QWidget):
        shown = isinstance(part, QLabel | QAbstractButton) and bool(part.text())
        shown = shown or (isinstance(part, QComboBox) and part.hasHeightForWidth())
        if shown and not isinstance(part.parentWidget(), QTabBar):
            yield part


def _fits(part: QWidget) -> bool:
    if part.hasHeightForWidth():
        return part.height() >= part.heightForWidth(part.width())
    wanted = part.sizeHint()
    return part.width() >= wanted.width() and part.height() >= wanted.height()


def _shortened(part: QWidget) -> bool:
    """Tell whether a button, list box or heading of a column shows only the start of its words."""
    if isinstance(part, QAbstractButton):
        text, name = part.text(), part.accessibleName()
        shown = text.removesuffix("…")
        # “Remind me…” of one thing among others is called so and more, not less.
        told_apart = name.startswith((f"{shown}:", text))
        return shown != text and not told_apart and name.startswith(shown)
    if isinstance(part, QComboBox) and not part.hasHeightForWidth():
        return part.fontMetrics().horizontalAdvance(part.currentText()) > _room_in(part)
    if isinstance(part, QHeaderView) and part.orientation() is Qt.Orientation.Horizontal:
        return any(map(partial(_heading_shortened, part), range(part.count())))
    return False


def _heading_shortened(heads: QHeaderView, at: int) -> bool:
    if heads.isSectionHidden(at):
        return False
    words = str(heads.model().headerData(at, heads.orientation()) or "").split()
    # Headings wrap, so it is their longest word that must find room.
    widest = max(map(heads.fontMetrics().horizontalAdvance, words), default=0)
    return widest > heads.sectionSize(at)


def _room_in(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    kind = QStyle.ComplexControl.CC_ComboBox
    return box.style().subControlRect(kind, option, field, box).width()


def _path(part: QWidget) -> str:
    names: list[str] = []
    at: QWidget | None = part
    while at is not None and len(names) < 4:
        if not isinstance(at, QAbstractScrollArea):
            names.append(at.objectName() or type(at).__name__)
        at = at.parentWidget()
    said = part.accessibleName() or (part.text() if isinstance(part, QLabel) else "")
    return " in ".join(names) + (f" “{said}”" if said else "")
