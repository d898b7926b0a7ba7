"""Writes what was saved of a journal into an empty one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.journal.mending.salvage import Salvaged
from secondop_desktop.journal.references import references
from secondop_desktop.journal.search.index import Index
from secondop_desktop.journal.storage.engine import Driver, driver
from secondop_desktop.journal.storage.lean_rows import filled
from secondop_desktop.journal.storage.log_seals import log_fits, seal_files, seal_log
from secondop_desktop.journal.storage.raw_rows import Raw, Rows
from secondop_desktop.journal.storage.seals import sealed

_Key = tuple[str, str]


@dataclass
class Rebuilt:
    """How many entries came back whole, and by name what came from elsewhere or was lost."""

    count: int = 0
    has_history: bool = False
    from_log: list[str] = field(default_factory=list)
    from_copy: list[str] = field(default_factory=list)
    harmed: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    without_file: list[str] = field(default_factory=list)
    without_name: list[str] = field(default_factory=list)
    has_titles: bool = True
    """Whether all that was there is known by name, so that all that is lost could be told."""


def rebuild(
    connection: Connection, kinds: Kinds, own: Salvaged, older: Sequence[Salvaged]
) -> Rebuilt:
    """Write entries, files and history into an empty journal, in the order of their worth."""
    done = Rebuilt()
    rows = _chosen(done, kinds, own, older)
    files = _write_files(driver(connection), rows, own, older)
    _write_rows(connection, kinds, rows, done, files)
    done.has_history = _write_history(driver(connection), own)
    Index(kinds).renew(connection)
    seal_log(driver(connection))
    seal_files(driver(connection))
    return done


def _chosen(
    done: Rebuilt, kinds: Kinds, own: Salvaged, older: Sequence[Salvaged]
) -> dict[_Key, Raw]:
    """Choose each entry's row: the file's own, else the history's, a copy's, or what stands."""
    replayed = own.replayed().items()
    told = {key: filled(kinds, key[0], raw) for key, raw in replayed if key[0] in kinds}
    gone = {key for key, raw in told.items() if raw is None}
    sorts = _sorts((own, *older))
    rows = {key: raw for key, raw in _sure(own.rows, sorts, kinds).items() if key not in gone}
    done.count = len(rows)
    whole = {k: raw for k, raw in told.items() if raw is not None and _fits(kinds, k, raw)}
    _add(rows, whole, gone, done.from_log, own, kinds)
    done.has_titles = {entry for _kind, entry in rows} <= own.titles.keys()
    wanted = {(kind, entry) for entry, (kind, _title) in own.titles.items()}
    wanted |= {(row[2], row[3]) for row in own.changes.values()}
    for copy in older:
        known = _sure(copy.rows, sorts, kinds)
        if done.has_titles:  # what was emptied from the bin since stays away
            known = {key: raw for key, raw in known.items() if key in wanted}
        _add(rows, known, gone, done.from_copy, copy, kinds)
    standing = {k: raw for k, raw in own.harmed.items() if k in wanted and _fits(kinds, k, raw)}
    _add(rows, standing, gone, done.harmed, own, kinds)
    names = {key: own.titles[key[1]][1] for key in wanted if key[1] in own.titles}
    missing = [key for key in wanted if key[0] in kinds and key not in rows and key not in gone]
    done.lost += sorted(names.get(key) or key[1] for key in missing)
    return rows


def _sorts(found: Sequence[Salvaged]) -> dict[str, str]:
    """Return of which kind each entry is, as the search and the history call it."""
    sorts: dict[str, str] = {}
    for one in reversed(found):
        sorts |= {row[3]: row[2] for row in one.changes.values()}
        sorts |= {entry: kind for entry, (kind, _title) in one.titles.items()}
    return sorts


def _sure(rows: Mapping[_Key, Raw], sorts: Mapping[str, str], kinds: Kinds) -> dict[_Key, Raw]:
    """Return each row under the one kind it is of: short entries of two kinds may look alike."""
    sure: dict[str, tuple[_Key, Raw]] = {}
    for key, raw in rows.items():
        if sorts.get(key[1], key[0]) == key[0] and _fits(kinds, key, raw):
            sure.setdefault(key[1], (key, raw))
    return dict(sure.values())


def _fits(kinds: Kinds, key: _Key, raw: Raw) -> bool:
    """Tell whether a harmed row can at least be written: nothing is missing that must be there."""
    blank = kinds[key[0]].blank if key[0] in kinds else {}
    return raw.keys() == blank.keys() and all(
        raw[name] is not None or empty is None for name, empty in blank.items()
    )


def _add(
    rows: dict[_Key, Raw],
    found: Mapping[_Key, Raw],
    gone: set[_Key],
    names: list[str],
    known: Salvaged,
    kinds: Kinds,
) -> None:
    for key, raw in found.items():
        if key not in rows and key not in gone:
            rows[key] = raw
            title = known.titles.get(key[1], ("", ""))[1]
            names.append(title or _title(kinds, key[0], raw) or key[1])


def _write_files(
    sql: Driver, rows: Mapping[_Key, Raw], own: Salvaged, older: Sequence[Salvaged]
) -> set[str]:
    """Write each file once, if its bytes are what was stored; returns the hashes of all."""
    written: set[str] = set()
    for found in (own, *older):
        for name, pieces in found.whole_files():
            if name not in written and (found is own or _names(rows, name)):
                written.add(name)
                _write_file(sql, found, name, pieces)
    return written


def _names(rows: Mapping[_Key, Raw], file_hash: str) -> bool:
    return any(file_hash in raw.values() for raw in rows.values())


def _write_file(sql: Driver, found: Salvaged, name: str, pieces: list[bytes]) -> None:
    sql.execute(
        "INSERT INTO attachment (hash, size, type, added, packed) VALUES (?, ?, ?, ?, ?)",
        found.files[name],
    )
    for at, piece in enumerate(pieces):
        sql.execute(
            "INSERT INTO attachment_chunk (hash, position, bytes) VALUES (?, ?, ?)",
            (name, at, piece),
        )
    if name in found.sources:
        sql.execute(
            "INSERT INTO source (hash, name, imported) VALUES (?, ?, ?)", found.sources[name]
        )


def _write_rows(
    connection: Connection,
    kinds: Kinds,
    rows: Mapping[_Key, Raw],
    done: Rebuilt,
    files: set[str],
) -> None:
    writing = Rows(connection, kinds)
    for (kind, entry), raw in sorted(rows.items(), key=lambda one: str(one[1]["created"])):
        kept = _without_lost(kinds, kind, raw, rows)
        if kept != raw:
            done.without_name.append(_title(kinds, kind, raw) or entry)
        if any(raw.get(f.name) and raw[f.name] not in files for f in kinds[kind].fields if f.file):
            done.without_file.append(_title(kinds, kind, raw) or entry)
        writing.insert(kind, kept)


def _without_lost(kinds: Kinds, kind: str, raw: Raw, rows: Mapping[_Key, Raw]) -> Raw:
    """Leave out the names of entries that are lost: the file holds no reference into nothing."""
    lost = {
        one.column
        for one in references(kinds[kind], raw)
        if one.refers and (one.refers, one.entry) not in rows
    }
    if not lost:
        return raw
    kept = raw | {column: kinds[kind].blank[column] for column in lost}
    return kept | {"seal": sealed(kept)}


def _title(kinds: Kinds, kind: str, raw: Raw) -> str:
    return kinds[kind].title(kinds[kind].row(raw), lambda _entry: "")


def _write_history(sql: Driver, own: Salvaged) -> bool:
    """Keep the history if it is whole: half of it could take back what it does not know."""
    for row in _in_order(own.steps):
        sql.execute(
            "INSERT INTO change_log (seq, step, at, what, label, merge, target) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            row,
        )
    for row in _in_order({key: row for key, row in own.changes.items() if key[0] in own.steps}):
        sql.execute(
            'INSERT INTO change_row (seq, position, kind, entry, "before", "after") '
            "VALUES (?, ?, ?, ?, ?, ?)",
            row,
        )
    if own.log_seal:
        sql.execute(
            "INSERT OR REPLACE INTO meta (key, value) VALUES ('log seal', ?)", (own.log_seal,)
        )
    if own.log_seal and log_fits(sql):
        return True
    sql.execute("DELETE FROM change_row")
    sql.execute("DELETE FROM change_log")
    return False


def _in_order(found: Mapping[Any, tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    return (found[key] for key in sorted(found))
