"""Two megabytes of FHIR into a journal, against ``json.loads`` and inserts of the same rows.

The bare side is given its rows ready: it neither reads FHIR nor compares it with what is there.
It is measured with all rows that ours writes; without the file that the entries came from, which
ours keeps and the bare side is given packed; and with those of the entries alone, without the
history and the index for the search either. Both sides read the file from the disk, write one
transaction with the same settings, and start from a copy of the same journal each time.
"""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.search.index_words import index_words
from secondop_desktop.journal.search.wording import body_of
from secondop_desktop.journal.storage.engine import connect
from tests.benchmarks.export import exported
from tests.benchmarks.figures import Figure
from tests.benchmarks.rounds import Spent, by_turns, timed, times

_MEGABYTES = 2
_ROUNDS = 7
_WANTED = 4.0
_KEPT_BESIDE = ("change_log", "change_row", "search_doc")
_THE_FILE = ("attachment", "attachment_chunk", "source")

_AGAINST = ("all its rows", "its rows without the file", "the entries alone")

Rows = list[tuple[Any, ...]]
Inserts = Sequence[tuple[str, Rows]]
"""Statements, each with the values of its rows."""


def figures(folder: Path) -> Iterator[Figure]:
    """Measure reading, planning and writing for a person of whom only the name is known."""
    file, empty = folder / "bundle.json", folder / "empty.secondop"
    file.write_text(exported(_MEGABYTES * 1_000_000), encoding="utf-8")
    with Journal.create(empty, KINDS) as journal, journal.change("Add person") as change:
        change.add("person", name="Margaret Hale")
    copies = _copies(empty, folder)
    full = next(copies)
    _import(full, file)
    with closing(connect(empty)) as before, closing(connect(full)) as after:
        entries = [_insert(before, after, kind) for kind in KINDS if kind != "person"]
        beside = [_insert(before, after, table) for table in _KEPT_BESIDE]
        rows = [*entries, *beside, _searched(before, after)]
        whole = [*rows, *(_insert(before, after, table) for table in _THE_FILE)]
    works: list[Callable[[], Spent]] = [
        lambda: _import(next(copies), file),
        lambda: _load(next(copies), file, whole),
        lambda: _load(next(copies), file, rows),
        lambda: _load(next(copies), file, entries),
    ]
    ours, *against = by_turns(_ROUNDS, *works)
    number = sum(len(written) for _statement, written in entries)
    name = f"Importing {number:,} entries from {_MEGABYTES} MB of FHIR"
    for what, spent, wanted in zip(_AGAINST, against, (_WANTED, None, None), strict=True):
        yield from times(f"{name}, against {what}", ours, spent, wanted)


def _copies(path: Path, folder: Path) -> Iterator[Path]:
    for number in count():
        yield Path(shutil.copy(path, folder / f"copy-{number}.secondop"))


def _import(path: Path, file: Path) -> Spent:
    with Journal.open(path, KINDS) as journal:
        return timed(lambda: importing.apply(journal, importing.read([file], journal)))()


def _load(path: Path, file: Path, inserts: Inserts) -> Spent:
    with closing(connect(path)) as raw:
        return timed(partial(_load_into, raw, file, inserts))()


def _load_into(raw: Any, file: Path, inserts: Inserts) -> None:
    json.loads(file.read_text(encoding="utf-8"))
    raw.execute("BEGIN IMMEDIATE")
    for statement, rows in inserts:
        raw.executemany(statement, rows)
    raw.execute("COMMIT")


def _insert(before: Any, after: Any, table: str) -> tuple[str, Rows]:
    """Return the statement that writes what a table holds after and not before."""
    found = after.execute(f'SELECT * FROM "{table}"')
    names = [column[0] for column in found.description]
    old = set(before.execute(f'SELECT * FROM "{table}"'))
    new = [row for row in found if row not in old]
    listed, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    return f'REPLACE INTO "{table}" ({listed}) VALUES ({marks})', new


def _searched(before: Any, after: Any) -> tuple[str, Rows]:
    """Return the statement that tells the index of the search what is new."""
    (last,) = before.execute("SELECT max(doc) FROM search_doc").fetchone()
    titles = dict(after.execute("SELECT id, title FROM search_doc").fetchall())
    new = after.execute("SELECT id, kind, doc FROM search_doc WHERE doc > ? ORDER BY doc", (last,))
    texts = [
        (doc, index_words([titles[entry]]), _body(after, kind, entry)) for entry, kind, doc in new
    ]
    return "INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)", texts


def _body(after: Any, kind: str, entry: str) -> str:
    columns = list(KINDS[kind].types)
    listed = ", ".join(f'"{name}"' for name in columns)
    values = after.execute(f'SELECT {listed} FROM "{kind}" WHERE id = ?', (entry,)).fetchone()
    return body_of(KINDS[kind], KINDS[kind].row(dict(zip(columns, values, strict=True))))
