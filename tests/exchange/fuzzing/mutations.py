"""Files spoiled at random: anywhere in their bytes, or inside what they are packed in."""

import gzip
import io
import zipfile
from random import Random
from typing import Final

_PIECES: Final = (
    *(b"<", b">", b"&#0;", b"\x00", b"\xff\xfe", b'"', b"<!DOCTYPE x>", b"]]>", b"9" * 400, b""),
    *(b"{", b"[" * 300, b"null", b"-1e999", b"\xed\xa0\x80", b"\\ud800", b"%s", b"\r\n", b"=1+1"),
    *(b"<a>" * 250, b"31/02/2024", b"&x;", b"\x1f\x8b", b"PK\x03\x04", b"\xff" * 8, b"1/0"),
)
"""What is put in place of a part: marks of each form, and what readers stumble over."""

_SIZES: Final = (0, 1, 1, 2, 9, 60, 400)


def spoiled(data: bytes, chance: Random) -> bytes:
    """Return a file with one to eight of its parts cut, doubled, swapped or overwritten.

    Two of three packed files are spoiled inside, so that what unpacks them finds them whole.
    """
    if chance.randrange(3):
        if data.startswith(b"PK"):
            return _inside_zip(data, chance)
        if data.startswith(b"\x1f\x8b"):
            return gzip.compress(_bytes(gzip.decompress(data), chance), mtime=0)
    return _bytes(data, chance)


def _bytes(data: bytes, chance: Random) -> bytes:
    for _time in range(chance.choice((1, 1, 1, 2, 3, 8))):
        at, size = chance.randrange(len(data) + 1), chance.choice(_SIZES)
        piece = data[at : at + size]
        flipped = bytes(byte ^ 1 << chance.randrange(8) for byte in piece)
        put = chance.choice((*_PIECES, piece * 2, piece[::-1], bytes(size), flipped, flipped))
        data = data[:at] + put + data[at + size :]
    return data[: chance.randrange(len(data) + 1)] if not chance.randrange(12) else data


def _inside_zip(data: bytes, chance: Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        members = packed.infolist()
        chosen = {one.filename for one in chance.sample(members, min(2, len(members)))}
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            for one in members:
                held = packed.read(one)
                made.writestr(one, _bytes(held, chance) if one.filename in chosen else held)
    return out.getvalue()
