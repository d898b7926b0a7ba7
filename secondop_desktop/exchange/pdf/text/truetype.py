"""A font program with glyphs put together from others (OpenType, tables glyf and loca)."""

import struct
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

Parts = Sequence[tuple[int, int, int]]
Glyph = tuple[Parts, int]
_KEPT = ("glyf", "head", "hhea", "hmtx", "loca", "maxp")
_AT_XY, _MORE = 0x0003, 0x0020  # words, and places rather than points; another part follows
_MAGIC = 0xB1B0AFBA
_FULL = 0xFFFF


def program(face: Any, first: int, glyphs: Sequence[Glyph]) -> bytes:
    """Return a font of the glyphs that these are made of, and these, numbered from ``first``.

    Each is its parts (glyph of the face, right, up) and its width, in units of the face.
    """
    tables = _subset(face, {part[0] for parts, _width in glyphs for part in parts})
    outlines = _outlines(tables, first)
    boxes = [_box(parts, outlines) for parts, _width in glyphs]
    new = [
        _put_together(parts, box, outlines) for (parts, _w), box in zip(glyphs, boxes, strict=True)
    ]
    tables["glyf"], tables["loca"] = _joined([*outlines, *new])
    edges = [box[0] if box else 0 for box in boxes]
    added = zip((width for _parts, width in glyphs), edges, strict=True)
    tables["hmtx"] = _metrics(tables, first) + b"".join(struct.pack(">Hh", *one) for one in added)
    _count(tables, first + len(glyphs), max(len(parts) for parts, _width in glyphs))
    return _file(tables)


def _subset(face: Any, numbers: set[int]) -> dict[str, bytes]:
    import uharfbuzz

    cut = uharfbuzz.SubsetInput()
    flags = uharfbuzz.SubsetFlags
    cut.flags = flags.RETAIN_GIDS | flags.NO_LAYOUT_CLOSURE | flags.NO_HINTING
    cut.glyph_set.update(numbers)
    small = uharfbuzz.subset(face, cut)
    return {tag: bytes(small.reference_table(tag).data) for tag in _KEPT}


def _outlines(tables: dict[str, bytes], total: int) -> list[bytes]:
    """Return the outline of each glyph of a font; those beyond its end are empty."""
    loca = tables["loca"]
    if struct.unpack(">h", tables["head"][50:52])[0]:
        places = list(struct.unpack(f">{len(loca) // 4}L", loca))
    else:
        places = [place * 2 for place in struct.unpack(f">{len(loca) // 2}H", loca)]
    found = [tables["glyf"][a:b] for a, b in pairwise(places)][:total]
    return found + [b""] * (total - len(found))


def _box(parts: Parts, outlines: Sequence[bytes]) -> tuple[int, int, int, int] | None:
    """Return the rectangle around a glyph, None for a blank."""
    boxes = []
    for number, right, up in parts:
        if outlines[number]:
            left, low, end, high = struct.unpack(">4h", outlines[number][2:10])
            boxes.append((left + right, low + up, end + right, high + up))
    if not boxes:
        return None
    lefts, lows, ends, highs = zip(*boxes, strict=True)
    return min(lefts), min(lows), max(ends), max(highs)


def _put_together(
    parts: Parts, box: tuple[int, int, int, int] | None, outlines: Sequence[bytes]
) -> bytes:
    if box is None:
        return b""
    seen = [part for part in parts if outlines[part[0]]]
    data = struct.pack(">5h", -1, *box)
    for n, (number, right, up) in enumerate(seen):
        flags = _AT_XY | (_MORE if n + 1 < len(seen) else 0)
        data += struct.pack(">HHhh", flags, number, right, up)
    return data


def _joined(outlines: Sequence[bytes]) -> tuple[bytes, bytes]:
    """Return the tables of outlines and of their places."""
    places, whole = [0], bytearray()
    for outline in outlines:
        whole += outline + b"\0" * (-len(outline) % 4)
        places.append(len(whole))
    return bytes(whole), struct.pack(f">{len(places)}L", *places)


def _metrics(tables: dict[str, bytes], total: int) -> bytes:
    """Return width and left edge of so many glyphs."""
    many = struct.unpack(">H", tables["hhea"][34:36])[0]
    rows = tables["hmtx"][: many * 4]
    width, edges = rows[-4:-2], tables["hmtx"][many * 4 :]
    rows += b"".join(width + edges[n : n + 2] for n in range(0, len(edges), 2))
    return rows[: total * 4] + b"\0" * max(0, total * 4 - len(rows))


def _count(tables: dict[str, bytes], total: int, parts: int) -> None:
    """Say how many glyphs there are now, and how many parts one may have."""
    maxp, hhea, head = (bytearray(tables[tag]) for tag in ("maxp", "hhea", "head"))
    most = struct.unpack(">14H", maxp[4:32])
    points, contours = (min(_FULL, (most[n] + most[n + 2]) * parts) for n in (1, 2))
    maxp[4:6] = struct.pack(">H", total)
    maxp[10:14] = struct.pack(">2H", points, contours)
    maxp[28:32] = struct.pack(">2H", max(parts, most[12]), most[13] + 1)
    hhea[34:36] = struct.pack(">H", total)
    head[50:52] = struct.pack(">h", 1)
    tables.update(maxp=bytes(maxp), hhea=bytes(hhea), head=bytes(head))


def _file(tables: dict[str, bytes]) -> bytes:
    """Return the tables as one file, with its sums."""
    tables = {**tables, "head": tables["head"][:8] + b"\0" * 4 + tables["head"][12:]}
    count = len(tables)
    power = count.bit_length() - 1
    directory = struct.pack(
        ">LHHHH", 0x10000, count, 16 << power, power, (count << 4) - (16 << power)
    )
    offset = 12 + 16 * count
    body = b""
    for tag, data in sorted(tables.items()):
        directory += tag.encode() + struct.pack(">3L", _sum(data), offset + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    at = struct.unpack(">L", directory[(i := directory.index(b"head")) + 8 : i + 12])[0] + 8
    whole = directory + body
    return whole[:at] + struct.pack(">L", (_MAGIC - _sum(whole)) & 0xFFFFFFFF) + whole[at + 4 :]


def _sum(data: bytes) -> int:
    padded = data + b"\0" * (-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF
