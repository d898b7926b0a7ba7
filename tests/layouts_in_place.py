"""A layout is put in place before it is filled: one that is filled already fails the test.

PySide's ``addLayout`` walks through what an inner layout holds and makes a Python object for each
item. Qt deletes an item with its widget, unheard: the object stays, "valid", at an address where
something else is made next, and PySide then takes the one for the other; the process ends, once
in many runs, far from where it was caused. A layout that is empty when it comes has no such
objects, nor gets them from what is added to it later.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

import pytest
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QLayoutItem
from shiboken6 import Shiboken

from secondop_desktop.widgets.layout.flow_row import Flow

_PLACING: Final = (
    (QBoxLayout, ("addLayout", "insertLayout", "addItem", "insertItem")),
    (QGridLayout, ("addLayout", "addItem")),
)
"""What puts a layout into another, by the class it is a method of."""


def watch(patch: pytest.MonkeyPatch) -> None:
    """Let each of these fail where the inner layout has items already."""
    for kind, names in _PLACING:
        for name in names:
            patch.setattr(kind, name, _only_empty(getattr(kind, name)))


def _only_empty(place: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(place)
    def placed(*given: Any, **named: Any) -> Any:
        for inner in (*given[1:], *named.values()):
            if isinstance(inner, QLayout) and inner.count():
                said = f"{place.__name__}: {inner!r} holds {inner.count()} items already"
                raise AssertionError(f"{said}; put it in place first, then fill it")
        return place(*given, **named)

    return placed


def stray_items() -> list[QLayoutItem]:
    """Return the items of layouts that Python knows of, except those that a living row holds."""
    known = Shiboken.getAllValidWrappers()
    items = [one for one in known if isinstance(one, QLayoutItem) and not isinstance(one, QLayout)]
    rows = [one for one in known if isinstance(one, Flow)] if items else []
    held = {id(row.itemAt(at)) for row in rows for at in range(row.count())}
    return [item for item in items if id(item) not in held]
