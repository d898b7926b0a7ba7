"""What lies in a file packed with gzip (RFC 1952), as servers and laboratories send their exports.

Such a file may have several members one after the other, which hold one whole: what is joined with
``cat``, and what is packed block by block, as bgzip does.
"""

import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import BinaryIO, Final

from secondop_desktop.journal.files.attachments import CHUNK, LARGEST

_GZIP: Final = b"\x1f\x8b"
_BROKEN: Final = (zlib.error, EOFError)


def is_packed(start: bytes) -> bool:
    """Tell whether a file that begins so is packed."""
    return start.startswith(_GZIP)


def unpacked(data: bytes) -> bytes:
    """Return what a packed file holds, any other as it is.

    Nothing where it is broken or unpacks to more than a journal keeps.
    """
    return unpacked_stream(BytesIO(data)) if is_packed(data) else data


def unpacked_stream(
    stream: BinaryIO, more: Callable[[int, int], object] = lambda _held, _packed: None
) -> bytes:
    """Return what a packed stream holds: nothing where it is broken, or more than is kept.

    ``more`` hears how many bytes came out of how many where that is so, and may refuse them.
    """
    found, held = list[bytes](), 0
    try:
        for piece, packed in _pieces(stream):
            held += len(piece)
            if held > LARGEST:
                more(held, packed)
                return b""
            found.append(piece)
    except _BROKEN:
        return b""
    return b"".join(found)


def _pieces(stream: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Yield all members piece by piece, with how many packed bytes were taken so far.

    Raises EOFError where one is cut. What follows the members is no part of them.
    """
    waiting = stream.read(CHUNK)
    while is_packed(waiting):
        opener = zlib.decompressobj(wbits=31)
        while waiting:
            piece = opener.decompress(waiting, CHUNK)
            yield piece, stream.tell() - len(opener.unconsumed_tail)
            waiting = b"" if opener.eof else opener.unconsumed_tail or stream.read(CHUNK)
        if not opener.eof:
            raise EOFError
        waiting = opener.unused_data
        if len(waiting) < len(_GZIP):
            waiting += stream.read(CHUNK)
