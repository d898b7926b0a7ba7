"""Works that change much at once: an import, and an older journal that is renewed."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal import backup
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.protection.passphrases import fresh_key
from secondop_desktop.journal.protection.rekeying import rekey
from secondop_desktop.journal.storage.private_files import copy_private
from tests.faults.saving import numbers
from tests.faults.works.work import DONE, Tell, Work, journal_in, whole
from tests.stored.make import HERE

_BROUGHT = 12


class Importing(Work):
    """A file from a hospital is brought in: all of it or nothing."""

    name = "import"

    def lay(self, folder: Path) -> None:
        self.begin(folder)
        told = {"resourceType": "Bundle", "type": "collection", "entry": list(map(_told, _ALL))}
        (folder / "letter.json").write_text(json.dumps(told), "utf-8")

    def do(self, folder: Path, tell: Tell) -> None:
        with self.opened(folder) as journal:
            person = journal.entries("person")[0].id
            plan = importing.read([folder / "letter.json"], journal, person)
            importing.apply(journal, plan)

    def judge(self, folder: Path, told: Sequence[str]) -> None:
        with whole(journal_in(folder)) as journal:
            assert numbers(journal) == [1, 2, 3]
            found = len(journal.entries("allergy"))
        assert found in ({_BROUGHT} if DONE in told else {0, _BROUGHT})


_ALL = range(_BROUGHT)


def _told(number: int) -> dict[str, Any]:
    about = {"reference": "Patient/p"}
    code = {"text": f"Substance {number}"}
    allergy = {"resourceType": "AllergyIntolerance", "id": f"a{number}", "patient": about}
    return {"resource": allergy | {"code": code, "note": [{"text": "word " * 200}]}}


class Migrating(Work):
    """A journal of the first schema is opened: it stays old or is renewed, with all entries."""

    name = "migration"

    def lay(self, folder: Path) -> None:
        path, apart = journal_in(folder), folder / "apart" / "a.secondop"
        copy_private(HERE / "schema-1.secondop", path)
        if self.phrase:
            rekey(path, fresh_key(self.phrase))
        apart.parent.mkdir()
        shutil.copy(path, apart)
        self.wanted = _entries(apart)
        shutil.rmtree(apart.parent)

    def do(self, folder: Path, tell: Tell) -> None:
        self.opened(folder).close()

    def judge(self, folder: Path, told: Sequence[str]) -> None:
        path = journal_in(folder)
        with whole(path):
            pass
        assert _entries(path) == self.wanted
        found = backup.copies(path)
        assert found
        for copy in found:
            backup.verify(copy.path)


def _entries(path: Path) -> dict[str, Any]:
    with Journal.open(path, KINDS) as journal:
        both = (False, True)
        return {row.id: row for k in KINDS for b in both for row in journal.entries(k, binned=b)}
