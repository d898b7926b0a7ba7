"""Tick boxes, lists and number boxes can be seen and hit in every scheme."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QMenu,
    QRadioButton,
    QScrollBar,
    QSpinBox,
    QStyle,
    QStyleFactory,
    QStyleOption,
    QStyleOptionSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.button import IconButton
from secondop_desktop.widgets.preview.scroller import Scroller
from secondop_desktop.widgets.theme import Scheme, Theme, style
from secondop_desktop.widgets.theme.contrast import ratio

DRAWN = [Scheme.LIGHT, Scheme.DARK, Scheme.HIGH_CONTRAST]


def _picture(qtbot: QtBot, part: QWidget) -> QImage:
    holder = QWidget()
    qtbot.addWidget(holder)
    part.setParent(holder)
    part.resize(part.sizeHint())
    holder.resize(part.size())
    return holder.grab().toImage()


def _colours(image: QImage) -> set[str]:
    size = image.size()
    spots = ((x, y) for x in range(size.width()) for y in range(size.height()))
    return {QColor(image.pixel(x, y)).name().upper() for x, y in spots}


@pytest.mark.parametrize("scheme", DRAWN)
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton, QComboBox, QSpinBox, QLineEdit])
def test_the_outline_stands_out_from_the_ground(
    look: Theme, qapp: QApplication, qtbot: QtBot, scheme: Scheme, kind: type[QWidget]
) -> None:
    theme.apply(qapp, scheme, 100)
    assert look.tokens.edge.upper() in _colours(_picture(qtbot, kind()))
    assert ratio(look.tokens.edge, look.tokens.background) >= 3
    assert ratio(look.tokens.edge, look.tokens.surface) >= 3


@pytest.mark.parametrize("scheme", DRAWN)
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_what_is_chosen_is_filled(
    look: Theme, qapp: QApplication, qtbot: QtBot, scheme: Scheme, kind: type[QCheckBox]
) -> None:
    theme.apply(qapp, scheme, 100)
    off, on = kind(), kind()
    on.setChecked(True)
    assert look.tokens.primary.upper() not in _colours(_picture(qtbot, off))
    assert look.tokens.primary.upper() in _colours(_picture(qtbot, on))


def test_a_half_ticked_box_differs_from_both(look: Theme, qtbot: QtBot) -> None:
    pictures = []
    for state in Qt.CheckState:
        box = QCheckBox(tristate=True)
        box.setCheckState(state)
        pictures.append(_picture(qtbot, box))
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


@pytest.mark.parametrize("percent", [100, 200])
def test_the_arrows_of_a_number_box_are_large_enough(
    look: Theme, qapp: QApplication, qtbot: QtBot, percent: int
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    box = QSpinBox()
    qtbot.addWidget(box)
    box.resize(240, box.sizeHint().height())
    option = QStyleOptionSpinBox()
    box.initStyleOption(option)
    kind = QStyle.ComplexControl.CC_SpinBox
    for part in (QStyle.SubControl.SC_SpinBoxUp, QStyle.SubControl.SC_SpinBoxDown):
        area = box.style().subControlRect(kind, option, part, box)
        assert min(area.width(), area.height()) >= 24


def test_what_cannot_be_used_looks_so_without_a_sheet(
    look: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply(qapp, Scheme.HIGH_CONTRAST, 100)
    usable, not_usable = QLineEdit("x"), QLineEdit("x")
    not_usable.setEnabled(False)
    assert _picture(qtbot, usable) != _picture(qtbot, not_usable)


@pytest.mark.parametrize("percent", [100, 200])
def test_the_lists_that_drop_down_have_room(
    look: Theme, qapp: QApplication, qtbot: QtBot, percent: int
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems(["Same", "Different"])
    box.ensurePolished()
    assert box.view().sizeHintForRow(0) >= look.line_height() + 12


def test_a_list_without_room_ends_in_an_ellipsis(look: Theme, qtbot: QtBot) -> None:
    pictures = []
    for name in ("Margaret Evans-Llewellyn", "Margaret Evans-Pritchard"):
        box = QComboBox()
        box.addItem(name)
        box.resize(150, box.sizeHint().height())
        pictures.append(_grown(qtbot, box))
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("scheme", DRAWN)
def test_a_ticked_action_shows_its_tick(
    look: Theme, qapp: QApplication, qtbot: QtBot, scheme: Scheme
) -> None:
    theme.apply(qapp, scheme, 100)
    pictures = []
    for ticked in (False, True):
        menu = QMenu()
        qtbot.addWidget(menu)
        action = menu.addAction("Show private notes")
        action.setCheckable(True)
        action.setChecked(ticked)
        pictures.append(menu.grab().toImage())
    assert pictures[0] != pictures[1]


def test_the_handle_of_a_scroll_bar_can_be_seen_without_a_sheet(
    look: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply(qapp, Scheme.HIGH_CONTRAST, 100)
    bar = QScrollBar(Qt.Orientation.Vertical)
    bar.setMaximum(100)
    bar.setPageStep(100)
    bar.resize(16, 300)
    assert look.tokens.edge in _colours(_grown(qtbot, bar))


@pytest.mark.parametrize("scheme", DRAWN)
def test_the_current_item_of_a_plain_list_is_edged(
    look: Theme, qapp: QApplication, qtbot: QtBot, scheme: Scheme
) -> None:
    theme.apply(qapp, scheme, 100)
    plain = QListWidget()
    qtbot.addWidget(plain)
    plain.addItems(["One", "Two"])
    plain.setCurrentRow(1)
    plain.show()
    plain.activateWindow()
    plain.setFocus()
    qtbot.waitUntil(plain.hasFocus)
    area = plain.visualItemRect(plain.item(1))
    seen = plain.viewport().grab().toImage()
    assert seen.pixelColor(area.left() + 40, area.top() + 1) == QColor(look.tokens.text)


def _grown(qtbot: QtBot, part: QWidget) -> QImage:
    qtbot.addWidget(part)
    part.show()
    return part.grab().toImage()


def test_a_button_with_a_menu_has_one_arrow_at_most(
    look: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply(qapp, Scheme.HIGH_CONTRAST, 200)
    plain, opening = IconButton("More", "more"), IconButton("More", "more")
    opening.setMenu(QMenu(opening))
    assert plain.sizeHint() == opening.sizeHint()
    assert _picture(qtbot, plain) == _picture(qtbot, opening)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_nothing_stands_in_the_corner_between_two_scroll_bars(
    qapp: QApplication, look: Theme, qtbot: QtBot, scheme: Scheme
) -> None:
    theme.apply(qapp, scheme, 100)
    holder = QWidget()
    qtbot.addWidget(holder)
    area = Scroller(holder)
    content = QWidget()
    content.resize(900, 900)
    area.setWidget(content)
    area.resize(200, 200)
    holder.resize(200, 200)
    holder.show()
    qtbot.waitUntil(lambda: area.viewport().height() < 200)
    across, down = area.horizontalScrollBar(), area.verticalScrollBar()
    side = down.width()
    corner = holder.grab().toImage().copy(across.width(), down.height(), side, side)
    assert len(_colours(corner)) == 1


@pytest.mark.parametrize("make", [QComboBox, QListWidget, QMenu, QScrollBar, QLineEdit, QWidget])
def test_what_it_knows_by_heart_is_what_its_ground_says(
    qtbot: QtBot, look: Theme, make: type[QWidget]
) -> None:
    part = make()
    qtbot.addWidget(part)
    ground, option = QStyleFactory.create("Fusion"), QStyleOption()
    option.initFrom(part)
    for hint in style.ALIKE:
        assert part.style().styleHint(hint, option, part) == ground.styleHint(hint, option, part)
