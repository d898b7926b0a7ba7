"""A message as Outlook saves it, written from nothing: a compound file ([MS-CFB], [MS-OXMSG])."""

import struct
from typing import Any, Final

_SECTOR: Final = 512
_END, _FREE, _FAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_SUBJECT, _BODY, _SENT, _FROM = 0x0037, 0x1000, 0x0039, 0x0C1A
_DATA, _LONG_NAME, _METHOD = 0x3701, 0x3707, 0x3705
_SINCE_1601: Final = 11_644_473_600


def message(subject: str, body: str, sender: str, sent: int, *files: tuple[str, bytes]) -> bytes:
    """Return a message sent at so many seconds since 1970, with these files."""
    when = (sent + _SINCE_1601) * 10_000_000
    texts = {_SUBJECT: subject, _BODY: body, _FROM: sender}
    root = _storage(texts, {}, {_SENT: when}, struct.pack("<8x4I8x", 0, len(files), 0, len(files)))
    tree: dict[str, object] = dict(root)
    for number, (name, data) in enumerate(files):
        part = _storage({_LONG_NAME: name}, {_DATA: data}, {}, bytes(8), {_METHOD: 1})
        tree[f"__attach_version1.0_#{number:08X}"] = part
    return _compound(tree)


def _storage(
    texts: dict[int, str],
    blobs: dict[int, bytes],
    times: dict[int, int],
    head: bytes,
    numbers: dict[int, int] | None = None,
) -> dict[str, bytes]:
    streams, rows = {}, []
    for tag, text in texts.items():
        streams[f"__substg1.0_{tag:04X}001F"] = text.encode("utf-16-le")
        rows.append(struct.pack("<HHIQ", 0x1F, tag, 6, len(text) * 2 + 2))
    for tag, data in blobs.items():
        streams[f"__substg1.0_{tag:04X}0102"] = data
        rows.append(struct.pack("<HHIQ", 0x102, tag, 6, len(data)))
    rows += [struct.pack("<HHIQ", 0x40, tag, 6, when) for tag, when in times.items()]
    rows += [struct.pack("<HHIQ", 0x3, tag, 6, one) for tag, one in (numbers or {}).items()]
    return {"__properties_version1.0": head + b"".join(rows), **streams}


def _compound(tree: dict[str, object]) -> bytes:
    made = _Compound()
    made.place("Root Entry", tree, 5)
    return made.whole()


class _Compound:
    """Streams below 4,096 bytes lie in a stream of their own, in pieces of 64."""

    def __init__(self) -> None:
        self.entries: list[list[Any]] = []
        self.large: list[bytes] = []
        self.small: list[bytes] = []

    def place(self, name: str, what: object, kind: int) -> int:
        """Put an entry and all below it into the directory; siblings are a chain to the right."""
        number = len(self.entries)
        entry: list[Any] = [name, kind, _NONE, _NONE, _END, 0]
        self.entries.append(entry)
        if isinstance(what, bytes):
            entry[1], entry[4], entry[5] = 2, self._keep(what), len(what)
            return number
        assert isinstance(what, dict)
        before, link = entry, 3
        for inner in sorted(what, key=lambda one: (len(one), one.upper())):
            before[link] = at = self.place(inner, what[inner], 1)
            before, link = self.entries[at], 2
        return number

    def _keep(self, data: bytes) -> int:
        piece, where = (_SECTOR, self.large) if len(data) >= 4096 else (64, self.small)
        start = sum(map(len, where)) // piece
        where.append(data + bytes(-len(data) % piece))
        return start if data else _END

    def whole(self) -> bytes:
        small = b"".join(self.small)
        minis = _chained([len(one) // 64 for one in self.small])
        minis += [_FREE] * (-len(minis) % 128)
        parts = [*self.large, _padded(small), struct.pack(f"<{len(minis)}I", *minis)]
        firsts = [sum(map(len, parts[:at])) // _SECTOR for at in range(len(parts) + 1)]
        self.entries[0][4:] = firsts[-3], len(small)
        parts.append(_padded(b"".join(_entry(*one) for one in self.entries)))
        body, fat = b"".join(parts), _chained([len(one) // _SECTOR for one in parts])
        tables = next(n for n in range(1, 99) if n * 128 >= len(fat) + n)
        placed = [len(fat) + at for at in range(tables)]
        fat += [_FAT] * tables
        fat += [_FREE] * (tables * 128 - len(fat))
        head = struct.pack(
            "<8s16xHHHHH6xIIIIIIIII",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            *(0x3E, 3, 0xFFFE, 9, 6, 0, tables, firsts[-1], 0, 4096),
            *(firsts[-2], len(minis) // 128, _END, 0),
        )
        head += struct.pack("<109I", *placed, *[_FREE] * (109 - tables))
        return head + body + struct.pack(f"<{len(fat)}I", *fat)


def _chained(lengths: list[int]) -> list[int]:
    links: list[int] = []
    for count in filter(None, lengths):
        links += [len(links) + at + 1 for at in range(count)]
        links[-1] = _END
    return links


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % _SECTOR)


def _entry(*told: Any) -> bytes:
    name, kind, right, child, start, size = told
    said = str(name).encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16x4x8x8xIQ", said, len(said) + 2, kind, 1, _NONE, right, child, start, size
    )
