"""A file for what is too much for the memory: noise to everybody else, and gone with the program.

It is an SQLCipher file under a key that was drawn for it and stands in memory alone, as what
lies in it may come from a journal with a passphrase. It lies where all files lie that hold
health data for a moment, so that what a crash leaves goes at the next start.
"""

import secrets
import threading
import weakref
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Final

import sqlcipher3

from secondop_desktop.journal.storage.unfinished import passing_folder

_PRAGMAS: Final = (
    "journal_mode=OFF",
    "synchronous=OFF",
    "locking_mode=EXCLUSIVE",
    "cache_size=-1024",
)
"""Nothing in it is worth to be saved from a crash, and what it holds is not to lie in memory."""

_TABLES: Final = (
    "CREATE TABLE block (list INTEGER, place INTEGER, bytes BLOB, PRIMARY KEY (list, place))",
    "CREATE TABLE named (name BLOB PRIMARY KEY, value TEXT) WITHOUT ROWID",
)


class Spool:
    """Holds blocks of bytes by list and place, and texts by name, until nothing needs them."""

    def __init__(self) -> None:
        with ExitStack() as stack:
            folder = stack.enter_context(passing_folder())
            self._sql: Any = sqlcipher3.connect(
                str(folder / "spool"), isolation_level=None, check_same_thread=False
            )
            stack.callback(self._sql.close)
            self._set_up()
            self.end = weakref.finalize(self, stack.pop_all().close)
        self._lock, self._lists = threading.Lock(), 0

    def _set_up(self) -> None:
        self._sql.execute(f"PRAGMA key=\"x'{secrets.token_hex(32)}'\"")
        for pragma in _PRAGMAS:
            self._sql.execute(f"PRAGMA {pragma}")
        for table in _TABLES:
            self._sql.execute(table)
        self._sql.execute("BEGIN")  # never committed: nobody else is to see anything of it

    @contextmanager
    def while_whole(self) -> Iterator[None]:
        """Take the file away at once where work that fills it fails or is stopped."""
        try:
            yield
        except BaseException:
            self.end()
            raise

    def new_list(self) -> int:
        """Return a number for the blocks of one more list."""
        self._lists += 1
        return self._lists

    def put(self, number: int, place: int, block: bytes) -> None:
        """Keep a block of a list."""
        with self._lock:
            self._sql.execute("INSERT INTO block VALUES (?, ?, ?)", (number, place, block))

    def block(self, number: int, place: int) -> bytes:
        """Return a block of a list."""
        asked = "SELECT bytes FROM block WHERE list = ? AND place = ?"
        with self._lock:
            found: bytes = self._sql.execute(asked, (number, place)).fetchone()[0]
        return found

    def name(self, name: bytes, value: str) -> None:
        """Keep a text under a name; the newest one of a name holds."""
        with self._lock:
            self._sql.execute("INSERT OR REPLACE INTO named VALUES (?, ?)", (name, value))

    def named(self, name: bytes) -> str | None:
        """Return the text kept under a name, or None."""
        with self._lock:
            found = self._sql.execute("SELECT value FROM named WHERE name = ?", (name,)).fetchone()
        return found[0] if found else None
