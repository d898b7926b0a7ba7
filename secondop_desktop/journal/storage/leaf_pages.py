"""Reads the rows of a database from its pages alone, whatever became of the rest.

The layout is that of the SQLite file format, section 1.6, "B-tree Pages", and section 2.1,
"Record Format". Nothing here trusts what it reads: a page that makes no sense is passed over.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from secondop_desktop.journal.storage.cipher import PAGE, RESERVED, Key, decrypted
from secondop_desktop.journal.storage.keys import key_of
from secondop_desktop.journal.storage.private_files import read_regular

_TABLE_LEAF, _INDEX_LEAF, _INDEX_INNER = 13, 10, 2
"""A table without row numbers keeps rows in its inner pages too."""
_MOST_CELLS = 1000
_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_REAL = 7


@dataclass(frozen=True)
class Found:
    """One record of a leaf page: the number of its row (None in an index), and its values."""

    rowid: int | None
    values: tuple[Any, ...]


def records(path: Path) -> Iterator[Found]:
    """Yield every record that can be read in a file, in the order of its pages.

    One with a passphrase, whose key was given before, is decrypted in the memory alone.
    """
    data, usable = read_regular(path), PAGE
    if key := key_of(path):
        data, usable = _decrypted(data, key), PAGE - RESERVED
    for start in range(0, len(data) - PAGE + 1, PAGE):
        yield from _of_page(data, start, usable)


def _decrypted(data: bytes, key: Key) -> bytes:
    starts = range(0, len(data) - PAGE + 1, PAGE)
    return b"".join(decrypted(data[at : at + PAGE], at // PAGE + 1, key) for at in starts)


def _of_page(data: bytes, start: int, usable: int) -> Iterator[Found]:
    page = data[start : start + PAGE]
    head = 100 if start == 0 else 0
    if page[head] not in {_TABLE_LEAF, _INDEX_LEAF, _INDEX_INNER}:
        return
    inner = page[head] == _INDEX_INNER
    cells = min(struct.unpack(">H", page[head + 3 : head + 5])[0], _MOST_CELLS)
    first = head + (12 if inner else 8)
    for at in range(first, first + 2 * cells, 2):
        try:
            (cell,) = struct.unpack(">H", page[at : at + 2])
            found = _cell(data, page, cell + (4 if inner else 0), page[head], usable)
        except (IndexError, ValueError, struct.error):
            continue
        if found is not None:
            yield found


def _cell(data: bytes, page: bytes, at: int, kind: int, usable: int) -> Found | None:
    total, at = _varint(page, at)
    rowid = None
    if kind == _TABLE_LEAF:
        rowid, at = _varint(page, at)
    if total > len(data):
        return None
    payload = _payload(data, page, at, total, kind, usable)
    return Found(rowid, tuple(_values(payload))) if len(payload) == total else None


def _payload(data: bytes, page: bytes, at: int, total: int, kind: int, usable: int) -> bytes:
    """Return the bytes of a record, with what of it lies on overflow pages (section 1.6)."""
    most = usable - 35 if kind == _TABLE_LEAF else (usable - 12) * 64 // 255 - 23
    if total <= most:
        return page[at : at + total]
    least = (usable - 12) * 32 // 255 - 23
    local = least + (total - least) % (usable - 4)
    local = local if local <= most else least
    (following,) = struct.unpack(">I", page[at + local : at + local + 4])
    parts, held, seen = [page[at : at + local]], local, set[int]()
    while following and held < total and following not in seen:
        seen.add(following)
        piece = data[(following - 1) * PAGE : (following - 1) * PAGE + usable]
        (following,) = struct.unpack(">I", piece[:4])
        parts.append(piece[4:])
        held += len(piece) - 4
    return b"".join(parts)[:total]


def _values(payload: bytes) -> Iterator[Any]:
    length, at = _varint(payload, 0)
    kinds = []
    while at < length:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    at = length
    for kind in kinds:
        size = (kind - 12) // 2 if kind >= 12 else _SIZES[kind]
        raw = payload[at : at + size]
        if len(raw) < size:
            raise ValueError
        at += size
        yield _value(kind, raw)


def _value(kind: int, raw: bytes) -> Any:
    if kind >= 12:
        return raw.decode("utf-8", "replace") if kind % 2 else raw
    if kind in {8, 9}:
        return kind - 8
    if kind == _REAL:
        return struct.unpack(">d", raw)[0]
    return int.from_bytes(raw, "big", signed=True) if kind else None


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(8):
        value = value << 7 | data[at + place] & 127
        if data[at + place] < 128:
            return value, at + place + 1
    return value << 8 | data[at + 8], at + 9
