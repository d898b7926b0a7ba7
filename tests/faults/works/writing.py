"""Works that write into an open journal: saving, attaching files, emptying the bin."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from tests.faults.saving import numbers, save
from tests.faults.works.work import Tell, Work, journal_in, whole

_SAVES = 8
_FILE = 300_000
_TYPED = "Warm water from the kettle helps for an hour. " * 9
_BINNED = 6


class Saving(Work):
    """Entries are added and edited, with an undo and a redo between."""

    name = "saves"

    def lay(self, folder: Path) -> None:
        self.begin(folder)

    def do(self, folder: Path, tell: Tell) -> None:
        with self.opened(folder) as journal:
            for number in range(4, 4 + _SAVES):
                save(journal, number, size=(1, 100, 3000)[number % 3])
                tell(str(number))
            journal.undo()
            journal.redo()
            tell(str(number))

    def judge(self, folder: Path, told: Sequence[str]) -> None:
        last = max([int(one) for one in told if one.isdecimal()], default=3)
        with whole(journal_in(folder)) as journal:
            found = numbers(journal)
        assert found == list(range(1, len(found) + 1)), found
        least = last - 1 if last == 3 + _SAVES else last  # the undo may stand alone
        assert least <= len(found) <= last + 1, (last, found)


class Typing(Work):
    """Somebody types in one entry, then in another, so that the index learns the first."""

    name = "typing"

    def lay(self, folder: Path) -> None:
        self.begin(folder)

    def do(self, folder: Path, tell: Tell) -> None:
        with self.opened(folder) as journal:
            first, second = (row.id for row in _two(journal))
            for number, entry in enumerate((*[first] * 4, *[second] * 4)):
                with journal.change("Type", merge=("diagnosis", entry, "notes")) as change:
                    change.edit("diagnosis", entry, notes=_TYPED * (number + 1))
                tell(str(number))
            journal.learn_typed()
            journal.undo()
            tell("8")

    def judge(self, folder: Path, told: Sequence[str]) -> None:
        last = max([int(one) for one in told if one.isdecimal()], default=-1)
        with whole(journal_in(folder)) as journal:
            rows = _two(journal)
            found = [len(row.notes) // len(_TYPED) for row in rows]
            assert {hit.id for hit in journal.find("kettle")} == {
                row.id for row in rows if "kettle" in row.notes
            }
        states = [[0, 0], *([at, 0] for at in range(1, 5)), *([4, at] for at in range(5, 9))]
        allowed = states[last + 1 : last + 3] + ([[4, 0]] if last >= 7 else [])
        assert found in allowed, (found, last)


def _two(journal: Journal) -> Sequence[Any]:
    return sorted(journal.entries("diagnosis"), key=lambda row: row.name)[:2]


class Attaching(Work):
    """Files are stored, and an entry for each."""

    name = "attachments"

    def lay(self, folder: Path) -> None:
        self.begin(folder)

    def do(self, folder: Path, tell: Tell) -> None:
        with self.opened(folder) as journal:
            person = journal.entries("person")[0].id
            for number in range(3):
                with journal.change("Attach") as change:
                    stored = journal.attach(change, BytesIO(_bytes(number)), "scan")
                    change.add("record", person=person, title=str(number), file=stored.hash)
                tell(str(number))

    def judge(self, folder: Path, told: Sequence[str]) -> None:
        acknowledged = [one for one in told if one.isdecimal()]
        with whole(journal_in(folder)) as journal:
            assert numbers(journal) == [1, 2, 3]
            found = sorted(row.title for row in journal.entries("record"))
            assert found[: len(acknowledged)] == acknowledged
            assert len(found) <= len(acknowledged) + 1
            for row in journal.entries("record"):
                out = folder / f"out {row.title}"
                journal.extract(row.file, out)
                assert out.read_bytes() == _bytes(int(row.title))


def _bytes(number: int) -> bytes:
    return bytes((number + at * at) % 251 for at in range(1000)) * (_FILE // 1000 * (number + 1))


class Emptying(Work):
    """The bin is emptied: what was in it goes whole, and nothing else."""

    name = "bin"

    def lay(self, folder: Path) -> None:
        path = self.begin(folder, saves=3 + _BINNED)
        with Journal.open(path, KINDS) as journal, journal.change("Put away") as change:
            for row in journal.entries("diagnosis"):
                if int(row.name) > 3:
                    change.put_away("diagnosis", row.id)

    def do(self, folder: Path, tell: Tell) -> None:
        with self.opened(folder) as journal:
            journal.empty_bin()
            tell("empty")

    def judge(self, folder: Path, told: Sequence[str]) -> None:
        with whole(journal_in(folder)) as journal:
            assert numbers(journal) == [1, 2, 3]
            binned = len(journal.entries("diagnosis", binned=True))
        assert binned in ({0} if "empty" in told else {0, _BINNED})
