"""Text brought to the plainest spelling of its words, in the index and in what is typed alike.

Two spellings of one word become the same: accents, ligatures, full width, letters with a stroke,
numbers high or low beside others, words broken at the end of a line.
"""

import re
import unicodedata

from secondop_desktop.patterns import pattern

_SPELLED = {
    **{"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O"},
    **{"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH"},
    **{"ħ": "h", "Ħ": "H", "ŧ": "t", "Ŧ": "T", "ŋ": "n", "Ŋ": "N", "ı": "i", "ſ": "s", "ς": "σ"},
    **{"ƒ": "f", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ə": "e", "Ə": "E"},
    **dict.fromkeys("‐‑‒–—―−﹣－⁻₋", "-"),
    **dict.fromkeys("’‘‛ʼʻ′`´＇ˈ", "'"),
}
"""What Unicode does not take apart by itself."""

_MARKS = pattern(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u0640\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]"
)
"""Accents and points above or below a letter, and what is there but not seen."""

_UNSPACED = pattern(
    "[\u2e80-\u2fdf\u3005-\u3007\u3041-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
    "\u0e01-\u0e2e\u0e81-\u0eb0\u1000-\u102a\u1780-\u17b3]"
)
"""Letters of scripts that put no space between words, and of Korean, whose words take endings."""

_BROKEN = pattern(
    "(?<=[^\\W\\d_])(?:[\ufffe\x02]\\s*|[-\u00ad\u2010][ \\t]*\\r?\\n[ \\t]*)(?=[^\\W\\d_])"
)
"""A word broken at the end of a line; PDFium gives U+FFFE for the hyphen and the end."""

_POWER = pattern(r"(?<![^\W_])[xX×]? ?10(?:\^|\*\*?|[eE]\+?)(?=\d)|(?<![^\W_])[xX×](?=10[⁰-⁹²³¹])")
_FRACTION = pattern("[¼-¾⅐-⅞]")
_MICRO = pattern("(?<![\u0370-\u03ff])μ(?![\u0370-\u03ff])")


class _Letters(dict[int, str]):
    """How each letter is spelled, learned when it first occurs."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        digit = unicodedata.decimal(char, None)
        self[code] = _SPELLED.get(char) or (char if digit is None else str(digit))
        return self[code]


_LETTERS = _Letters()


def plain(text: str) -> str:
    """Return a text in its plainest spelling; capitals stay, as the index does not see them."""
    text = _BROKEN.sub(_joined, text) if _may_break(text) else text
    if not text.isascii():
        text = _POWER.sub(_ten, _FRACTION.sub(r" \g<0>", text))
        text = unicodedata.normalize("NFKD", text)
        text = unicodedata.normalize("NFC", _MARKS.sub("", text).translate(_LETTERS))
        text = _MICRO.sub("u", text)
    return _POWER.sub(_ten, text) if "10" in text else text


def apart(text: str) -> str:
    """Set letters of Chinese, Japanese, Korean or Thai apart, so that parts of words are found."""
    return text if text.isascii() else _UNSPACED.sub(r" \g<0> ", text)


def _ten(power: re.Match[str]) -> str:
    return " 10" if "10" in power[0] else " "


def _may_break(text: str) -> bool:
    return "-" in text or not text.isascii()


def _joined(broken: re.Match[str]) -> str:
    """Join with the next line's letter where it is small; a capital begins a word of its own."""
    follows = broken.string[broken.end()]
    return "-" if follows.isupper() and not broken.string[broken.start() - 1].isupper() else ""


def broken_parts(text: str) -> list[str]:
    """Return the words broken at ends of lines, as two: "follow-up" may be meant."""
    if not _may_break(text):
        return []
    found = _BROKEN.finditer(text)
    return [f"{_before(text, one.start())} {_after(text, one.end())}" for one in found]


def _before(text: str, end: int) -> str:
    return re.split(r"[\W_]", text[max(end - 40, 0) : end])[-1]


def _after(text: str, start: int) -> str:
    return re.split(r"[\W_]", text[start : start + 40], maxsplit=1)[0]
