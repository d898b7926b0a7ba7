"""Whether the letters of pages can be read aloud: their fonts are there and say what they mean.

These are the rules of PDF/UA-1 (ISO 14289-1, 7.21) that files from elsewhere break most; a page
that keeps them may still break a rarer one.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_KNOWN = frozenset({"/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding"})
_UNSAID = re.compile(r"/(g|G|cid|c|a|C|glyph|index)\d+")
_DEEPEST = 5


def reads_aloud(pages: Iterable[Any]) -> bool:
    """Tell whether every font of these pages is in the file and says which letters it draws."""
    seen: set[tuple[int, int]] = set()
    try:
        return all(_reads(font) for page in pages for font in _fonts(_own(page), seen, 0))
    except Exception:  # noqa: BLE001 - a damaged font is one that cannot be read
        return False


def _own(page: Any) -> Any:
    return page.resources if hasattr(page, "resources") else page.obj.get("/Resources")


def _fonts(resources: Any, seen: set[tuple[int, int]], depth: int) -> Iterator[Any]:
    if resources is None or depth > _DEEPEST:
        return
    yield from _new(resources.get("/Font"), seen)
    for inner in _new(resources.get("/XObject"), seen):
        if inner.get("/Subtype") == "/Form":
            yield from _fonts(inner.get("/Resources"), seen, depth + 1)


def _new(things: Any, seen: set[tuple[int, int]]) -> Iterator[Any]:
    """Yield what was not met yet: most pages of a file share their fonts."""
    for _name, thing in things.items() if things is not None else ():
        if thing.objgen == (0, 0) or thing.objgen not in seen:
            seen.add(thing.objgen)
            yield thing


def _reads(font: Any) -> bool:
    kind = font.get("/Subtype")
    if kind == "/Type0":
        (inner,) = font.DescendantFonts
        return _is_there(inner) and "/ToUnicode" in font
    if kind != "/Type3" and not _is_there(font):
        return False
    return "/ToUnicode" in font or _says_letters(font.get("/Encoding"))


def _is_there(font: Any) -> bool:
    about = font.get("/FontDescriptor")
    return about is not None and any(name in about for name in _FILES)


def _says_letters(encoding: Any) -> bool:
    if encoding is None:
        return False
    if not hasattr(encoding, "keys") or not hasattr(encoding, "get"):
        return str(encoding) in _KNOWN
    try:
        names = [str(one) for one in encoding.get("/Differences", [])]
    except (TypeError, ValueError, AttributeError, NotImplementedError):
        return str(encoding) in _KNOWN
    return not any(_UNSAID.fullmatch(name) for name in names)
