"""The fourth schema: where on its page a result was found."""

from sqlalchemy import Connection

# Each column's default is its empty value, so that older seals stay whole.
TEXT = "TEXT NOT NULL DEFAULT ''"

_ADDED = (("result", "place", TEXT),)


def up(connection: Connection) -> None:
    """Add the columns to journals of the third schema."""
    for table, column, kind_of in _ADDED:
        connection.exec_driver_sql(f'ALTER TABLE "{table}" ADD COLUMN {column} {kind_of}')
