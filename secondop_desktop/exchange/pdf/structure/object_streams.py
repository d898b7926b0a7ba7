"""The file itself, with its many small objects packed (ISO 32000-1, 7.5.7 and 7.5.8).

A long table has a structure element for every cell; packed, they take a tenth of the room.
"""

import hashlib
import zlib
from typing import Any

from reportlab.pdfbase import pdfdoc

_PACK = 400  # objects in one object stream
_END = b"endstream\n"
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class CompactDocument(pdfdoc.PDFDocument):  # type: ignore[misc]
    """A ReportLab document that is written with object streams, and takes ready bytes too."""

    def __init__(self, lang: str) -> None:
        """Start an empty document in this language."""
        super().__init__(compression=1, invariant=1, pdfVersion=(1, 7), lang=lang)
        self._ready: dict[int, bytes] = {}

    def reserve(self) -> int:
        """Return the number of a new object whose bytes will be ``put``."""
        self.objectcounter += 1
        return int(self.objectcounter)

    def put(self, number: int, data: bytes) -> None:
        """Give a reserved object its bytes."""
        self._ready[number] = data

    def number_of(self, thing: Any) -> int:
        """Return the number of an object of ReportLab's."""
        name = self.Reference(thing).name
        return int(self.idToObjectNumberAndVersion[name][0])

    def format(self) -> bytes:
        """Return the whole file. ReportLab calls this when all pages are drawn."""
        root, info = self.number_of(self.Catalog), self.number_of(self.info)
        file = _File()
        number = 0
        while number < self.objectcounter:  # it grows: objects name further ones
            number += 1
            file.add(number, self._bytes_of(number))
        return file.closed(f"/Root {root} 0 R/Info {info} 0 R")

    def _bytes_of(self, number: int) -> bytes:
        ready = self._ready.get(number)
        if ready is not None:
            return ready
        thing = self.idToObject[self.numberToId[number]]
        data = bytes(pdfdoc.format(thing, self, toplevel=1))
        if data.endswith(_END):  # PDF/A wants it on a line of its own
            return data[: -len(_END)] + b"\n" + _END
        return data


class _File:
    """Collects objects and remembers where each one is."""

    def __init__(self) -> None:
        self.parts = [_HEADER]
        self.offset = len(_HEADER)
        self.places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        self.waiting: list[tuple[int, bytes]] = []

    def add(self, number: int, data: bytes) -> None:
        """Take an object: streams are written, all else is packed."""
        if data.endswith(_END):
            self._write(number, data)
        else:
            self.waiting.append((number, data))

    def closed(self, entries: str) -> bytes:
        """Return the file with its cross-reference stream; entries are those of the trailer."""
        number = max([*self.places, *(n for n, _data in self.waiting)]) + 1
        for start in range(0, len(self.waiting), _PACK):
            self._pack(number, self.waiting[start : start + _PACK])
            number += 1
        start = self.offset
        self.places[number] = (1, start, 0)
        rows = b"".join(_row(*self.places[n]) for n in range(number + 1))
        mark = hashlib.md5(b"".join(self.parts), usedforsecurity=False).hexdigest()
        head = f"/Type/XRef/Size {number + 1}/W[1 4 2]{entries}/ID[<{mark}><{mark}>]"
        self._write(number, stream(head, rows))
        self.parts.append(f"startxref\n{start}\n%%EOF\n".encode())
        return b"".join(self.parts)

    def _pack(self, number: int, objects: list[tuple[int, bytes]]) -> None:
        index, bodies, offset = [], [], 0
        for place, (packed, data) in enumerate(objects):
            index.append(f"{packed} {offset}")
            bodies.append(data)
            offset += len(data) + 1
            self.places[packed] = (2, number, place)
        first = " ".join(index).encode() + b"\n"
        head = f"/Type/ObjStm/N {len(objects)}/First {len(first)}"
        self._write(number, stream(head, first + b"\n".join(bodies)))

    def _write(self, number: int, data: bytes) -> None:
        self.places[number] = (1, self.offset, 0)
        whole = b"%d 0 obj\n%bendobj\n" % (number, data)
        self.parts.append(whole)
        self.offset += len(whole)


def stream(entries: str, content: bytes) -> bytes:
    """Return a stream object of these bytes, packed."""
    packed = zlib.compress(content)
    head = f"<<{entries}/Filter/FlateDecode/Length {len(packed)}>>\nstream\n"
    return head.encode() + packed + b"\nendstream\n"


def _row(kind: int, first: int, second: int) -> bytes:
    return bytes((kind,)) + first.to_bytes(4, "big") + second.to_bytes(2, "big")
