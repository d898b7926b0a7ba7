"""Looking a journal through for damage, told in the user's words."""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from sqlalchemy import Connection

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.files import attachments
from secondop_desktop.journal.harmed_parts import harmed_parts
from secondop_desktop.journal.search.index_check import index_fits
from secondop_desktop.journal.storage.engine import driver
from secondop_desktop.journal.storage.log_seals import files_fit, log_fits
from secondop_desktop.journal.storage.seals import broken
from secondop_desktop.lang import _


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it was saved; ``kind`` and ``id`` where it is an entry.

    ``detail`` is what the database itself says of it, for whoever mends the file.
    """

    text: str
    kind: str = ""
    id: str = ""
    detail: str = ""


_BESIDE = 2
"""Threads that hash files beside the one that looks at the rest: to hash is half of the work."""


def check(journal: Journal) -> list[Finding]:
    """Check file, references, entries, history, the search index and the stored files.

    An empty list means whole. Where the file itself is damaged the rest is not looked at. The files
    are hashed beside the rest: each of both reads nearly all of a journal that holds scans.
    """
    journal.read_afresh()
    with ThreadPoolExecutor(_BESIDE, "check") as beside:
        waiting = _stored(journal)
        parts = [beside.submit(_harmed, journal, waiting) for _each in range(_BESIDE)]
        try:
            with journal.reading() as connection:
                if pages := list(_pages(journal, connection)):
                    return pages
                found, noted = list(_in_entries(journal, connection)), files_fit(driver(connection))
            harmed = sorted(file_hash for part in parts for file_hash in part.result())
        finally:
            waiting.clear()  # else what ends the check would wait until all are hashed
        return [*found, *_files(harmed, noted)]


def _in_entries(journal: Journal, connection: Connection) -> Iterator[Finding]:
    yield from _references(connection)
    yield from _entries(journal, connection)
    yield from _log(connection)
    yield from _index(journal, connection)


def _stored(journal: Journal) -> deque[str]:
    with journal.reading() as connection:
        return attachments.every(driver(connection))


def _harmed(journal: Journal, waiting: deque[str]) -> list[str]:
    """Take files from those that wait for it, until none is left; return which are harmed."""
    with journal.reading() as connection:
        return list(attachments.damaged(driver(connection), waiting))


def _pages(journal: Journal, connection: Connection) -> Iterator[Finding]:
    rows = driver(connection).execute("PRAGMA integrity_check(20)").fetchall()
    lines = [line for (line,) in rows if line != "ok"]
    if lines:
        parts = harmed_parts(driver(connection), lines, journal.kinds)
        text = _("The file itself is damaged. Bring back a safe copy of the journal.")
        if parts:
            text = _(
                "The file itself is damaged where these are kept: {parts}. "
                "Bring back a safe copy of the journal."
            ).format(parts=", ".join(parts))
        yield Finding(text, detail="\n".join(lines))


def _references(connection: Connection) -> Iterator[Finding]:
    for row in driver(connection).execute("PRAGMA foreign_key_check").fetchall():
        yield Finding(
            _("An entry of the kind {kind} points to a {other} that is not there.").format(
                kind=row[0], other=row[2]
            ),
            kind=row[0],
        )


def _entries(journal: Journal, connection: Connection) -> Iterator[Finding]:
    for kind, entry in broken(driver(connection)):
        text = _("The entry “{title}” is not as it was saved.")
        yield Finding(text.format(title=journal.name(entry) or entry), kind, entry)


def _files(harmed: Sequence[str], noted: bool) -> Iterator[Finding]:
    for file_hash in harmed:
        yield Finding(_("A stored file is not as it was saved ({hash}).").format(hash=file_hash))
    if not (harmed or noted):
        yield Finding(_("The list of stored files is not as it was saved."))


def _log(connection: Connection) -> Iterator[Finding]:
    if not log_fits(driver(connection)):
        yield Finding(_("The history of changes is damaged, so undo may not go back that far."))


def _index(journal: Journal, connection: Connection) -> Iterator[Finding]:
    if not index_fits(connection, journal.kinds):
        yield Finding(_("The search index does not match the entries."))
