"""The place where the story is written up: each scene is one undoable change."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from secondop_desktop.journal.file import Journal
from secondop_desktop.sample.doctors import Cast
from secondop_desktop.sample.notebook import Notebook


@dataclass(frozen=True)
class Desk:
    """The journal, whose it is, their case, and everybody in it."""

    journal: Journal
    person: str
    case: str
    cast: Cast

    @contextmanager
    def scene(self, label: str) -> Iterator[Notebook]:
        """Give a notebook whose entries are saved together when the block ends."""
        with self.journal.change(label) as change:
            yield Notebook(self.journal, change, self.person, self.case)
