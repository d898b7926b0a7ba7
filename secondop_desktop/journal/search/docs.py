"""What the search knows of each entry beside its index."""

import hashlib
from dataclasses import dataclass, field

from secondop_desktop.journal.search.index_words import index_words
from secondop_desktop.journal.storage.engine import Driver

Text = tuple[int, str, str]
"""What the index holds of an entry: its number, and the words of its title and of its body."""


@dataclass(frozen=True, slots=True)
class Doc:
    """What the search knows of an entry; what is in the bin is not found.

    The title is kept as it is shown, and of the words of its fields a hash: the index must be told
    the very words that it is to forget, which are made again from the entry as it was.
    """

    doc: int
    title: str
    words: int
    binned: bool
    person: str | None
    body: str | None = field(default=None, compare=False)
    """The words themselves, where they were made; they are not kept."""

    @property
    def text(self) -> Text | None:
        """What the index holds of it; raises ValueError where its words were not made."""
        if self.binned:
            return None
        if self.body is None:
            raise ValueError("words that nobody made")
        return self.doc, index_words([self.title]), self.body


def hashed(body: str) -> int:
    """Return what is kept of the words of an entry: 64 bits of BLAKE2b, as SQLite's integer."""
    return int.from_bytes(hashlib.blake2b(body.encode(), digest_size=8).digest(), signed=True)


class Docs:
    """What is known of entries: new ones are written together, at the latest by ``write``."""

    def __init__(self, sql: Driver) -> None:
        self._sql = sql
        self._new: dict[str, tuple[str, Doc]] = {}
        self._last: int | None = None

    def known(self, entry: str) -> Doc | None:
        """Return what is known of an entry."""
        if entry in self._new:
            return self._new[entry][1]
        found = self._sql.execute(
            "SELECT doc, title, words, binned, person FROM search_doc WHERE id = ?", (entry,)
        ).fetchone()
        return Doc(found[0], found[1], found[2], bool(found[3]), found[4]) if found else None

    def title(self, entry: str | None) -> str:
        """Return the title of an entry; empty for none."""
        found = self.known(entry) if entry else None
        return found.title if found else ""

    def add(self, kind: str, entry: str, new: Doc) -> None:
        """Keep what is known of an entry of which nothing was known."""
        self._new[entry] = (kind, new)

    def change(self, kind: str, entry: str, new: Doc) -> None:
        """Keep what is known of an entry from now on."""
        if entry in self._new:
            self._new[entry] = (kind, new)
        else:
            self._sql.execute(_CHANGE, (new.title, new.words, int(new.binned), new.person, new.doc))

    def forget(self, entry: str) -> None:
        """Forget an entry that is there no more."""
        self._new.pop(entry, None)
        self._sql.execute("DELETE FROM search_doc WHERE id = ?", (entry,))

    def write(self) -> None:
        """Write what was new."""
        found = self._new.items()
        self._sql.executemany(_ADD, [(*_columns(doc), kind, entry) for entry, (kind, doc) in found])
        self._new.clear()

    def next_number(self) -> int:
        """Return the number of the next new entry."""
        if self._last is None:
            self._last = self._sql.execute("SELECT max(doc) FROM search_doc").fetchone()[0] or 0
        self._last += 1
        return self._last


_ADD = (
    "INSERT INTO search_doc (doc, title, words, binned, person, kind, id) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_CHANGE = "UPDATE search_doc SET title = ?, words = ?, binned = ?, person = ? WHERE doc = ?"


def _columns(doc: Doc) -> tuple[int, str, int, int, str | None]:
    return doc.doc, doc.title, doc.words, int(doc.binned), doc.person
