"""What lies in a file packed with gzip, as servers and laboratories send their exports."""

import zlib

from secondop_desktop.journal.files.attachments import LARGEST

_GZIP = b"\x1f\x8b"


def is_packed(start: bytes) -> bool:
    """Tell whether a file that begins so is packed (RFC 1952)."""
    return start.startswith(_GZIP)


def unpacked(data: bytes) -> bytes:
    """Return what a packed file holds, any other as it is.

    Nothing where it is broken or unpacks to more than a journal keeps.
    """
    if not is_packed(data):
        return data
    packed = zlib.decompressobj(wbits=31)
    try:
        plain = packed.decompress(data, LARGEST)
    except zlib.error:
        return b""
    return plain if packed.eof else b""
