"""The two families of the paper, and which face can show a character.

Atkinson Hyperlegible carries the text; Inter lends the glyphs it lacks (arrows, ticks, Greek,
Cyrillic, ``ŵ``); scripts whose letters are shaped have faces of their own (``shaping``). All
are embedded as subsets; none of the standard 14 fonts is ever used, because those drop characters
silently and cannot be embedded.
"""

import functools
import re
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from secondop_desktop.exchange.pdf.text.faces import Face
from secondop_desktop.exchange.pdf.text.scripts import JOINERS, by_script, shaped
from secondop_desktop.exchange.pdf.text.ties import TIE

BODY = "Atkinson Hyperlegible"
_CUTS = ("Regular", "Bold", "Italic", "BoldItalic")
_X_HEIGHTS = 0.496 / 0.546  # of Atkinson and Inter, so that a borrowed glyph looks at home
# ReportLab reads the shared font files by seeking in them while it writes a document.
WRITING = threading.Lock()


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """The faces that share a look: the main one and the one that lends glyphs."""

    main: Face
    lender: Face
    outside_main: re.Pattern[str]
    bold: bool = False

    def faced(self, text: str) -> list[tuple[Face, str]]:
        """Split a readable text into stretches of one face each."""
        if not shaped(text):
            return self._unshaped(text)
        from secondop_desktop.exchange.pdf.text.shaping import script_face

        found: list[tuple[Face, str]] = []
        for script, part in by_script(text):
            found += [(script_face(script, self.bold), part)] if script else self._unshaped(part)
        return found

    def _unshaped(self, text: str) -> list[tuple[Face, str]]:
        if self.outside_main.search(text) is None:
            return [(self.main, text)]
        found: list[tuple[Face, str]] = []
        end = 0
        for match in self.outside_main.finditer(text):
            if match.start() > end:
                found.append((self.main, text[end : match.start()]))
            found.append((self.lender, match.group()))
            end = match.end()
        if end < len(text):
            found.append((self.main, text[end:]))
        return found


def family(*, bold: bool = False, italic: bool = False) -> Family:
    """Return the faces for this weight and slope."""
    return _families()[bold + 2 * italic]


def font_names() -> set[str]:
    """Return the names of all fonts a document may use."""
    return {face.name for each in _families() for face in (each.main, each.lender)}


@functools.cache
def nowhere() -> re.Pattern[str]:
    """Return a pattern for the stretches of characters that neither of the two can show."""
    regular = family()
    known = (set(regular.main.widths) | set(regular.lender.widths) | {"\n"}) - {TIE}
    return _stretches(_outside(known))


@functools.cache
def _families() -> tuple[Family, ...]:
    with WRITING:
        bodies, lenders = _body_cuts(), _lender_cuts()
    return tuple(
        Family(
            bodies[n], lenders[n], _stretches(_outside(set(bodies[n].widths) - {TIE})), n % 2 == 1
        )
        for n in range(4)
    )


def _stretches(kind: str) -> re.Pattern[str]:
    """Return a pattern for stretches of a kind of character, with the spaces inside them."""
    return re.compile(f"{kind}+(?: +{kind}+)*")


def _body_cuts() -> list[Face]:
    import fontpkg_atkinson_hyperlegible as package

    folder = Path(package.__file__).parent / "files"
    return [
        Face(name, font, _widths(font))
        for cut in _CUTS
        for name in [BODY if cut == "Regular" else f"{BODY} {cut}"]
        for font in [_registered(name, folder / f"AtkinsonHyperlegible-{cut}.ttf")]
    ]


def _lender_cuts() -> list[Face]:
    import fontpkg_inter as package

    folder = Path(package.__file__).parent / "files"
    upright = _registered("Inter", folder / "Inter[opsz,wght].ttf")
    slanted = _registered("Inter Italic", folder / "Inter-Italic[opsz,wght].ttf")
    both = _widths(upright).keys() & _widths(slanted).keys()
    faces = []
    for name, font in (("Inter", upright), ("Inter Italic", slanted)):
        widths = {char: width for char, width in _widths(font).items() if char in both}
        faces += [Face(name, font, widths, _X_HEIGHTS, thicken) for thicken in (False, True)]
    return faces


def _registered(name: str, path: Path) -> Any:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(name, str(path), asciiReadable=True, shapable=False)
    pdfmetrics.registerFont(font)
    return font


def _widths(font: Any) -> dict[str, float]:
    """Return the widths of the real characters: no controls, no joiners, no private use.

    A space that holds two words together is as wide as any.
    """
    known = {
        chr(code): width / 1000
        for code, width in font.face.charWidths.items()
        if code in font.face.charToGlyph
        and chr(code) not in JOINERS
        and (0x20 <= code < 0x7F or 0xA0 <= code < 0xD800 or 0xF900 <= code < 0xFFF0)
    }
    return known | {TIE: known[" "]}


def _outside(known: set[str]) -> str:
    """Return the character class of everything but these, as ranges so that it stays fast."""
    codes = sorted(map(ord, known))
    spans: list[list[int]] = []
    for code in codes:
        if spans and code == spans[-1][1] + 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    inside = "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in spans)
    return f"[^{inside}]"
