"""Searching a large journal, against the bare index that gives the same screenful with snippets.

What is asked for is that the first hits are there after 1.2 times the bare index and a frame.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.search.index_words import index_words
from secondop_desktop.journal.search.marking import MATCH_END, MATCH_START
from secondop_desktop.journal.search.query import query
from secondop_desktop.journal.search.wording import body_of
from secondop_desktop.journal.storage.engine import connect
from secondop_desktop.journal.storage.tables import TOKENS
from tests.benchmarks.figures import Figure
from tests.benchmarks.large import fill
from tests.benchmarks.rounds import by_turns, timed, times

_ENTRIES = 20_000
_ROUNDS = 9
_SCREENFUL = 12
_TIMES, _FRAME_MS = 1.2, 16.0
_TYPED = {
    "the beginning of a word": "hosp",
    "two words": "kidney waiting",
    "a phrase": '"second opinion"',
    "a letter": "a",
}
_BARE = (
    "SELECT rowid, snippet(search, -1, ?, ?, '…', 16) FROM search "
    "WHERE search MATCH ? ORDER BY rank LIMIT ?"
)


def figures(folder: Path) -> Iterator[Figure]:
    """Measure what is typed first: a letter, a beginning, words, a phrase."""
    path = folder / "large.secondop"
    fill(path, _ENTRIES)
    with Journal.open(path, KINDS) as journal, closing(_bare(journal, path)) as raw:
        person = journal.entries("person")[0].id
        for words, typed in _TYPED.items():
            ours, baseline = by_turns(
                _ROUNDS, timed(_find(journal, typed, person)), timed(_match(raw, query(typed)))
            )
            name = f"Searching {_ENTRIES:,} entries for {words}"
            yield from times(f"{name}, against the bare index", ours, baseline, None)
            allowed = {clock: _TIMES * took + _FRAME_MS / 1000 for clock, took in baseline.items()}
            yield from times(f"{name}, against {_TIMES} of it and a frame", ours, allowed, 1.0)


def _bare(journal: Journal, path: Path) -> Any:
    """Make an index of the same words in a file of its own, which keeps them to show them."""
    bare = path.with_name("bare.db")
    bare.touch()
    raw = connect(bare)
    raw.execute(f"CREATE VIRTUAL TABLE search USING fts5(title, body, {TOKENS})")
    raw.execute("BEGIN")
    for kind in KINDS.values():
        texts = [
            (index_words([journal.name(row.id)]), body_of(kind, row))
            for row in journal.entries(kind.name)
        ]
        raw.executemany("INSERT INTO search (title, body) VALUES (?, ?)", texts)
    raw.execute("COMMIT")
    return raw


def _find(journal: Journal, typed: str, person: str) -> Callable[[], object]:
    """Search as the page does: everything that fits, and the words of the first screenful."""
    return lambda: [hit.snippet for hit in journal.find(typed, person)[:_SCREENFUL]]


def _match(raw: Any, match: str) -> Callable[[], object]:
    return lambda: raw.execute(_BARE, (MATCH_START, MATCH_END, match, _SCREENFUL)).fetchall()
