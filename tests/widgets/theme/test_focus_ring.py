"""Wherever the keyboard goes, a ring shows it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QListView,
    QMenuBar,
    QPushButton,
    QSpinBox,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Scheme, Theme
from secondop_desktop.widgets.theme.focus_ring import EDGE, ringed

KINDS = (QPushButton, QLineEdit, QTextEdit, QCheckBox, QComboBox, QSpinBox, QListView)


def _window(qtbot: QtBot, part: QWidget) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(12, 12, 12, 12)
    column.addWidget(QPushButton("Before"))
    column.addWidget(part)
    window.resize(320, 240)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.HIGH_CONTRAST])
@pytest.mark.parametrize("make", KINDS)
def test_the_focus_is_seen_on_every_kind_of_widget(
    look: Theme, qapp: QApplication, qtbot: QtBot, make: Callable[[], QWidget], scheme: Scheme
) -> None:
    theme.apply(qapp, scheme, 100)
    part = make()
    window = _window(qtbot, part)
    part.setFocus(Qt.FocusReason.TabFocusReason)
    seen = window.grab().toImage()
    left, middle = part.x(), part.y() + part.height() // 2
    ticked = isinstance(part, QCheckBox)
    filled = isinstance(part, QAbstractButton) and not ticked
    start = left - EDGE if ticked else left
    edge = look.tokens.on_focus if filled else look.tokens.text
    assert QColor(seen.pixel(start - 2, middle)) == QColor(look.tokens.focus)
    assert QColor(seen.pixel(start + 1, middle)) == QColor(edge)


def test_the_ring_goes_with_the_focus(look: Theme, qtbot: QtBot) -> None:
    edit, button = QLineEdit(), QPushButton("Done")
    window = _window(qtbot, edit)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(button)
    button.show()
    edit.setFocus()
    button.setFocus()
    frames = [frame for frame in window.findChildren(QFocusFrame) if frame.isVisible()]
    assert [frame.widget() for frame in frames] == [button]


def test_a_ring_outlives_the_window_it_was_in(look: Theme, qtbot: QtBot) -> None:
    gone, edit = QWidget(), QLineEdit()
    edit.setParent(gone)
    gone.show()
    gone.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    other = QLineEdit()
    window = _window(qtbot, other)
    other.setFocus()
    assert [frame.widget() for frame in window.findChildren(QFocusFrame)] == [other]


def test_a_box_and_its_inner_edit_count_as_one(look: Theme, qtbot: QtBot) -> None:
    box = QSpinBox()
    window = _window(qtbot, box)
    assert window.isVisible()
    assert ringed(box.lineEdit()) is box


def test_menus_mark_their_own_choice(look: Theme, qtbot: QtBot) -> None:
    bar = QMenuBar()
    window = _window(qtbot, bar)
    assert window.isVisible()
    assert ringed(bar) is None
