"""What the tables and indexes of each schema look like, made by the migrations themselves."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from secondop_desktop import __version__
from secondop_desktop.journal.storage import migrations
from secondop_desktop.journal.storage.engine import Driver, connect, driver
from secondop_desktop.journal.storage.private_files import write_private
from secondop_desktop.paths import cache_folder

_EVERY = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name, sql"
_COUNTED = {
    "sqlite_stat1": "CREATE TABLE sqlite_stat1(tbl,idx,stat)",
    "sqlite_stat4": "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
}
"""Tables that ``ANALYZE`` of another program leaves, as SQLite makes them. They hold numbers by
which it chooses its ways, so a stranger's could make it slow: they are dropped at opening."""


def mark(sql: Driver) -> str:
    """Return a hash over the definition of every object of a file, whatever it says it is."""
    return _hashed(sql.execute(_EVERY).fetchall())


def known_as(sql: Driver) -> int | None:
    """Return which schema a file has by its definitions; None when it is none of ours."""
    found = mark(sql)
    for marks in (_kept_marks, _made_marks):
        if found in (known := marks()):
            return known.index(found) + 1
    return None


def schema_by_definitions(path: Path) -> int | None:
    """Return which schema a file has by its definitions, if any; touches and raises nothing."""
    try:
        with closing(connect(path, read_only=True)) as sql:
            return known_as(sql)
    except sqlcipher3.Error:
        return None


def shares_pages(sql: Driver) -> bool:
    """Tell whether two tables or indexes begin on one page: each would write over the other."""
    found = sql.execute("SELECT rootpage FROM sqlite_schema WHERE rootpage > 0").fetchall()
    return len(found) > len(set(found))


def drop_counted(sql: Driver) -> None:
    """Take the figures away that another program left, where a file holds any."""
    for table in _COUNTED:
        sql.execute(f"DROP TABLE IF EXISTS {table}")


def holds_counted(sql: Driver) -> bool:
    """Tell whether a file holds such figures."""
    found = sql.execute("SELECT 1 FROM sqlite_schema WHERE name LIKE 'sqlite_stat_'").fetchone()
    return found is not None


def only_lacks(sql: Driver) -> bool:
    """Tell whether a file has nothing but what we make, though not all of it."""
    found = {row for row in sql.execute(_EVERY).fetchall() if not _is_counted(row)}
    with _in_memory() as connection:
        for step in migrations.STEPS:
            step(connection)
            if found <= set(driver(connection).execute(_EVERY).fetchall()):
                return True
    return False


def _hashed(rows: Iterable[tuple[Any, ...]]) -> str:
    told = [[_plain(part) for part in row] for row in rows if not _is_counted(row)]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _is_counted(row: tuple[Any, ...]) -> bool:
    kind, name, table, made = row
    return (kind, table) == ("table", name) and made == _COUNTED.get(name, "")


def _plain(part: object) -> str | None:
    return None if part is None else " ".join(str(part).split())


@cache
def _made_marks() -> tuple[str, ...]:
    """Take each step in memory and look at what it made."""
    with _in_memory() as connection:
        return tuple(_after_each(connection))


def _after_each(connection: Connection) -> Iterator[str]:
    for step in migrations.STEPS:
        step(connection)
        yield mark(driver(connection))


@contextmanager
def _in_memory() -> Iterator[Connection]:
    with closing(sqlcipher3.connect(":memory:", isolation_level=None)) as plain:
        engine = create_engine(
            "sqlite://", module=sqlcipher3, creator=lambda: plain, poolclass=StaticPool
        )
        with engine.connect() as connection:
            yield connection


@cache
def _kept_marks() -> tuple[str, ...]:
    """Return the marks as an earlier start made them: to make them takes longer than to open."""
    place = cache_folder() / f"schema-{_of_the_steps()}.json"
    with suppress(OSError, ValueError, TypeError):
        return tuple(map(str, json.loads(place.read_text("utf-8"))))
    made = _made_marks()
    with suppress(OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_private(place, json.dumps(made).encode())
    return made


def _of_the_steps() -> str:
    """Tell the steps of this program from others': another program must not trust these marks."""
    digest = hashlib.sha256(
        f"{__version__} {len(migrations.STEPS)} {sqlcipher3.sqlite_version}".encode()
    )
    for file in sorted(files(migrations).iterdir(), key=lambda one: one.name):
        if file.name.endswith((".py", ".sql")):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
