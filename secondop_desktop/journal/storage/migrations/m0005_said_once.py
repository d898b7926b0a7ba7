"""The fifth schema: the index keeps no copy of what it holds, as the entries say it."""

from sqlalchemy import Connection

_STEPS = (
    "ALTER TABLE search_doc ADD COLUMN words INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE search_doc DROP COLUMN body",
    "DROP TABLE search",
    "CREATE VIRTUAL TABLE search USING fts5(title, body, content='', "
    "tokenize='unicode61 remove_diacritics 2')",
    "INSERT INTO search(search, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO search(search, rank) VALUES ('rank', 'bm25(5.0, 1.0)')",
    "DELETE FROM meta WHERE key = 'search'",
)
"""Without that line of ``meta`` the index is made anew, in the same transaction."""


def up(connection: Connection) -> None:
    """Let journals of the fourth schema say each text once less."""
    for statement in _STEPS:
        connection.exec_driver_sql(statement)
