"""Writing in the journal as a script would: every value is read and checked on the way in."""

from io import BytesIO

from secondop_desktop.journal import entry_json
from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal


class Notebook:
    """Writes entries of one person, and of one case where the kind knows cases."""

    def __init__(self, journal: Journal, change: Change, person: str, case: str = "") -> None:
        self._journal = journal
        self._change = change
        self._person = person
        self._case = case

    def add(self, kind: str, **said: object) -> str:
        """Add one entry and return its id; raises UserError where a value breaks a rule."""
        found = self._journal.kind(kind)
        whose: dict[str, object] = {"person": self._person}
        if self._case and "case" in found.types:
            whose["case"] = self._case
        read = entry_json.values(found, whose | said)
        entry_json.required(found, read)
        entry_json.validate(found, read)
        return self._change.add(kind, **read)

    def edit(self, kind: str, entry: str, **said: object) -> None:
        """Set some values of an entry."""
        self._change.edit(kind, entry, **entry_json.values(self._journal.kind(kind), said))

    def file(self, data: bytes, name: str) -> dict[str, object]:
        """Keep a file's bytes and return what a record says about them."""
        kept = self._journal.attach(self._change, BytesIO(data), name)
        return {
            "file": kept.hash,
            "file_name": name,
            "file_type": kept.type,
            "file_size": kept.size,
        }
