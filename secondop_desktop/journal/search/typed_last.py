"""The one entry that is being typed in: the index learns its words when that is over.

To learn each stage of a text takes as long as all else that a save does, and the file grows by what
the index keeps to forget them again. Until then a search looks at the entry itself.
"""

from typing import NamedTuple

from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.journal.storage.engine import Driver

KEY = "search waits"
"""Names in ``meta`` kind and id of the entry."""


class Typed(NamedTuple):
    """The entry whose words the index does not know yet."""

    kind: str
    id: str


def typed_last(sql: Driver, kinds: Kinds) -> Typed | None:
    """Return the entry that the index is still to learn, if there is one."""
    found = sql.execute("SELECT value FROM meta WHERE key = ?", (KEY,)).fetchone()
    kind, _gap, entry = str(found[0]).partition(" ") if found else ("", "", "")
    return Typed(kind, entry) if kind in kinds else None


def let_wait(sql: Driver, entry: Typed) -> None:
    """Note, in the transaction that wrote it, that the index does not know the entry as it is."""
    sql.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (KEY, " ".join(entry)))


def learned(sql: Driver) -> None:
    """Note that the index knows all entries again."""
    sql.execute("DELETE FROM meta WHERE key = ?", (KEY,))
