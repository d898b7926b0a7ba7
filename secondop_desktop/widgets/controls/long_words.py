"""Where a line may end: inside words wider than their column, and never before a dot between."""

import re
from typing import Final

from PySide6.QtGui import QFont, QFontMetrics

_WORD: Final = re.compile(r"\S+")
_BETWEEN: Final = re.compile("(?<=[0-9A-Za-z\u00c0-\u052f])(?=[0-9A-Za-z\u00c0-\u052f])")
"""Places inside a word of letters that do not join: others would look torn."""
_HERE: Final = "\u200b"  # nothing is seen of it, but a line may end there


_LEAST: Final = 28  # letters; few words of medicine are as long
_LONG: Final = re.compile(rf"[^\W_]{{{_LEAST},}}")
_SUM: Final = re.compile(r"[0-9A-Fa-f]+")
_DOT, _HELD_DOT = " · ", "\u00a0· "


def held(text: str) -> str:
    """Return a text of the same length in which no line begins with the dot between two parts."""
    return text.replace(_DOT, _HELD_DOT)


def breakable(text: str) -> str:
    """Return a text whose very long words can be broken, where no width is known yet.

    A check sum stays as it is: it is there to be copied.
    """
    text = held(text)
    if len(text) < _LEAST:
        return text
    return _LONG.sub(lambda m: m[0] if _SUM.fullmatch(m[0]) else _BETWEEN.sub(_HERE, m[0]), text)


def whole(text: str) -> str:
    """Return the text that such a one was made of."""
    return text.replace(_HERE, "").replace(_HELD_DOT, _DOT)


def parted(text: str, font: QFont, width: int) -> str:
    """Return a text whose words can be broken wherever they are wider than a width in pixels."""
    metrics = QFontMetrics(font)
    sure = width // max(1, metrics.horizontalAdvance("W"))

    def fitting(found: re.Match[str]) -> str:
        word = found.group()
        if len(word) <= sure or metrics.horizontalAdvance(word) <= width:
            return word
        return _BETWEEN.sub(_HERE, word)

    return _WORD.sub(fitting, held(text)) if len(text) > sure else text
