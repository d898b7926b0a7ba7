"""The form of a work, and what is looked at after any of them."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import ClassVar

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.protection.rekeying import contents
from secondop_desktop.journal.protection.unlocking import unlock
from secondop_desktop.journal.storage import keys
from tests.faults.saving import begin, save

Tell = Callable[[str], None]
DONE = "done"
"""What is told once the work has returned: from then on it must last."""


class Work(ABC):
    """One thing that is done to the journal of a folder, and what must be so wherever it ended.

    ``lay`` makes the folder, ``do`` is called in a process that may end at any moment, ``judge``
    looks at what is left. An AssertionError or a UserError of ``judge`` is a broken promise.
    """

    name: ClassVar[str]

    def __init__(self, phrase: str = "") -> None:
        self.phrase = phrase

    @abstractmethod
    def lay(self, folder: Path) -> None:
        """Make what the work begins with, and remember what it holds."""

    @abstractmethod
    def do(self, folder: Path, tell: Tell) -> None:
        """Do it, and tell each step once it is acknowledged."""

    @abstractmethod
    def judge(self, folder: Path, told: Sequence[str]) -> None:
        """Look through what is left; ``told`` is what was acknowledged before."""

    def is_as_before(self, _folder: Path) -> bool:
        """Tell whether nothing was done, where somebody was told so."""
        return True

    def look_through(self, folder: Path, told: Sequence[str]) -> None:
        """Judge what is left as a program does that was started afterwards."""
        keys.forget_all()
        with suppress(UserError):
            self.open_up(journal_in(folder))
        self.judge(folder, told)

    def open_up(self, path: Path) -> None:
        """Let this process open the journal."""
        if self.phrase:
            unlock(path, self.phrase)

    def opened(self, folder: Path) -> Journal:
        """Return the journal, opened by this process."""
        path = journal_in(folder)
        self.open_up(path)
        return Journal.open(path, KINDS)

    def begin(self, folder: Path, saves: int = 3) -> Path:
        """Make a journal with some saves; return its path."""
        path = journal_in(folder)
        begin(path, self.phrase)
        with Journal.open(path, KINDS) as journal:
            for number in range(1, saves + 1):
                save(journal, number)
        return path


def journal_in(folder: Path) -> Path:
    """Return where the journal of a work lies."""
    return folder / "a.secondop"


@contextmanager
def whole(path: Path) -> Iterator[Journal]:
    """Open a journal, which must be whole; nothing half made may be left beside it."""
    with Journal.open(path, KINDS) as journal:
        assert check(journal) == []
        left = [one.name for one in path.parent.iterdir() if one.name.startswith(".secondop-work")]
        assert not left, left
        yield journal


def held(path: Path) -> str:
    """Return one hash over all that a journal holds, after whatever a crash left was taken back."""
    Journal.open(path, KINDS).close()
    return contents(path)
