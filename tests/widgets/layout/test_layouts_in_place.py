"""A layout is filled where it stands, and a test that fills one before fails."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from secondop_desktop.widgets.layout.flow_row import Flow
from tests.layouts_in_place import stray_items

Place = Callable[[QWidget, Any], None]
PLACES: dict[str, Place] = {
    "a column": lambda window, inner: QVBoxLayout(window).addLayout(inner),
    "at a place": lambda window, inner: QHBoxLayout(window).insertLayout(0, inner),
    "as an item": lambda window, inner: QVBoxLayout(window).addItem(inner),
    "a grid": lambda window, inner: QGridLayout(window).addLayout(inner, 0, 0),
}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("kind", [QHBoxLayout, Flow])
def test_only_an_empty_layout_is_put_into_another(
    qtbot: QtBot, place: Place, kind: type[Any]
) -> None:
    window, inner = QWidget(), kind()
    qtbot.addWidget(window)
    place(window, inner)
    inner.addWidget(QLabel("Added where it stands"))
    other, filled = QWidget(), kind()
    qtbot.addWidget(other)
    part = QLabel("Added before")
    qtbot.addWidget(part)
    filled.addWidget(part)
    with pytest.raises(AssertionError, match="holds 1 items already"):
        place(other, filled)
    assert stray_items() == []


def test_an_item_that_python_knows_of_is_found(qtbot: QtBot) -> None:
    """Reach past the watch, to see that what it keeps away is real in this version of PySide."""
    window, inner, part = QWidget(), QHBoxLayout(), QLabel("Stays to the end")
    qtbot.addWidget(window)
    inner.addWidget(part)
    QBoxLayout.addLayout.__wrapped__(QVBoxLayout(window), inner)  # type: ignore[attr-defined]
    assert len(stray_items()) == 1
    Shiboken.delete(window)
    assert stray_items() == []
