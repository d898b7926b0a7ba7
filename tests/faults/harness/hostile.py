"""Opens journals that were built to harm: none of them is opened, and none is changed."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import sqlcipher3

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal

_BODIES = ("DELETE FROM allergy", "UPDATE medicine SET dose = '50 mg'", "SELECT randomblob(1e9)")
_TYPES = ("trigger", "Trigger", "TRIGGER", "table", "index", "")
_WORDS = (
    ("PRIMARY KEY (id)", "PRIMARY KEY (id), UNIQUE (created) ON CONFLICT REPLACE"),
    ("PRIMARY KEY (id)", "PRIMARY KEY (id) ON CONFLICT IGNORE"),
    ("PRIMARY KEY (id)", "PRIMARY KEY (id), CHECK (length(id) < 99)"),
    ("created TEXT", "created TEXT COLLATE NOCASE"),
)
_MADE = "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES (?, 'x', ?, 0, ?)"


def statements() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each kind of harm as a statement with its values."""
    for number, kind in enumerate(KINDS):
        body = _BODIES[number % len(_BODIES)]
        trigger = f'CREATE TRIGGER x AFTER INSERT ON "{kind}" BEGIN {body}; END'
        yield _MADE, (_TYPES[number % len(_TYPES)], kind, trigger)
        yield f'CREATE VIEW x{number} AS SELECT * FROM "{kind}"', ()
        yield f'ALTER TABLE "{kind}" ADD COLUMN big AS (hex(zeroblob(1e8))) VIRTUAL', ()
        old, new = _WORDS[number % len(_WORDS)]
        changed = "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = ?"
        yield changed, (old, new, kind)
        yield f'CREATE INDEX x{number} ON "{kind}" (abs(id))', ()


def run(folder: Path, _times: int) -> tuple[str, bool]:
    """Try each of them once."""
    path = folder / "a.secondop"
    Journal.create(path, KINDS).close()
    whole, count, opened = path.read_bytes(), 0, 0
    for statement, values in statements():
        path.write_bytes(whole)
        with closing(sqlcipher3.connect(str(path), isolation_level=None)) as sql:
            sql.execute("PRAGMA writable_schema=ON")
            sql.execute(statement, values)
        harmed = path.read_bytes()
        count += harmed != whole
        opened += harmed != whole and not _is_refused(path)
    return f"hostile journals: {count} kinds, opened: {opened}", not opened and count >= 100


def _is_refused(path: Path) -> bool:
    before = path.read_bytes()
    try:
        Journal.open(path, KINDS).close()
    except UserError:
        return path.read_bytes() == before
    return False
