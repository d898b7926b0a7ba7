"""The icon set is whole, drawn with one stroke, and follows the colours."""

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QColor, QIcon, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from secondop_desktop.paths import resource
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import DARK, LIGHT, Scheme, Theme, icons
from secondop_desktop.widgets.theme.tone import Tone
from tests.architecture.house import committed

NAMES = [
    "home",
    "timeline",
    "diagnosis",
    "symptom",
    "medicine",
    "allergy",
    "record",
    "result",
    "case",
    "appointment",
    "question",
    "task",
    "opinion",
    "compare",
    "option",
    "decision",
    "told",
    "letter",
    "cost",
    "person",
    "provider",
    "search",
    "pdf",
    "import",
    "export",
    "bin",
    "safe-copy",
    "settings",
    "help",
    "add",
    "edit",
    "undo",
    "redo",
    "close",
    "check",
    "warning",
    "info",
    "error",
    "arrow-right",
    "arrow-left",
    "arrow-up",
    "arrow-down",
    "chevron-right",
    "chevron-down",
    "calendar",
    "clock",
    "print",
    "attach",
    "open",
    "eye",
    "same",
    "partly",
    "different",
    "not-discussed",
    "unclear",
    "zoom-in",
    "zoom-out",
    "more",
    "phone",
    "draft",
    "case-closed",
    "link",
    "success",
    "circle",
]
FILES = sorted(path.stem for path in resource("icons").glob("*.svg"))


def test_every_icon_is_worn_somewhere() -> None:
    program = "".join(room.read_text("utf-8") for room in committed("secondop_desktop/*.py"))
    assert [name for name in FILES if f'"{name}"' not in program] == []


def test_no_icon_is_missing() -> None:
    assert set(NAMES) - set(FILES) == set()
    assert {tone.icon for tone in Tone if tone.icon} <= set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_every_icon_keeps_to_the_house_style(name: str, qapp: QApplication) -> None:
    text = resource("icons", f"{name}.svg").read_text("utf-8")
    assert 'viewBox="0 0 24 24"' in text
    assert re.findall(r'stroke-width="([^"]+)"', text) == ["2"]
    assert not re.search(r"#[0-9A-Fa-f]{3,6}|<style|<image|href", text)
    assert QSvgRenderer(text.replace("currentColor", "#000000").encode()).isValid()


@pytest.mark.parametrize("name", FILES)
def test_every_icon_stays_inside_its_square(name: str, look: Theme) -> None:
    image = icons.pixmap(name, side=96).toImage()
    edge = [image.pixelColor(x, y).alpha() for x in (0, 95) for y in range(96)]
    edge += [image.pixelColor(x, y).alpha() for y in (0, 95) for x in range(96)]
    assert max(edge) == 0
    assert _inks(image) == {LIGHT.text}


def test_icons_are_sharp_at_any_scale(look: Theme) -> None:
    picture = icons.pixmap("home", side=24, scale=2.0)
    assert picture.size() == QSize(48, 48)
    assert picture.deviceIndependentSize().width() == 24


def test_a_worn_icon_follows_colours_and_text_size(
    look: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    button = QPushButton("Add")
    qtbot.addWidget(button)
    icons.wear(button, "add")
    before = button.iconSize().height()
    assert _inks(_worn(button.icon())) == {LIGHT.text}
    theme.apply(qapp, Scheme.DARK, 200)
    assert _inks(_worn(button.icon())) == {DARK.text}
    assert button.iconSize().height() > 1.5 * before


def test_on_the_yellow_of_the_focus_an_icon_is_dark(
    look: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply(qapp, Scheme.DARK, 100)
    button = QPushButton("Add")
    qtbot.addWidget(button)
    icons.wear(button, "add")
    assert _inks(_worn(button.icon(), QIcon.Mode.Active)) == {DARK.on_focus}


def test_another_icon_takes_the_place_of_the_first(look: Theme, qtbot: QtBot) -> None:
    action = QAction("Undo")
    icons.wear(action, "undo")
    first = _worn(action.icon())
    icons.wear(action, "redo")
    assert _worn(action.icon()) != first
    assert len(action.children()) == 1


def test_an_icon_is_drawn_once(look: Theme) -> None:
    assert icons.pixmap("bin").cacheKey() == icons.pixmap("bin").cacheKey()


def test_an_unknown_icon_is_our_fault(look: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        icons.pixmap("no-such-icon")


def _worn(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    return icon.pixmap(QSize(48, 48), mode).toImage()


def _inks(image: QImage) -> set[str]:
    size = image.size()
    spots = ((x, y) for x in range(size.width()) for y in range(size.height()))
    colours = (image.pixelColor(x, y) for x, y in spots)
    return {QColor(colour.rgb()).name().upper() for colour in colours if colour.alpha() == 255}
