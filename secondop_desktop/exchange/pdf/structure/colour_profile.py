"""What red, green and blue mean in our files: an ICC profile (ICC.1:2001-04), as PDF/A asks for.

The primaries and the white are those of sRGB (IEC 61966-2-1), the curve is its usual stand-in,
a gamma of 2.2. Written here, it is the same bytes on every computer.
"""

import struct

_WHITE = (0.9642, 1.0, 0.8249)  # D50, to which the primaries are adapted
_RED = (0.4361, 0.2225, 0.0139)
_GREEN = (0.3851, 0.7169, 0.0971)
_BLUE = (0.1431, 0.0606, 0.7141)
_GAMMA = 2.2
_NAME = b"RGB with the primaries of sRGB"


def profile() -> bytes:
    """Return the profile of a display with three colours, 600 bytes long or so."""
    curve = struct.pack(">4sIIHxx", b"curv", 0, 1, round(_GAMMA * 256))
    tags = {
        b"desc": struct.pack(">4sII", b"desc", 0, len(_NAME) + 1) + _NAME + bytes(1 + 11 + 67 + 3),
        b"cprt": struct.pack(">4sI", b"text", 0) + b"Free to use\0",
        b"wtpt": _colour(_WHITE),
        b"rXYZ": _colour(_RED),
        b"gXYZ": _colour(_GREEN),
        b"bXYZ": _colour(_BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    return _assembled({name: data + bytes(-len(data) % 4) for name, data in tags.items()})


def _assembled(tags: dict[bytes, bytes]) -> bytes:
    index, body = b"", b""
    start = 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        index += struct.pack(">4sII", name, start + len(body), len(data))
        body += data
    size = start + len(body)
    return _header(size) + struct.pack(">I", len(tags)) + index + body


def _header(size: int) -> bytes:
    kind = struct.pack(">I4sI4s4s4s", size, b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    made = struct.pack(">6H4s", 2026, 1, 1, 0, 0, 0, b"acsp")
    white = struct.pack(">3i", *map(_fixed, _WHITE))
    return kind + made + bytes(28) + white + bytes(48)


def _colour(parts: tuple[float, float, float]) -> bytes:
    return struct.pack(">4sI3i", b"XYZ ", 0, *map(_fixed, parts))


def _fixed(value: float) -> int:
    """Return a number as 16 bits before and 16 after the point."""
    return round(value * 65536)
