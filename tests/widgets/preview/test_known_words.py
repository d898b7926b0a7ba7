"""Words that a glossary knows, found in a text and said in plain ones."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.preview import Preview
from secondop_desktop.widgets.preview.known_words import KnownWords

WORDS = KnownWords(
    {"Stenosis": "A narrowing.", "ECG": "A tracing.", "PT": "A test.", "?": "Maybe."}
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Aortic stenosis, ? ECG next", ["stenosis", "ECG"]),
        ("the pt sat; PT 12", ["PT"]),
        ("stenosisless", []),
        ("", []),
    ],
)
def test_words_are_found_whole(text: str, found: list[str]) -> None:
    places = WORDS.find(text)
    assert [one.words for one in places] == found
    assert all(text[one.start :].startswith(one.words) for one in places)


def test_a_dotted_word_is_said_in_plain_ones(qtbot: QtBot) -> None:
    preview = Preview()
    qtbot.addWidget(preview)
    preview.explain(WORDS)
    preview.open(b"Aortic stenosis.", "text/plain", "letter.txt")
    preview.show()
    text: Any = preview.shown
    assert [one.cursor.selectedText() for one in text.extraSelections()] == ["stenosis"]
    text.mark(7, 8)
    with qtbot.waitSignal(preview.word_asked) as asked:
        QTest.keyClick(text, Qt.Key.Key_Return)
    assert asked.args is not None
    assert (asked.args[0].words, asked.args[0].meaning) == ("stenosis", "A narrowing.")
