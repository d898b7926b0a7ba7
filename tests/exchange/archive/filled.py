"""Journals to archive, and what two of them must have in common."""

import hashlib
import zipfile
from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Any

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.archive.opening import open_archive
from secondop_desktop.exchange.archive.restoring import restore
from secondop_desktop.journal import sources, whole
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range
from tests.journal.written import add, edit, put_away

SCAN = bytes(range(256)) * 2000
TABLE = b"Date,Test,Result\n" * 3000


def filled(path: Path) -> Journal:
    """Make a journal with entries, a bin, a history with steps taken back, files and a source."""
    journal = Journal.create(path, KINDS)
    person = add(journal, "person", name="Nerys Pugh", birth_date=PartialDate(1951, 4, 2))
    doctor = add(journal, "provider", person=person, name="Dr Azumah")
    given = {"given_by": doctor, "date": PartialDate(2024, 3, about=True)}
    add(journal, "diagnosis", person=person, name="Angina\r\nstable", **given)
    value = {"value": Quantity.of("1,234", ","), "range": Range("3,5-5,1")}
    add(journal, "result", person=person, test="Platelets", unit="10⁹/L", **value)
    with journal.change("Keep a scan") as change:
        kept = journal.attach(change, BytesIO(SCAN), "scan")
        names = {"file": kept.hash, "file_name": "scan.bin", "file_size": kept.size}
        change.add("record", person=person, title="Scan", **names)
    with journal.change("Bring in a table") as change:
        file = sources.keep(journal, change, BytesIO(TABLE), "table.csv", packed=True)
        change.add("symptom", person=person, what="Tired", source_file=file, source_place="line:2")
    task = add(journal, "task", person=person, text="Ring the clinic")
    put_away(journal, "task", task)
    edit(journal, "provider", doctor, name="Dr Efua Azumah", private=True)
    journal.undo()
    return journal


def everything(journal: Journal) -> dict[str, Any]:
    """Return all that stands in a journal's file, byte for byte."""
    with journal.reading() as connection:
        found: dict[str, Any] = {
            kind: list(whole.entries(connection, KINDS, kind)) for kind in KINDS
        }
        found["history"] = list(whole.history(connection))
        found["files"] = whole.files(connection)
        found["sources"] = whole.sources(connection)
        found["seal"] = whole.log_seal(connection)
        found["settings"] = whole.settings(connection)
    found["bytes"] = [journal.file(one.hash) for one in found["files"]]
    return found


def restored(archive: Path, target: Path, password: str = "") -> Journal:
    """Make a new journal of an archive."""
    with closing(open_archive(archive, archive.name, password)) as opened:
        made = Journal.create(target, KINDS)
        restore(made, opened)
    return made


def rewritten(archive: Path, change: Callable[[dict[str, bytes]], None], *, sums: bool) -> None:
    """Write a zip anew with its files changed; with ``sums`` as if it had been written so."""
    with zipfile.ZipFile(archive) as zipped:
        files = {name: zipped.read(name) for name in zipped.namelist()}
    change(files)
    if sums:
        _summed(files, "journal/manifest-sha256.txt", "journal/data/")
        _summed(files, "journal/tagmanifest-sha256.txt", "journal/")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in files.items():
            zipped.writestr(name, data)


def _summed(files: dict[str, bytes], manifest: str, under: str) -> None:
    listed = [
        f"{hashlib.sha256(data).hexdigest()}  {name.removeprefix('journal/')}\n"
        for name, data in sorted(files.items())
        if name.startswith(under) and name != manifest
        and (under != "journal/" or not name.startswith("journal/data/"))
    ]  # fmt: skip
    files[manifest] = "".join(listed).encode()
