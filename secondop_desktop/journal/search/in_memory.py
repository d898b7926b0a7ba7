"""An index in memory, of the same rule as that of a journal."""

from typing import Any

import sqlcipher3

from secondop_desktop.journal.storage.tables import TOKENS


def index_in_memory() -> Any:
    """Make an empty index ``search`` on a connection of its own; whoever asks closes it."""
    sql = sqlcipher3.connect(":memory:", isolation_level=None)
    sql.execute(f"CREATE VIRTUAL TABLE search USING fts5(title, body, content='', {TOKENS})")
    return sql
