"""Which script a character belongs to, for the scripts whose letters have to be shaped.

Scripts are told apart by their blocks (Unicode 15, Blocks.txt), so that a text without any of
them costs one search, and no font is read for it.
"""

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple


class Script(NamedTuple):
    """A script: its tag (ISO 15924), the name of its font, and its blocks as a character class.

    An ``extra`` one is drawn where its fonts were added (``shaping.can_draw``), told by name else.
    """

    tag: str
    font: str
    blocks: str
    from_right: bool = False
    extra: bool = False

    def holds(self, char: str) -> bool:
        """Return whether a character is a letter of this script."""
        return re.match(f"[{self.blocks}]", char) is not None


SCRIPTS = (
    Script("Arab", "Arabic", "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefe",
           from_right=True),
    Script("Hebr", "Hebrew", "\u0590-\u05ff\ufb1d-\ufb4f", from_right=True),
    Script("Deva", "Devanagari", "\u0900-\u097f\ua8e0-\ua8ff"),
    Script("Beng", "Bengali", "\u0980-\u09ff"),
    Script("Guru", "Gurmukhi", "\u0a00-\u0a7f"),
    Script("Gujr", "Gujarati", "\u0a80-\u0aff"),
    Script("Orya", "Oriya", "\u0b00-\u0b7f"),
    Script("Taml", "Tamil", "\u0b80-\u0bff"),
    Script("Telu", "Telugu", "\u0c00-\u0c7f"),
    Script("Knda", "Kannada", "\u0c80-\u0cff"),
    Script("Mlym", "Malayalam", "\u0d00-\u0d7f"),
    Script("Sinh", "Sinhala", "\u0d80-\u0dff"),
    Script("Thai", "Thai", "\u0e00-\u0e7f"),
    Script("Laoo", "Lao", "\u0e80-\u0eff"),
    Script("Mymr", "Myanmar", "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f"),
    Script("Khmr", "Khmer", "\u1780-\u17ff\u19e0-\u19ff"),
    Script("Ethi", "Ethiopic", "\u1200-\u139f\u2d80-\u2ddf\uab00-\uab2f"),
    Script("Geor", "Georgian", "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f"),
    Script("Armn", "Armenian", "\u0530-\u058f\ufb13-\ufb17"),
    Script("Hani", "SC", "\u2e80-\u2fdf\u3001-\u303f\u3040-\u30ff\u31c0-\u31ff\u3400-\u4dbf"
           "\u4e00-\u9fff\uf900-\ufaff\uff01-\uff9f\U00020000-\U0003134f", extra=True),
    Script("Hang", "KR", "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff", extra=True),
)  # fmt: skip
_JAPANESE = SCRIPTS[-2]._replace(font="JP")
_KANA = re.compile("[\u3040-\u30ff]")
"""What only Japanese is written with: the signs beside it are then drawn as it draws them."""
ALL = "".join(script.blocks for script in SCRIPTS)
JOINERS = "\u200c\u200d"
_SHAPED = re.compile(f"[{ALL}]")
# Marks of one Indian script are written with the letters of another: they follow their letter.
SHARED = "\u0964\u0965"
_STRETCH = re.compile(
    "|".join(
        f"(?P<{one.tag}>[{one.blocks}][{one.blocks}{SHARED}{JOINERS}]*"
        f"(?: +[{one.blocks}][{one.blocks}{SHARED}{JOINERS}]*)*)"
        for one in SCRIPTS
    )
)


def shaped(text: str) -> bool:
    """Return whether any letter of a text belongs to one of the scripts."""
    return not text.isascii() and _SHAPED.search(text) is not None


def by_script(text: str) -> Iterator[tuple[Script | None, str]]:
    """Split a text into stretches of one script each; None for all that is in no such script."""
    end, kana = 0, _KANA.search(text) is not None
    for match in _STRETCH.finditer(text):
        if match.start() > end:
            yield None, text[end : match.start()]
        script = _by_tag()[match.lastgroup or ""]
        yield (_JAPANESE if script.tag == "Hani" and kana else script), match.group()
        end = match.end()
    if end < len(text):
        yield None, text[end:]


@functools.cache
def _by_tag() -> dict[str, Script]:
    return {script.tag: script for script in SCRIPTS}
