"""The one entry that is being typed in: the index learns its words when that is over.

To learn each stage of a text takes as long as all else that a save does, and the file grows by what
the index keeps to forget them again. Until then a search looks at the entry itself.
"""

from typing import NamedTuple

from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.journal.storage.engine import Driver

KEYS = _KEY, _WORDS = "search waits", "search waits with"
"""Names in ``meta`` kind and id of the entry, and the words that the index has of it."""


class Typed(NamedTuple):
    """The entry whose words the index does not know yet."""

    kind: str
    id: str


def typed_last(sql: Driver, kinds: Kinds) -> Typed | None:
    """Return the entry that the index is still to learn, if there is one."""
    found = sql.execute("SELECT value FROM meta WHERE key = ?", (_KEY,)).fetchone()
    kind, _gap, entry = str(found[0]).partition(" ") if found else ("", "", "")
    return Typed(kind, entry) if kind in kinds else None


def let_wait(sql: Driver, entry: Typed, words: str) -> None:
    """Note, in the transaction that wrote it, that the index does not know the entry as it is.

    Each stage of what is typed goes, so the ``words`` that the index will have to forget are kept.
    """
    noted = [(_KEY, " ".join(entry)), (_WORDS, words)]
    sql.executemany("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", noted)


def words_before(sql: Driver) -> str | None:
    """Return the words that the index has of the entry that waits."""
    found = sql.execute("SELECT value FROM meta WHERE key = ?", (_WORDS,)).fetchone()
    return str(found[0]) if found else None


def learned(sql: Driver) -> None:
    """Note that the index knows all entries again."""
    sql.execute("DELETE FROM meta WHERE key IN (?, ?)", KEYS)
