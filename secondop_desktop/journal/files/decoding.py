"""Bytes as text: which encoding they are in, told by a mark, by the source, or by how they read.

The labels that sources give are read as the Encoding Standard of the WHATWG reads them.
"""

import codecs
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from secondop_desktop.patterns import pattern

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE: Final = ("utf-16-le", "utf-16-be")
_ALSO_CALLED: Final = {
    **dict.fromkeys(("ascii", "iso8859-1", "x-cp1252"), "cp1252"),
    **dict.fromkeys(("shift_jis", "x-sjis"), "cp932"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk"), "gb18030"),
    **dict.fromkeys(("euc_kr", "ks_c_5601-1987"), "cp949"),
    "iso8859-9": "cp1254",
    "iso-8859-8-i": "iso8859-8",
    "iso2022_jp": "iso2022_jp_ext",
    "utf-16": "utf-16-le",
    "unicode": "utf-16-le",
}
"""What a label means today, where that is not what it says; as Python or the source names it."""

_BY_ESCAPES: Final = ("iso2022_jp_ext", "iso2022_kr", "iso2022_jp_2")
"""Seven bits for every letter: signs that begin with ESC say of which alphabet those after are."""

_SWITCHING: Final = ("iso2022", "hz")

_NO_ENCODINGS: Final = frozenset(
    {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7"}
)
"""Python counts these among encodings; no file is written in them, and they hide what is there."""

_CONTROL: Final = pattern(r"[\x00-\x08\x0e-\x19\x1b\x1d-\x1f]")
"""What stands in no text; space does, and the end of a DOS file or of a message (HL7 MLLP)."""

_PIECE: Final = 1_000_000
"""Letters that are read or looked through in one go: no other thread runs meanwhile."""

_MOST_HIGH: Final = 0.3
"""Western text has few letters beyond ASCII; with more, it is in another old encoding."""

_SHORT: Final = 200
"""Of so few bytes many may be letters with accents, and signs such as ° and £."""

_ANOTHER_ALPHABET: Final = pattern("[\u00c0-\u00ff\u0152-\u0178\u0192]{4}")
"""So many letters with accents in a row are, in Western languages, of no word."""


class Decoded(NamedTuple):
    """A text without its mark, and its encoding by the name that Python gives it."""

    text: str
    encoding: str


def decoded(data: bytes, told: str = "", *, cut: bool = False) -> Decoded | None:
    """Return bytes as text, or None where they are no text at all.

    `told` is the label that the source gives (a header, a declaration); it holds unless the bytes
    speak against it. `cut` says that these are only the first bytes, so the last letter may be
    incomplete.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark) and (found := _marked(data[len(mark) :], encoding, cut=cut)):
            return found
    meant = _meant(told)
    for encoding in _likely(data, meant):
        found = _read(data, encoding, cut=cut)
        if found and _reads(found, told=encoding == meant):
            return found
    return _mended(data) or _few_words(data)


def text_of(data: bytes, told: str = "") -> str:
    """Return what can be read of bytes that were taken for text, with a mark for what cannot."""
    found = decoded(data, told) or decoded(data, told, cut=True)
    if found is None and (meant := _meant(told)).startswith(_SWITCHING):
        return data.decode(meant, "replace")
    return found.text if found else data.replace(b"\x00", b"").decode("cp1252", "replace")


def _marked(data: bytes, encoding: str, *, cut: bool) -> Decoded | None:
    """Read what follows a mark; in UTF-16 a broken letter does not make it something else."""
    found = _read(data, encoding, cut=cut)
    if found is None and encoding in _WIDE:
        found = Decoded(data.decode(encoding, "replace"), encoding)
    return found if found and _no_controls(found.text) else None


def _likely(data: bytes, told: str) -> Iterator[str]:
    """Yield the encodings to try, the likeliest first."""
    if told and told != "cp1252":  # UTF-8 under that label is common, and the other way it is not
        yield told
    if b"\x1b$" in data:
        yield from _BY_ESCAPES
    if b"\x00" in data:
        yield from _by_zeros(data)
    else:
        yield from ("utf-8", "cp1252", *_WIDE)


def _by_zeros(data: bytes) -> tuple[str, ...]:
    """Order the two kinds of UTF-16 by where the zeros of Western letters stand."""
    low_first = data[1::2].count(0) >= data[::2].count(0)
    return _WIDE if low_first else _WIDE[::-1]


def _meant(label: str) -> str:
    """Return the encoding that a label stands for; empty for one that is not known."""
    plain = label.strip().strip("\"'").lower()
    try:
        name = _ALSO_CALLED.get(plain) or codecs.lookup(plain).name
        "".encode(name)
    except (LookupError, ValueError, TypeError):
        return ""
    return "" if name in _NO_ENCODINGS else _ALSO_CALLED.get(name, name)


def _read(data: bytes, encoding: str, *, cut: bool) -> Decoded | None:
    try:
        decode = codecs.getincrementaldecoder(encoding)("strict").decode
        parts = [decode(data[at : at + _PIECE]) for at in range(0, len(data), _PIECE)]
        text = "".join([*parts, decode(b"", final=not cut)])
    except UnicodeDecodeError:
        return None
    return Decoded(text.removeprefix("\ufeff"), encoding)


def _reads(found: Decoded, *, told: bool = False) -> bool:
    """Tell whether this is what a person wrote, not what chance made of other bytes."""
    if not _no_controls(found.text):
        return False
    if found.encoding == "cp1252" and not told:
        return _high(found.text) <= _MOST_HIGH
    return found.encoding not in _WIDE or _plausible(found.text)


def _few_words(data: bytes) -> Decoded | None:
    """Read a few Western words such as "Größe" or "½", of which many letters have accents.

    Those of another alphabet have nothing else.
    """
    found = _read(data, "cp1252", cut=False) if len(data) <= _SHORT else None
    western = found and _no_controls(found.text) and not _ANOTHER_ALPHABET.search(found.text)
    return found if western else None


def _no_controls(text: str) -> bool:
    pieces = range(0, len(text), _PIECE)
    return not any(_CONTROL.search(text, at, at + _PIECE) for at in pieces)


def _high(text: str) -> float:
    shown = [char for char in text if not char.isspace()]
    return sum(char >= "\x80" for char in shown) / max(len(shown), 1)


def _plausible(text: str) -> bool:
    """Tell UTF-16 from chance: every character is assigned, and signs that all texts share occur.

    With its bytes in the wrong order a text has none of these, and characters that nobody uses.
    """
    kinds = {unicodedata.category(char) for char in set(text)}
    common = sum(char < "\x7f" or "\u3000" <= char < "\u3100" for char in text)
    return not kinds & {"Cn", "Co", "Cs"} and (common * 8 >= len(text) > 0)


def _mended(data: bytes) -> Decoded | None:
    """Read UTF-8 of which a few bytes were damaged, with a mark in place of each."""
    if b"\x00" in data:
        return None
    text = data.decode("utf-8", "replace")
    lost, high = text.count("\ufffd"), sum(char >= "\x80" for char in text)
    found = Decoded(text.removeprefix("\ufeff"), "utf-8")
    return found if lost * 2 < high and _reads(found) else None
