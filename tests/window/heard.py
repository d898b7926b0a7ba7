"""What a screen reader is told of a window, walked through the accessibility interface itself."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QComboBox, QWidget

Role, Part = QAccessible.Role, QAccessible.Text
_WHOLE: Final = frozenset({Role.Table, Role.Tree, Role.List})
"""What has its rows for itself: its name is heard, and its rows by their own tests."""
_ROLELESS: Final = frozenset({Role.NoRole, Role.Client, Role.Border, Role.Window})
_DEEPEST: Final = 40
_MARKS: Final = frozenset({"•", "·", "–", "…", "*"})


def walk(of: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """Yield what is not hidden, parents first; lists and tables without their rows."""
    yield of
    count = 0 if of.role() in _WHOLE or depth > _DEEPEST else of.childCount()
    for child in filter(None, map(of.child, range(count))):
        if not child.state().invisible:
            yield from walk(child, depth + 1)


def heard(widget: QWidget) -> list[QAccessibleInterface]:
    """Return all that a screen reader finds in a widget, itself first."""
    return list(walk(QAccessible.queryAccessibleInterface(widget)))


def faults(widget: QWidget) -> list[str]:
    """Return what says nothing, or not enough, each by its role and name."""
    found = [fault for one in heard(widget)[1:] for fault in _faults(one)]
    if widget.isWindow() and not widget.windowTitle().strip():
        found.append("a window without a title")
    return found


def _faults(one: QAccessibleInterface) -> Iterator[str]:
    name, role = one.text(Part.Name).strip(), one.role()
    said = f"{role.name} “{name}” {type(one.object()).__name__}"
    if name in _MARKS:
        yield f"only a mark: {said}"
    if role is Role.Heading and not name:
        yield f"a heading without words: {said}"
    if one.state().focusable and not one.state().disabled:
        yield from _reached(one, name, said)


def _reached(one: QAccessibleInterface, name: str, said: str) -> Iterator[str]:
    """Yield what is missing of something that the keyboard reaches."""
    if not name:
        yield f"no name: {said}"
    if one.role() in _ROLELESS:
        yield f"no role: {said}"
    box = one.object()
    if isinstance(box, QComboBox) and box.currentText() and name == box.currentText():
        yield f"named by its answer alone: {said}"
    what, _of, whose = name.casefold().partition(" of ")
    if what in whose.split():
        yield f"says a thing twice: {said}"
