"""What follows a text that is cut begins behind the dots that say so."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.features.opinions.page.pressable_text import Words
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Scheme, Space, Text, Theme

ENDS = "Watch it.\nScan it.\nWait.\nThen talk again.\nOr ring.\nOr write."


@pytest.mark.parametrize("percent", [100, 200])
def test_what_follows_a_cut_text_keeps_off_its_dots(
    look: Theme, qapp: QApplication, qtbot: QtBot, percent: int
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    words = Words("Nothing yet")
    qtbot.addWidget(words)
    metrics = QFontMetrics(look.font(Text.BODY))
    words.say(ENDS)
    assert words.more(1200)
    shown = Space.SMALL + metrics.horizontalAdvance("Wait.")
    assert words.end(1200)[0] >= shown + metrics.horizontalAdvance("…")
    words.set_whole(True)
    assert not words.more(1200)
