"""The fonts of shaped text in the file: glyphs by their number (ISO 32000-1, 9.7)."""

import hashlib
import struct
from dataclasses import dataclass, field

from secondop_desktop.exchange.pdf.structure.object_streams import CompactDocument, stream
from secondop_desktop.exchange.pdf.text.clusters import Cluster, clusters
from secondop_desktop.exchange.pdf.text.shaping import ScriptFace, worded
from secondop_desktop.exchange.pdf.text.truetype import program

_AT_ONCE = 100  # entries of a map, the most the format allows
_FLAGS = 4  # a font of letters beyond the Latin ones
_STEM = 80
_LAST = 0xFFFF
_MANY = 4_000
_KEPT = 40  # letters: a longer word is hardly drawn again


@dataclass(eq=False)
class Composite:
    """What one document uses of one face; ``name`` is what the pages call it."""

    face: ScriptFace
    name: str
    _codes: dict[Cluster, str] = field(default_factory=dict)
    _words: dict[tuple[str, bool], str] = field(default_factory=dict)

    def code(self, text: str, *, from_right: bool) -> str:
        """Return the codes of a text in hexadecimal, in the order from left to right."""
        pieces = [piece for pair in worded(text) for piece in pair if piece]
        if from_right:
            pieces.reverse()
        return "".join([self._word(piece, from_right) for piece in pieces])

    @property
    def full(self) -> bool:
        """Return whether further text had better go into another font."""
        return len(self._codes) > _MANY

    def _word(self, word: str, from_right: bool) -> str:
        known = self._words.get((word, from_right))
        if known is not None:
            return known
        found = "".join([self._code(one) for one in clusters(self.face, word, from_right)])
        if len(word) <= _KEPT:
            self._words[word, from_right] = found
        return found

    def _code(self, cluster: Cluster) -> str:
        code = self._codes.get(cluster)
        if code is None:
            number = self._first + len(self._codes)
            if number > _LAST:  # a pile of marks that nobody could read
                return ""
            code = f"{number:04x}"
            self._codes[cluster] = code
        return code

    @property
    def _first(self) -> int:
        return int(self.face.font.face.glyph_count)

    def write(self, document: CompactDocument) -> int:
        """Add the font to a file and return the number of its object."""
        file, descriptor, below, above, meaning = (document.reserve() for _part in range(5))
        glyphs = [(cluster.parts, max(0, cluster.across)) for cluster in self._codes]
        data = program(self.face.font.face, self._first, glyphs)
        name = f"{_mark(data)}+{self.face.name}"
        document.put(file, stream(f"/Length1 {len(data)}", data))
        document.put(meaning, stream("", self._meaning()))
        document.put(descriptor, self._descriptor(name, data, file))
        info = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        document.put(
            below,
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}{info}/FontDescriptor "
            f"{descriptor} 0 R/CIDToGIDMap/Identity/DW 0/W[{self._widths()}]>>".encode(),
        )
        document.put(
            above,
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
            f"/DescendantFonts[{below} 0 R]/ToUnicode {meaning} 0 R>>".encode(),
        )
        return above

    def _widths(self) -> str:
        part = 1000 / self.face.font.face.upem
        widths = " ".join(f"{max(0, cluster.across) * part:g}" for cluster in self._codes)
        return f"{self._first}[{widths}]"

    def _descriptor(self, name: str, data: bytes, file: int) -> bytes:
        part = 1000 / self.face.font.face.upem
        head = bytes(self.face.font.face.reference_table("head").data)
        box = " ".join(f"{edge * part:.0f}" for edge in struct.unpack(">4h", head[36:44]))
        extents = self.face.font.get_font_extents("ltr")
        ascent, descent = extents.ascender * part, extents.descender * part
        return (
            f"<</Type/FontDescriptor/FontName/{name}/Flags {_FLAGS}/FontBBox[{box}]"
            f"/ItalicAngle 0/Ascent {ascent:.0f}/Descent {descent:.0f}/CapHeight {ascent:.0f}"
            f"/StemV {_STEM}/FontFile2 {file} 0 R>>"
        ).encode()

    def _meaning(self) -> bytes:
        """Return the map from codes to letters."""
        rows = [
            f"<{code}><{cluster.letters.encode('utf-16-be').hex()}>"
            for cluster, code in self._codes.items()
        ]
        parts = [rows[n : n + _AT_ONCE] for n in range(0, len(rows), _AT_ONCE)]
        body = "\n".join(
            "\n".join([f"{len(part)} beginbfchar", *part, "endbfchar"]) for part in parts
        )
        return _MAP.format(body=body).encode()


def _mark(data: bytes) -> str:
    """Return six letters that tell this subset from others."""
    digest = hashlib.md5(data, usedforsecurity=False).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


_MAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{body}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
