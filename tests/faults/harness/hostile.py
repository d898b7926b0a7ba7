"""Opens journals that were built to harm: none of them is opened, and none is changed."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import sqlcipher3

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.protection.passphrases import fresh_key
from secondop_desktop.journal.storage.engine import use_key
from tests.encrypted import PHRASE, quick_keys
from tests.faults.harness.tally import Tally

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


def run_encrypted(folder: Path, chance: Random, times: int) -> Tally:
    """Try each in a journal whose passphrase the stranger told."""
    with quick_keys():
        return run(folder, chance, times, PHRASE)


def run(folder: Path, _chance: Random, _times: int, phrase: str = "") -> Tally:
    """Try each of them once."""
    path, tally = folder / "a.secondop", Tally()
    Journal.create(path, KINDS, fresh_key(phrase) if phrase else None).close()
    whole = path.read_bytes()
    for statement, values in statements():
        path.write_bytes(whole)
        with closing(sqlcipher3.connect(str(path), isolation_level=None)) as sql:
            use_key(sql, path)
            sql.execute("PRAGMA writable_schema=ON")
            sql.execute(statement, values)
        if path.read_bytes() == whole:
            continue
        tally.add(kinds=1)
        if not _is_refused(path):
            tally.broken.append(f"opened: {statement} {values}")
    return tally


def _is_refused(path: Path) -> bool:
    before = path.read_bytes()
    try:
        Journal.open(path, KINDS).close()
    except UserError:
        return path.read_bytes() == before
    return False
