"""One round of learning: what the search is to know of entries that were written."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import sqlcipher3
from sqlalchemy import Connection

from secondop_desktop.journal.kinds import Kind, Kinds
from secondop_desktop.journal.progress import Tell, counted, nobody, parted
from secondop_desktop.journal.references import referring
from secondop_desktop.journal.search.bodies import FreshDocs
from secondop_desktop.journal.search.docs import Doc, Docs, Text, hashed
from secondop_desktop.journal.search.wording import body_of, title_of
from secondop_desktop.journal.search.words_before import WordsBefore
from secondop_desktop.journal.storage.engine import Driver, driver, reason
from secondop_desktop.journal.storage.raw_rows import Raw, Rows

_LONGEST_CHAIN = 5
"""Entries that name each other in a circle are not learned more often than this."""

_MANY = 200
"""So many texts are not forgotten one by one where the whole index can be made sooner."""

SHARE = 6
"""To forget one text takes about as long as to make the words of so many, and learn them."""

AT_ONCE = 500
"""Texts that are held while an index is made."""

_FORGET = "INSERT INTO search (search, rowid, title, body) VALUES ('delete', ?, ?, ?)"
_LEARN = "INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)"


class LearningRound:
    """One round: an entry whose name another bears is learned before that one."""

    def __init__(
        self,
        connection: Connection,
        kinds: Kinds,
        touched: Iterable[tuple[str, str]],
        before: WordsBefore,
        fresh: FreshDocs | None = None,
        tell: Tell = nobody,
    ) -> None:
        """Take the entries; ``fresh`` are those that the search never heard of."""
        self._tell = tell
        self._sql = driver(connection)
        self._rows = Rows(connection, kinds)
        self._kinds = kinds
        self._docs = Docs(self._sql)
        self._words_before = before
        self._fresh = fresh or FreshDocs(kinds)
        self._waiting = {entry: kind for kind, entry in touched}
        self._times: Counter[str] = Counter()
        self._before: dict[str, Doc | None] = {}
        self._after: dict[str, Doc | None] = {}
        self._new: list[str] = []

    def run(self) -> bool:
        """Bring the index up to date; return False where it has to be made anew instead.

        That is so where nobody can tell what words it has of an entry, where it was harmed, or
        where it is quicker.
        """
        while self._waiting:
            self._learn_waiting()
        return self._write()

    def run_anew(self) -> None:
        """Learn all entries, of which the index knows none."""
        self._learn_waiting()

    def _learn_waiting(self) -> None:
        """Learn who waits now; few of the texts of new entries are held at once."""
        for entry in counted(tuple(self._waiting), self._tell):
            if entry in self._waiting:  # else it was learned for its name
                self._update_entry(entry)
            if len(self._new) >= AT_ONCE:
                self._write_new()
        self._write_new()

    def _write_new(self) -> None:
        """Write what the index knew nothing of, and hold it no more.

        Where such an entry is learned once more, its words are as they were and only its title is
        another one, so ``WordsBefore`` knows what to forget.
        """
        self._docs.write()
        known = [self._after.pop(entry) for entry in self._new]
        for entry in self._new:
            del self._before[entry]
        self._sql.executemany(_LEARN, [one.text for one in known if one and one.text])
        self._new.clear()

    def _name(self, entry: str | None) -> str:
        if entry in self._waiting:
            self._update_entry(entry)
        return self._docs.title(entry)

    def _update_entry(self, entry: str) -> None:
        kind = self._kinds[self._waiting.pop(entry)]
        self._times[entry] += 1
        if fresh := self._fresh.pop(entry):
            self._note(entry, None, self._keep(kind, entry, None, *fresh))
            return
        old, raw = self._docs.known(entry), self._rows.get(kind.name, entry)
        new = self._made(kind, entry, old, raw)
        if new == old:
            return
        if entry in self._before:
            self._after[entry] = new
        else:
            before = old and self._words_before.of(kind, entry, old, new, raw)
            self._note(entry, before, new)
        if old and new and old.title != new.title:
            self._wait_for_namesakes(kind.name, entry)

    def _note(self, entry: str, before: Doc | None, after: Doc | None) -> None:
        self._before[entry], self._after[entry] = before, after
        if before is None:
            self._new.append(entry)

    def _made(self, kind: Kind, entry: str, old: Doc | None, raw: Raw | None) -> Doc | None:
        if raw is None:
            self._docs.forget(entry)
            return None
        row = kind.row(raw)
        return self._keep(kind, entry, old, row, body_of(kind, row))

    def _keep(self, kind: Kind, entry: str, old: Doc | None, row: Any, body: str) -> Doc:
        title = title_of(kind, row, self._name)
        number = old.doc if old else self._docs.next_number()
        new = Doc(number, title, hashed(body), bool(row.deleted_at), row.person, body)
        if old is None:
            self._docs.add(kind.name, entry, new)
        elif new != old:
            self._docs.change(kind.name, entry, new)
        return new

    def _wait_for_namesakes(self, kind: str, entry: str) -> None:
        for other, found in referring(self._sql, self._kinds, kind, entry):
            if self._times[found] < _LONGEST_CHAIN:
                self._waiting[found] = other

    def _write(self) -> bool:
        """Bring the index from what it knew to what it is to know, if that can be done."""
        known = [one for one in self._before.values() if one and not one.binned]
        if any(one.body is None for one in known):
            return False
        old, new = _texts(self._before), _texts(self._after)
        gone = [text for entry, text in old.items() if text and text != new[entry]]
        come = [text for entry, text in new.items() if text and text != old[entry]]
        if len(gone) > _MANY and len(gone) * SHARE > size(self._sql):
            return False
        try:
            for statement, texts in ((_FORGET, gone), (_LEARN, come)):
                for some in parted(texts, AT_ONCE, self._tell):
                    self._sql.executemany(statement, some)
        except sqlcipher3.DatabaseError as error:
            if reason(error) != "damaged":
                raise
            return False  # it has not what it is to forget
        return True


def _texts(docs: Mapping[str, Doc | None]) -> dict[str, Text | None]:
    return {entry: doc.text if doc else None for entry, doc in docs.items()}


def size(sql: Driver) -> int:
    """Return how many entries the search knows."""
    found: int = sql.execute("SELECT count(*) FROM search_doc").fetchone()[0]
    return found
