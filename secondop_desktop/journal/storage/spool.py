"""A file for what is too much for the memory: noise to everybody else, and gone with the program.

It is an SQLCipher file under a key that was drawn for it and stands in memory alone, as what
lies in it may come from a journal with a passphrase. It lies where all files lie that hold
health data for a moment, so that what a crash leaves goes at the next start; but on the disk, as
a system that keeps those files in memory has little room for them.
"""

import secrets
import threading
import weakref
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Final

import sqlcipher3

from secondop_desktop.errors import UserError
from secondop_desktop.journal.storage.disk import why
from secondop_desktop.journal.storage.engine import of_the_disk
from secondop_desktop.journal.storage.unfinished import passing_folder
from secondop_desktop.lang import _

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
            folder = stack.enter_context(passing_folder(roomy=True))
            self._lock, self._lists, self._folder = threading.Lock(), 0, folder
            with self._at_work():
                self._sql: Any = sqlcipher3.connect(
                    str(folder / "spool"), isolation_level=None, check_same_thread=False
                )
                stack.callback(self._sql.close)
                self._set_up()
            self.end = weakref.finalize(self, stack.pop_all().close)

    def _set_up(self) -> None:
        self._sql.execute(f"PRAGMA key=\"x'{secrets.token_hex(32)}'\"")
        for pragma in _PRAGMAS:
            self._sql.execute(f"PRAGMA {pragma}")
        for table in _TABLES:
            self._sql.execute(table)
        self._sql.execute("BEGIN")  # never committed: nobody else is to see anything of it

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        """Do one thing after the other; raises UserError where the disk does not take it."""
        with self._lock:
            try:
                yield
            except sqlcipher3.Error as error:
                problem = of_the_disk(error, self._folder)
                if problem is None:
                    raise
                raise UserError(
                    _(
                        "There is too little room for what this takes for a while, and nothing was "
                        "changed: {why}. Free some space on the disk of {folder}, then try again."
                    ).format(why=why(problem), folder=self._folder.parent)
                ) from error

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
        with self._at_work():
            self._sql.execute("INSERT INTO block VALUES (?, ?, ?)", (number, place, block))

    def block(self, number: int, place: int) -> bytes:
        """Return a block of a list."""
        asked = "SELECT bytes FROM block WHERE list = ? AND place = ?"
        with self._at_work():
            found: bytes = self._sql.execute(asked, (number, place)).fetchone()[0]
        return found

    def name(self, name: bytes, value: str) -> None:
        """Keep a text under a name; the newest one of a name holds."""
        with self._at_work():
            self._sql.execute("INSERT OR REPLACE INTO named VALUES (?, ?)", (name, value))

    def named(self, name: bytes) -> str | None:
        """Return the text kept under a name, or None."""
        with self._at_work():
            found = self._sql.execute("SELECT value FROM named WHERE name = ?", (name,)).fetchone()
        return found[0] if found else None
