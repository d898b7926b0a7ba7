"""The second schema: what files and letters say beside the bare fact, kept with it."""

from sqlalchemy import Connection

_ADDED = (
    # Each line adds one column; its default is its empty value, so that older seals stay whole.
    "ALTER TABLE medicine ADD COLUMN route TEXT NOT NULL DEFAULT ''",
)


def up(connection: Connection) -> None:
    """Add the columns to journals of the first schema."""
    for statement in _ADDED:
        connection.exec_driver_sql(statement)
