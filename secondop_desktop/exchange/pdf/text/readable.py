"""Text as it can be printed: harmless characters only, and a name for what no font can show."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from secondop_desktop.exchange.pdf.text.fonts import nowhere
from secondop_desktop.exchange.pdf.text.scripts import ALL, Script, by_script, shaped
from secondop_desktop.lang import _

_SAME_SIGN = {"☐": "□", "☑": "✓", "✔": "✓", "✅": "✓", "☒": "✗", "✘": "✗", "❌": "✗"}
_LINE_ENDS = dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n")
_SPACES = dict.fromkeys(
    "\t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000", " "
)
_FIXED_SPACES = dict.fromkeys("\u2007\u202f", "\u00a0")
_TABLE = str.maketrans({**_SAME_SIGN, **_LINE_ENDS, **_SPACES, **_FIXED_SPACES})
# Controls, bidi and joining controls, soft hyphens, tags, variation selectors, skin tones.
# The two that part or join letters stay behind a letter of a script that is written so.
_SILENT = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufffb\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
    f"|(?<![{ALL}])[\u200c\u200d]"
)

_ANY_WORD = re.compile("[^ ]+")
_WHOLE = re.compile(".+")


@dataclass(slots=True)
class Missing:
    """The characters of one document that no font could show, each with how often."""

    characters: Counter[str] = field(default_factory=Counter)

    @property
    def count(self) -> int:
        """Return how many characters were printed by name instead of as themselves."""
        return self.characters.total()


def missing_said() -> str:
    """Say that letters are printed by name, and which fonts would draw those that have some."""
    from secondop_desktop.exchange.pdf.text.added_fonts import are_all_added

    said = _("Some characters cannot be printed, so their names are shown instead.")
    if are_all_added():
        return said
    fonts = _(
        "To print Chinese, Japanese or Korean, install the fonts Noto Sans SC, Noto Sans JP or "
        "Noto Sans KR on this computer."
    )
    return f"{said} {fonts}"


def harmless(text: str) -> str:
    """Return the text composed (NFC), with plain spaces and line ends, and nothing invisible."""
    if text.isascii() and text.isprintable():
        return text
    whole = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
    return unicodedata.normalize("NFC", _SILENT.sub("", whole))


def readable(text: str, missing: Missing) -> str:
    """Return the harmless text with a name in square brackets for what no font can show."""
    text = harmless(text)
    if text.isascii():
        return text

    def named(match: re.Match[str]) -> str:
        missing.characters.update(match.group().replace(" ", ""))
        return _names(match.group())

    if not shaped(text):
        return nowhere().sub(named, text)
    return "".join(
        _drawn(script, part, named) if script else nowhere().sub(named, part)
        for script, part in by_script(text)
    )


def _drawn(script: Script, text: str, named: Callable[[re.Match[str]], str]) -> str:
    """Return a text of one script with a name for what its font has not."""
    from secondop_desktop.exchange.pdf.text.shaping import can_draw, lacking, script_face

    if not can_draw(script):
        return _WHOLE.sub(named, text)
    face, unknown = script_face(script, False), lacking(script)

    def shown(match: re.Match[str]) -> str:
        word = match.group()
        if unknown.search(word):
            return unknown.sub(named, word)
        return word if face.draws(word) else named(match)

    return _ANY_WORD.sub(shown, text)


def _names(stretch: str) -> str:
    """Return ``[text in Arabic]`` once for a whole phrase, ``[grinning face]`` for each sign."""
    names: list[str] = []
    for char in stretch.replace(" ", ""):
        name = _name(char)
        if not names or names[-1] != name or _is_sign(char):
            names.append(name)
    return " ".join(names)


def _name(char: str) -> str:
    if _is_sign(char):
        said = unicodedata.name(char, f"U+{ord(char):04X}")
        return f"[{said if said.startswith('U+') else said.lower()}]"
    script = unicodedata.name(char, "").partition(" ")[0].title()
    if not script:
        return _("[unknown character]")
    return _("[text in {script}]").format(script=_("Chinese") if script == "Cjk" else script)


def _is_sign(char: str) -> bool:
    return unicodedata.category(char)[0] in "SPNZ"
