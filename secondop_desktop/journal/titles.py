"""The titles by which entries name others, read as they are asked for."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Final

from sqlalchemy import Connection

from secondop_desktop.journal.storage.engine import driver, read_all

_ONE_BY_ONE: Final = 40
"""Titles looked up singly; who asks for more is soon told all, as that takes less by then."""


class Titles:
    """Gives the title of an entry by its id: a list of thousands names a few doctors.

    Each is as it was when it was first asked for. An empty text stands for None, for an unknown
    id, and for what nobody had asked for before the journal was closed, as a list may be painted
    once more on the way out.
    """

    def __init__(
        self, reading: Callable[[], AbstractContextManager[Connection]], closed: Callable[[], bool]
    ) -> None:
        self._reading, self._closed = reading, closed
        self._known: dict[str, str] = {}
        self._whole = False

    def __call__(self, entry: str | None) -> str:
        """Return one title."""
        if not entry:
            return ""
        if entry not in self._known and not self._whole and not self._closed():
            self._learn(entry)
        return self._known.get(entry) or ""

    def _learn(self, entry: str) -> None:
        if len(self._known) >= _ONE_BY_ONE:
            self.learn_all()
            return
        with self._reading() as connection:
            self._known[entry] = title_of(connection, entry)

    def learn_all(self) -> None:
        """Read every title at once; those asked for before stay what they were."""
        with self._reading() as connection:
            found = read_all(driver(connection), "SELECT id, CAST(title AS TEXT) FROM search_doc")
        self._known = dict(found) | self._known
        self._whole = True


def title_of(connection: Connection, entry: str | None) -> str:
    """Return the title by which an entry is known; empty for None or an unknown id."""
    sql = "SELECT CAST(title AS TEXT) FROM search_doc WHERE id = ?"
    found = driver(connection).execute(sql, (entry,)).fetchone() if entry else None
    return (found[0] or "") if found else ""
