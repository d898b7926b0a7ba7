"""Short ways to write into a journal, each one change, and to look at its bytes."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage.engine import connect


def add(journal: Journal, kind: str, **values: Any) -> str:
    """Add one entry in a change of its own."""
    with journal.change(f"Add {kind}") as change:
        return change.add(kind, **values)


def edit(journal: Journal, kind: str, entry: str, **values: Any) -> bool:
    """Edit one entry in a change of its own."""
    with journal.change(f"Edit {kind}") as change:
        return change.edit(kind, entry, **values)


def put_away(journal: Journal, kind: str, entry: str) -> None:
    """Put one entry away in a change of its own."""
    with journal.change(f"Put {kind} away") as change:
        change.put_away(kind, entry)


def bring_back(journal: Journal, kind: str, entry: str) -> None:
    """Bring one entry back in a change of its own."""
    with journal.change(f"Bring {kind} back") as change:
        change.bring_back(kind, entry)


def type_into(journal: Journal, kind: str, entry: str, field: str, text: str) -> None:
    """Save a field as a form does while somebody types in it."""
    with journal.change("Type", merge=(kind, entry, field)) as change:
        change.edit(kind, entry, **{field: text})


@contextmanager
def raw(path: Path) -> Iterator[Any]:
    """Give a bare connection past all rules, as damage or another program would be."""
    with closing(connect(path)) as connection:
        yield connection


def index_knows(path: Path, entry: str, word: str) -> bool:
    """Tell whether the index, not the entry itself, finds a word in an entry."""
    found = (
        "SELECT 1 FROM search JOIN search_doc ON doc = search.rowid WHERE search MATCH ? AND id = ?"
    )
    with raw(path) as connection:
        return connection.execute(found, (word, entry)).fetchone() is not None


def index_words_of(path: Path) -> set[str]:
    """Return every word that the index holds, of whatever entry."""
    with raw(path) as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'search', 'row')"
        )
        return {word for (word,) in connection.execute("SELECT term FROM temp.words")}


def contents(journal: Journal) -> dict[str, list[tuple[Any, ...]]]:
    """Return every list of the journal, the bin's too."""
    with journal.reading():
        return {
            name + suffix: [tuple(row) for row in journal.entries(name, binned=binned)]
            for name in journal.kinds
            for suffix, binned in (("", False), (" (bin)", True))
        }
