"""Making and renewing the schema, and refusing one that is not ours."""

from collections.abc import Iterable

from sqlalchemy import Connection, Engine

from secondop_desktop.errors import UserError
from secondop_desktop.journal.storage.engine import driver
from secondop_desktop.journal.storage.header import APPLICATION_ID
from secondop_desktop.journal.storage.migrations import STEPS
from secondop_desktop.journal.storage.tables import OWN_TABLES
from secondop_desktop.lang import _

NEWEST = len(STEPS)
"""The schema that this program writes."""


def schema_of(connection: Connection) -> int:
    """Return the number of the schema that a file has."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def migrate(engine: Engine) -> None:
    """Take the file to the newest schema in one transaction: all of it or nothing.

    References are looked at once, at the end: a table may be built anew under its old name
    (the twelve steps of the SQLite manual for "Making Other Kinds Of Table Schema Changes").
    """
    with engine.connect() as connection:
        sql = driver(connection)
        sql.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                _take_steps(connection)
                if broken := sql.execute("PRAGMA foreign_key_check").fetchone():
                    raise RuntimeError(f"a step of the schema broke a reference of {broken[0]}")
        finally:
            sql.execute("PRAGMA foreign_keys=ON")


def _take_steps(connection: Connection) -> None:
    for step in STEPS[schema_of(connection) :]:
        step(connection)
    connection.exec_driver_sql(f"PRAGMA user_version={NEWEST}")
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def refuse_strange(connection: Connection, name: str) -> None:
    """Refuse triggers and views: we make none, and they would run with every save."""
    found = connection.exec_driver_sql(
        "SELECT 1 FROM sqlite_schema WHERE type IN ('trigger', 'view') LIMIT 1"
    )
    if found.first():
        raise UserError(
            _("{file} holds commands that Secondop did not write, so it was not opened.").format(
                file=name
            )
        )


def refuse_incomplete(connection: Connection, name: str, kinds: Iterable[str]) -> None:
    """Refuse a file of the newest schema in which a table is missing."""
    found = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'")
    if not {row[0] for row in found} >= OWN_TABLES.union(kinds):
        raise UserError(
            _("{file} is damaged. Open one of its safe copies instead.").format(file=name)
        )


def described(connection: Connection) -> Iterable[str]:
    """Yield every statement of the schema in a fixed order, for comparing two files."""
    found = connection.exec_driver_sql(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name"
    )
    return [_plain(row[0]) for row in found]


def _plain(statement: str) -> str:
    return " ".join(statement.split())
