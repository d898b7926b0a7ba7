"""Finds what is whole in a damaged file: entries and files are known by their seals and hashes."""

import hashlib
import json
import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from secondop_desktop.journal.files.attachments import PACKED
from secondop_desktop.journal.storage.leaf_pages import Found, records
from secondop_desktop.journal.storage.packed_text import unpacked
from secondop_desktop.journal.storage.raw_rows import Raw
from secondop_desktop.journal.storage.seals import is_sealed

_ID = re.compile(r"[0-9a-f]{20}")
_HASH = re.compile(r"sha256:[0-9a-f]{64}")

Columns = Mapping[str, Mapping[str, Any]]
"""The columns of each kind in the order of the file, with what stands there when nothing does."""


@dataclass
class Salvaged:
    """What was found: rows by kind and id, the log's rows in order, files by their hash."""

    rows: dict[tuple[str, str], Raw] = field(default_factory=dict)
    steps: dict[int, tuple[Any, ...]] = field(default_factory=dict)
    changes: dict[tuple[int, int], tuple[Any, ...]] = field(default_factory=dict)
    files: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    sources: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    pieces: dict[str, dict[int, bytes]] = field(default_factory=lambda: defaultdict(dict))
    harmed: dict[tuple[str, str], Raw] = field(default_factory=dict)
    """Rows that are not as they were sealed, under each kind that they may be of."""
    titles: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Kind and title of every entry that the search knew, by its id."""
    log_seal: str = ""
    """The hash over the whole history, if it was found."""

    def whole_files(self) -> Iterator[tuple[str, list[bytes]]]:
        """Yield the hash and pieces of each file whose bytes are what was stored."""
        for name, noted in self.files.items():
            pieces = [self.pieces[name][at] for at in sorted(self.pieces[name])]
            if _hash_of(pieces, packed=noted[4] == PACKED) == name:
                yield name, pieces

    def replayed(self) -> dict[tuple[str, str], Raw | None]:
        """Return each entry as the log tells it: None for one that is no more."""
        told: dict[tuple[str, str], Raw | None] = {}
        for place in sorted(self.changes):
            _seq, _at, kind, entry, _before, after = self.changes[place]
            written = _json(after)
            before = told.get((kind, entry))
            told[kind, entry] = None if written is None else {**(before or {}), **written}
        return {key: raw for key, raw in told.items() if raw is None or _is_of(key, raw)}


_OFTEN = 2000
"""Records after which it is told that the reading goes on: some twenty times a second."""


def salvage(path: Path, columns: Columns, going_on: Callable[[], None]) -> Salvaged:
    """Read a file page by page and keep what proves to be whole; ``going_on`` may end it."""
    found = Salvaged()
    places: dict[int, list[str]] = defaultdict(list)
    for kind, names in columns.items():
        places[list(names).index("seal")].append(kind)
    for number, record in enumerate(records(path)):
        if number % _OFTEN == 0:
            going_on()
        _take(found, record, columns, places)
    return found


def _take(
    found: Salvaged, record: Found, columns: Columns, places: Mapping[int, list[str]]
) -> None:
    values = record.values
    if record.rowid is None:
        if len(values) == 6 and isinstance(values[0], int) and isinstance(values[1], int):
            found.changes[values[0], values[1]] = values
        return
    for at, kinds in places.items():
        if at < len(values) and isinstance(values[at], str) and _HASH.fullmatch(values[at]):
            _take_entry(found, values, [(kind, columns[kind]) for kind in kinds])
    _take_noted(found, record.rowid, values)


def _take_entry(
    found: Salvaged, values: tuple[Any, ...], kinds: list[tuple[str, Mapping[str, Any]]]
) -> None:
    for kind, blank in kinds:
        if len(values) <= len(blank):
            raw = dict(blank) | dict(zip(blank, values, strict=False))
            known = found.rows.get((kind, raw["id"]))
            whole = _is_whole(raw)
            if whole and (known is None or raw["changed"] > known["changed"]):
                found.rows[kind, raw["id"]] = raw
            elif not whole and len(values) == len(blank) and _is_id(raw["id"]):
                found.harmed[kind, raw["id"]] = raw


def _take_noted(found: Salvaged, rowid: int, values: tuple[Any, ...]) -> None:
    """Keep what is no entry: steps, files and their pieces, and how entries were called."""
    first = values[1] if len(values) > 1 and values[0] is None else values[0] if values else None
    if len(values) == 7 and values[0] is None and isinstance(values[1], int):
        found.steps[rowid] = (rowid, *values[1:])
    elif len(values) == 7 and _is_id(first):
        found.titles[values[1]] = (str(values[2]), str(values[5]))
    elif first == "log seal" and len(values) == 2:
        found.log_seal = str(values[1])
    elif not isinstance(first, str) or not _HASH.fullmatch(first):
        return
    elif len(values) == 4 and isinstance(values[2], int) and isinstance(values[3], bytes):
        found.pieces[first][values[2]] = values[3]
    elif len(values) in {4, 5} and isinstance(values[1], int):
        found.files[first] = (*values, "")[:5]
    elif len(values) == 3:
        found.sources[first] = values


def _is_of(key: tuple[str, str], raw: Raw) -> bool:
    """Tell whether a row is whole and is the one that the history names: that may be harmed."""
    return _is_whole(raw) and raw["id"] == key[1]


def _is_id(text: object) -> bool:
    return isinstance(text, str) and bool(_ID.fullmatch(text))


def _is_whole(raw: Raw) -> bool:
    return _is_id(raw.get("id")) and "seal" in raw and is_sealed(raw)


def _json(text: object) -> Raw | None:
    with suppress(ValueError, TypeError, RecursionError):
        found = json.loads(unpacked(text))
        if isinstance(found, dict):
            return found
    return None if text is None else {}


def _hash_of(pieces: list[bytes], *, packed: bool) -> str:
    whole = b"".join(pieces)
    if packed:
        try:
            whole = zlib.decompress(whole)
        except zlib.error:
            return ""
    return f"sha256:{hashlib.sha256(whole).hexdigest()}"
