"""What the history says of a text that was typed, packed: the entry itself says it in plain words.

Two lines of the length of a page do not fit on one, so each would take twice the room it needs.
"""

import zlib
from typing import Any

_LEAST = 200
"""Bytes of a text that is worth packing."""
_MOST = 16 * 1024 * 1024
"""Bytes of the longest text that is packed."""
_TIGHTEST = 32
"""How many times longer than packed a text may be: what people type comes to a half or a fifth, and
a thousand short lines of a stranger's file must not fill the memory when they are looked at."""


def packed(text: str | None) -> str | bytes | None:
    """Return a text as it is kept: packed by zlib (RFC 1950) where that makes it shorter."""
    if text is None:
        return None
    plain = text.encode()
    if not _LEAST <= len(plain) <= _MOST:
        return text
    found = zlib.compress(plain, 9)
    return found if len(found) < len(plain) <= _TIGHTEST * len(found) else text


def unpacked(kept: Any) -> Any:
    """Return the text that is kept; what is no packed text comes back as Python would write it."""
    if not isinstance(kept, bytes):
        return kept
    reading = zlib.decompressobj()
    try:
        plain = reading.decompress(kept, min(_MOST, _TIGHTEST * len(kept)) or 1)
        return plain.decode() if reading.eof and not reading.unused_data else repr(kept)
    except (zlib.error, UnicodeDecodeError):
        return repr(kept)
