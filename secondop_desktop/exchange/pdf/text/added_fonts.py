"""Fonts that are too large to come along: those of Chinese, Japanese and Korean.

Google's Noto Sans is looked for as it is fetched: as a Python package, or as fonts installed on
this computer (newer Windows has them). Others are passed over: most keep their outlines in
another way (CFF), which `truetype` cannot put together, and not all may be embedded.
"""

import functools
import os
import re
import struct
import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Final

PACKAGE: Final = "justmytype_intl_cjk"
_NAME = re.compile(r"NotoSans(SC|JP|KR)(?:\[wght\]|-VF|-VariableFont_wght)\.ttf", re.IGNORECASE)
_INSTEAD: Final = {"SC": "JP", "JP": "SC"}
"""Either draws most signs of the other, each as its own country writes them."""
_NEEDED: Final = frozenset({b"glyf", b"fvar"})
_TABLES: Final = 64


def added_font(name: str) -> Path | None:
    """Return the file of Noto Sans SC, JP or KR, by these letters; None where it was not added."""
    found = _found()
    return found.get(name) or found.get(_INSTEAD.get(name, ""))


def are_all_added() -> bool:
    """Tell whether each of the three is there."""
    return len(_found()) == len({"SC", "JP", "KR"})


@functools.cache
def _found() -> Mapping[str, Path]:
    """Return the first file of each; what no font of ours can be made from is passed over."""
    found: dict[str, Path] = {}
    for folder in _folders():
        for path in _files(folder):
            named = _NAME.fullmatch(path.name)
            if named and named[1].upper() not in found and _can_be_drawn_from(path):
                found[named[1].upper()] = path
    return found


def _folders() -> Iterator[Path]:
    """Yield where fonts lie: in the package, then the user's own, then those of everybody."""
    package = find_spec(PACKAGE)
    if package and package.origin:
        yield Path(package.origin).parent / "fonts" / "ofl"
    home = Path.home()
    if sys.platform == "win32":
        yield Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft" / "Windows" / "Fonts"
        yield Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
    elif sys.platform == "darwin":
        yield from (home / "Library/Fonts", Path("/Library/Fonts"))
    else:
        yield Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share") / "fonts"
        yield from (home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))
        yield from (Path("/run/host/user-fonts"), Path("/run/host/fonts"))  # inside a Flatpak


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and of those in it, in the same order each time."""
    for place, inner, names in os.walk(folder):
        inner.sort()
        yield from (Path(place, name) for name in sorted(names))


def _can_be_drawn_from(path: Path) -> bool:
    """Tell whether it is a font with TrueType outlines of every weight (OpenType, glyf, fvar)."""
    try:
        with path.open("rb") as file:
            head = file.read(12 + 16 * _TABLES)
    except OSError:
        return False
    if head[:4] not in {b"\0\1\0\0", b"true"} or len(head) < 12:
        return False
    count = min(struct.unpack(">H", head[4:6])[0], _TABLES)
    return {head[12 + 16 * n : 16 + 16 * n] for n in range(count)} >= _NEEDED
