"""Words that are wider than their column: broken inside, as a name cut short is another name."""

import re
from typing import Final

from PySide6.QtGui import QFont, QFontMetrics

_WORD: Final = re.compile(r"\S+")
_BETWEEN: Final = re.compile("(?<=[0-9A-Za-z\u00c0-\u052f])(?=[0-9A-Za-z\u00c0-\u052f])")
"""Places inside a word of letters that do not join: others would look torn."""
_HERE: Final = "\u200b"  # nothing is seen of it, but a line may end there


def parted(text: str, font: QFont, width: int) -> str:
    """Return a text whose words can be broken wherever they are wider than a width in pixels."""
    metrics = QFontMetrics(font)
    sure = width // max(1, metrics.horizontalAdvance("W"))

    def fitting(found: re.Match[str]) -> str:
        word = found.group()
        if len(word) <= sure or metrics.horizontalAdvance(word) <= width:
            return word
        return _BETWEEN.sub(_HERE, word)

    return _WORD.sub(fitting, text) if len(text) > sure else text
