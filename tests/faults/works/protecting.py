"""Works that put another file in a journal's place: a passphrase, and mending."""

from collections.abc import Sequence
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.mending.mend import mend
from secondop_desktop.journal.protection.passphrases import fresh_key
from secondop_desktop.journal.protection.rekeying import contents, rekey
from secondop_desktop.journal.protection.unlocking import unlock
from secondop_desktop.journal.storage import keys
from tests.encrypted import PHRASE
from tests.faults.works.work import DONE, Tell, Work, held, journal_in, whole

_PAGE = 4096
_WANTED = {"": "one", PHRASE: ""}
"""What a journal is put under: a passphrase is set, and one is removed."""


class Rekeying(Work):
    """A passphrase is set or removed: exactly one of both opens it, with all that it held."""

    name = "passphrase"

    def lay(self, folder: Path) -> None:
        self.before = held(self.begin(folder))

    def do(self, folder: Path, tell: Tell) -> None:
        path, wanted = journal_in(folder), _WANTED[self.phrase]
        self.open_up(path)
        rekey(path, fresh_key(wanted) if wanted else None)

    def judge(self, folder: Path, told: Sequence[str]) -> None:
        path, wanted = journal_in(folder), _WANTED[self.phrase]
        found = [phrase for phrase in (self.phrase, wanted) if self._opens(path, phrase)]
        assert len(found) == 1, found
        assert found == [wanted] or DONE not in told

    def _opens(self, path: Path, phrase: str) -> bool:
        keys.forget_all()
        try:
            if phrase:
                unlock(path, phrase)
            with whole(path):
                pass
        except UserError:
            return False
        assert contents(path) == self.before
        return True


class Mending(Work):
    """A damaged journal is mended: it is as it was found, or whole and the damaged one is kept."""

    name = "repair"

    def lay(self, folder: Path) -> None:
        path = self.begin(folder)
        data = bytearray(path.read_bytes())
        at = _PAGE * (len(data) // _PAGE // 2)
        data[at : at + _PAGE] = bytes(_PAGE)
        path.write_bytes(data)
        self.damaged = bytes(data)

    def do(self, folder: Path, tell: Tell) -> None:
        path = journal_in(folder)
        self.open_up(path)
        mend(path, KINDS)

    def judge(self, folder: Path, told: Sequence[str]) -> None:
        path = journal_in(folder)
        if path.read_bytes() == self.damaged:
            assert DONE not in told
            return
        with whole(path) as journal:
            assert journal.entries("person")
        kept = [one.read_bytes() for one in path.parent.glob("* safe copies/*.secondop")]
        assert self.damaged in kept
