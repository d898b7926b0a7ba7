"""Making and renewing the schema, and refusing one that is not ours."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import sqlcipher3
from sqlalchemy import Connection, Engine

from secondop_desktop.errors import UserError
from secondop_desktop.journal.storage.disk import DamagedJournal, why
from secondop_desktop.journal.storage.engine import driver
from secondop_desktop.journal.storage.header import (
    APPLICATION_ID,
    beginning_damaged,
    check_application,
)
from secondop_desktop.journal.storage.known_schema import known_as, only_lacks, shares_pages
from secondop_desktop.journal.storage.migrations import STEPS
from secondop_desktop.journal.storage.needed_version import made_by_newer, needed, say_needed
from secondop_desktop.lang import _

NEWEST = len(STEPS)
"""The schema that this program writes."""


def schema_of(connection: Connection) -> int:
    """Return the number of the schema that a file has."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def migrate(engine: Engine, then: Callable[[Connection], None] = lambda _connection: None) -> None:
    """Take the file to the newest schema in one transaction: all of it or nothing.

    ``then`` makes in it what follows from the rest of the journal.

    References are looked at once, at the end: a table may be built anew under its old name
    (the twelve steps of the SQLite manual for "Making Other Kinds Of Table Schema Changes").
    """
    with engine.connect() as connection:
        sql = driver(connection)
        sql.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                _take_steps(connection)
                then(connection)
                if broken := sql.execute("PRAGMA foreign_key_check").fetchone():
                    raise RuntimeError(f"a step of the schema broke a reference of {broken[0]}")
        finally:
            sql.execute("PRAGMA foreign_keys=ON")


def _take_steps(connection: Connection) -> None:
    for step in STEPS[schema_of(connection) :]:
        with _reading_own_parts():
            step(connection)
    say_needed(driver(connection))
    connection.exec_driver_sql(f"PRAGMA user_version={NEWEST}")
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


@contextmanager
def _reading_own_parts() -> Iterator[None]:
    """Tell what the computer refuses while a step reads its statements: the journal is whole."""
    try:
        yield
    except OSError as problem:
        text = _(
            "A part of Secondop itself cannot be read: {why}. Nothing was changed. Try again, or "
            "install Secondop once more."
        )
        raise UserError(text.format(why=why(problem))) from problem


def judge(connection: Connection, name: str) -> int:
    """Return the schema of a file that is built as we build it; raises UserError for any other.

    Every table and index is compared, by its definition: SQLite goes by that, whatever kind of
    thing the file calls it, and a constraint or a trigger of a stranger would act with each save.
    """
    sql = driver(connection)
    with _reading_definitions_only(sql):
        schema, application = (
            int(sql.execute(f"PRAGMA {one}").fetchone()[0])
            for one in ("user_version", "application_id")
        )
        check_application(application, name)
        if schema > NEWEST:
            raise made_by_newer(name, needed(sql))
        found = known_as(sql)
        strange = found is None and _holds_commands(sql)
        shared = found is not None and shares_pages(sql)
    if strange:
        raise UserError(
            _("{file} holds commands that Secondop did not write, so it was not opened.").format(
                file=name
            )
        )
    if shared or (found is None and only_lacks(sql)):
        raise DamagedJournal(
            _("{file} is damaged. Open one of its safe copies instead.").format(file=name)
        )
    if found is None:
        raise UserError(
            _(
                "{file} is not made the way Secondop makes a journal: it is damaged, or another "
                "program changed it. It was not opened. Open one of its safe copies instead."
            ).format(file=name)
        )
    if found != schema:
        raise beginning_damaged(name)
    return schema


_ALLOWED = frozenset({sqlcipher3.SQLITE_SELECT, sqlcipher3.SQLITE_READ, sqlcipher3.SQLITE_PRAGMA})
_LONG = 50_000_000
"""Steps of SQLite's machine, about a second: to read the definitions takes a thousandth."""


@contextmanager
def _reading_definitions_only(sql: Any) -> Iterator[None]:
    """Let nothing be done but read, and not for long, while nobody knows what the file is."""
    sql.set_authorizer(lambda action, *_rest: 0 if action in _ALLOWED else 1)
    sql.set_progress_handler(lambda: 1, _LONG)
    try:
        yield
    finally:
        sql.set_progress_handler(None, 0)
        sql.set_authorizer(None)


def _holds_commands(sql: Any) -> bool:
    """Tell whether anything in a file is run by itself; read as SQLite reads it."""
    found = sql.execute("SELECT type, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    words = [(str(kind), str(text).upper().split()[:3]) for kind, text in found]
    return any(
        kind not in {"table", "index"} or {"TRIGGER", "VIEW"} & set(text) for kind, text in words
    )


def described(connection: Connection) -> Iterable[str]:
    """Yield every statement of the schema in a fixed order, for comparing two files."""
    found = connection.exec_driver_sql(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name"
    )
    return [_plain(row[0]) for row in found]


def _plain(statement: str) -> str:
    return " ".join(statement.split())
