"""The chosen records with what each comes to on paper."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from secondop_desktop.exchange.pack.look import look
from secondop_desktop.exchange.pack.paper import Paper, Shown
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import N_, _

_LETTERS = 3000  # on a page, about

WHY = {
    "locked": N_("it is locked with a password"),
    "damaged": N_("the file is damaged"),
    "empty": N_("there is nothing in it"),
    "no reader": N_("this computer cannot open photos of this kind"),
    "too large": N_("the picture is too large to print"),
    "too much": N_("it takes far more memory or time than a document does"),
    "no pages": N_("it cannot be shown on paper"),
    "for a screen": N_("it is a form that only the program it was made with can show"),
}


@dataclass(frozen=True)
class Looked:
    """One record: its row, its file, and what is shown of it. ``number`` counts from 1."""

    number: int
    row: Any
    paper: Paper
    shown: Shown

    @property
    def pages(self) -> int:
        """How many pages it takes with the sheet before it; of words about as many."""
        letters = sum(map(len, self.shown.words))
        return 1 + len(self.shown.guests) + letters // _LETTERS

    @property
    def why(self) -> str:
        """Why it is not shown, in words; empty where it is."""
        return _(WHY[self.shown.why]) if self.shown.why else ""


def numbered(found: Iterable[Looked], first: int) -> tuple[Looked, ...]:
    """Return records with numbers that follow each other."""
    return tuple(replace(one, number=number) for number, one in enumerate(found, first))


def look_at(journal: Journal, rows: Iterable[Any], step: Callable[[], None]) -> Iterator[Looked]:
    """Look at each record in turn; ``step`` is called before each, and may raise to stop."""
    for number, row in enumerate(rows, start=1):
        step()
        paper = _paper(journal, row)
        yield Looked(number, row, paper, look(paper))


def _paper(journal: Journal, row: Any) -> Paper:
    if not row.file:
        return Paper(row.id, text=row.text)
    return Paper(row.id, row.file_type, row.file_size or 0, lambda: journal.opened(row.file))
