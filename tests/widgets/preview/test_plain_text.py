"""Text is shown as it was written, and nothing in it is fetched."""

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.preview.plain_text import PlainText
from secondop_desktop.widgets.theme import Theme


def test_markup_stays_as_it_is_written(look: Theme, qtbot: QtBot) -> None:
    view = PlainText()
    qtbot.addWidget(view)
    view.show_text("<b>bold</b> <img src='file:///etc/hostname'>")
    assert view.toPlainText().startswith("<b>bold</b>")
    assert view.loadResource(2, QUrl("file:///etc/hostname")) is None


@pytest.mark.parametrize("text", ["line\n" * 60_000, "word " * 500_000])
def test_a_very_long_text_says_that_it_goes_on(look: Theme, qtbot: QtBot, text: str) -> None:
    view = PlainText()
    qtbot.addWidget(view)
    view.show_text(text)
    assert view.toPlainText().endswith("The rest is too long to be shown here.")
    assert view.document().characterCount() < 2_010_000
    assert view.blockCount() < 50_100
