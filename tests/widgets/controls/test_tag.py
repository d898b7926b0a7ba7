"""A tag shows a word, with an icon where the tone has one, and fits them."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls import tag
from secondop_desktop.widgets.controls.tag import Status, Tag
from secondop_desktop.widgets.theme import Scheme, Theme
from secondop_desktop.widgets.theme.tone import Tone


def test_a_tag_grows_with_its_word_and_the_text(
    look: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    shown = Tag(Status("Same", Tone.SUCCESS, "same"))
    qtbot.addWidget(shown)
    short = shown.width()
    shown.set_status(Status("Not discussed", Tone.PLAIN, "not-discussed"))
    assert shown.width() > short
    width = shown.width()
    theme.apply(qapp, Scheme.LIGHT, 200)
    assert shown.width() > 1.7 * width
    assert shown.size() == tag.size(shown.status)


def test_no_meaning_by_colour_alone() -> None:
    assert Status("Late", Tone.ERROR).symbol == "error"
    assert Status("Draft").symbol == ""
    assert Status("Draft", icon="draft").symbol == "draft"


@pytest.mark.parametrize("tone", list(Tone))
def test_a_tag_is_drawn_in_its_tone(look: Theme, qtbot: QtBot, tone: Tone) -> None:
    shown = Tag(Status("Word", tone))
    qtbot.addWidget(shown)
    seen = shown.grab().toImage().pixelColor(3, shown.height() // 2).name().upper()
    assert seen == getattr(look.tokens, tone.tint)


def test_the_word_is_there_for_screen_readers(look: Theme, qtbot: QtBot) -> None:
    shown = Tag(Status("Late", Tone.ERROR))
    qtbot.addWidget(shown)
    assert shown.text() == "Late"
