"""Chapters on paper without a journal: rows made by hand, printed, and read back."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.pdf.blocks.flow import Table
from secondop_desktop.exchange.pdf.pages.chapter import Chapter, Rows
from tests.exchange.pdf.papers import paper, words_of
from tests.features.rows import row

T = TypeVar("T")
TODAY = date(2026, 7, 1)


class Sheet:
    """Rows by kind, each with an id such as ``symptom1``; the first doctor is Dr Shah."""

    def __init__(self, *, large: bool = False, wide: bool = False) -> None:
        self.kinds = KINDS
        self.today = TODAY
        self.since = date(2000, 1, 1)
        self.private = True
        self.large = large
        self.wide = wide
        self.case = None
        self.hidden: set[str] = set()
        self._rows: dict[str, list[Any]] = {name: [] for name in KINDS}

    def add(self, kind: str, **values: Any) -> str:
        """Add a row and return its id."""
        entry = f"{kind}{len(self._rows[kind]) + 1}"
        self._rows[kind].append(row(KINDS[kind], id=entry, **values))
        return entry

    def of(self, kind: str) -> Sequence[Any]:
        """Return the rows of a kind."""
        return self._rows[kind]

    def in_part(self, kind: str) -> Sequence[Any]:
        """Return nothing: all rows are whole."""
        return ()

    def of_case(self, kind: str) -> Sequence[Any]:
        """Return the rows of a kind."""
        return self._rows[kind]

    def once(self, make: Callable[[Rows], T]) -> T:
        """Make it each time, as rows may be added in between."""
        return make(self)

    def asks(self, question: Any) -> bool:
        """Ask every question."""
        return True

    def names(self, entry: str | None) -> str:
        """Return the title of an entry that is not hidden."""
        for kind, rows in self._rows.items():
            for one in rows:
                if one.id == entry and entry not in self.hidden:
                    return KINDS[kind].title(one, self.names)
        return ""

    def printed(self, chapter: Chapter) -> str:
        """Return the words of a chapter as they are on paper."""
        blocks = chapter.make(self)
        data = paper(*blocks, large_print=self.large) if blocks else b""
        found = words_of(data).replace("\N{NO-BREAK SPACE}", " ") if data else ""
        return found.partition("Margaret Evans")[0].strip()

    def columns(self, chapter: Chapter) -> list[str]:
        """Return the headings of the chapter's first table."""
        tables = [block for block in chapter.make(self) if isinstance(block, Table)]
        return [column.title for column in tables[0].columns]
