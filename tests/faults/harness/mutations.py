"""Harmed copies of a file: bytes that flip, go, come twice; words that no reader expects."""

import re
from random import Random

_WORDS = (
    b"null",
    b"NaN",
    b"1e400",
    b"-0",
    b"9" * 400,
    b"[" * 300,
    b'{"a":' * 250,
    b'"' * 3,
    b"\\ud800",
    b"\xff\xfe",
    b"\x00",
    b"\xe2\x80\xae",
    b"2024-02-30T25:61:00Z",
    b"0000-00-00",
    b"=cmd|' /C calc'!A0",
    b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;",
    b"<a>" * 300,
    b"\r\n",
    b"%s%n",
    b"../../../x",
    b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" * 40,
)
_TOKEN = re.compile(rb"[\w.+-]+|[^\w\s]")


def harmed(data: bytes, chance: Random) -> bytes:
    """Return the file with bytes changed, cut out, doubled, or cut off, or with other words."""
    ways = (_bytes, _bytes, _piece, _words, _words, _swapped)
    for _time in range(chance.choice((1, 1, 1, 2, 4))):
        data = chance.choice(ways)(data, chance) if data else b"\n"
    return data


def _bytes(data: bytes, chance: Random) -> bytes:
    changed = bytearray(data)
    for _time in range(chance.choice((1, 1, 2, 8, 40))):
        at = chance.randrange(len(changed))
        changed[at] = chance.choice((0, 0xFF, changed[at] ^ 1 << chance.randrange(8)))
    return bytes(changed)


def _piece(data: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(data))
    stop = min(start + chance.randrange(1, 64), len(data))
    times = chance.choice((0, 2, 50, -1))
    return data[:start] if times < 0 else data[:start] + data[start:stop] * times + data[stop:]


def _words(data: bytes, chance: Random) -> bytes:
    """Put a word that is none where one stood."""
    found = _some(data, chance)
    return data[: found[0]] + chance.choice(_WORDS) + data[found[1] :]


def _swapped(data: bytes, chance: Random) -> bytes:
    """Put one word of the file in the place of another."""
    first, second = _some(data, chance), _some(data, chance)
    return data[: first[0]] + data[second[0] : second[1]] + data[first[1] :]


def _some(data: bytes, chance: Random) -> tuple[int, int]:
    found = _TOKEN.search(data, chance.randrange(len(data)))
    return found.span() if found else (len(data), len(data))
