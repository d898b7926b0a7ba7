"""Works with safe copies: making one, and going back to one."""

from collections.abc import Sequence
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal import backup
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.protection.rekeying import contents
from tests.faults.saving import save
from tests.faults.works.work import DONE, Tell, Work, held, journal_in, whole


class Copying(Work):
    """A safe copy is made: whatever bears the name of one is whole."""

    name = "backup"

    def lay(self, folder: Path) -> None:
        self.before = held(self.begin(folder))

    def do(self, folder: Path, tell: Tell) -> None:
        with self.opened(folder) as journal:
            tell(journal.backup().name)

    def judge(self, folder: Path, told: Sequence[str]) -> None:
        path = journal_in(folder)
        with whole(path):
            pass
        assert contents(path) == self.before
        found = backup.copies(path)
        for copy in found:
            backup.verify(copy.path, deep=True)
            assert contents(copy.path) == self.before
        assert {one for one in told if one.endswith(".secondop")} <= {c.path.name for c in found}


class Restoring(Work):
    """A safe copy takes the journal's place: it is one of both, and the other one is kept."""

    name = "restore"

    def lay(self, folder: Path) -> None:
        path = self.begin(folder)
        with Journal.open(path, KINDS) as journal:
            self.older = contents(journal.backup())
            for number in (4, 5):
                save(journal, number)
        self.newer = held(path)

    def do(self, folder: Path, tell: Tell) -> None:
        path = journal_in(folder)
        self.open_up(path)
        (copy,) = backup.copies(path)
        backup.restore(copy.path, path)

    def judge(self, folder: Path, told: Sequence[str]) -> None:
        path = journal_in(folder)
        with whole(path):
            pass
        now = contents(path)
        assert now in {self.older, self.newer}
        assert now == self.older or DONE not in told
        kept = [contents(copy.path) for copy in backup.copies(path)]
        assert self.older in kept
        assert now == self.newer or self.newer in kept
