"""Stores a journal of the schema as it is now, so that later versions must be able to open it.

``python -m tests.stored.make`` writes ``tests/stored/schema-N.secondop`` and ``archive-N.zip``
when a version is released; ``--archive`` only that; ``--schema`` writes
the first schema anew from the models, as long as none was.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.archive.writing import write_archive
from secondop_desktop.journal import sources
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.model import Base
from secondop_desktop.journal.storage import migrations
from secondop_desktop.journal.storage.schema import NEWEST
from secondop_desktop.journal.storage.tables import SEARCH_DDL
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range

HERE = Path(__file__).parent


def first_schema() -> Iterator[str]:
    """Yield the statements that make the tables of the models."""
    assert KINDS, "the catalogue declares the tables"
    dialect = sqlite.dialect()
    for table in Base.metadata.tables.values():
        yield str(CreateTable(table).compile(dialect=dialect)).strip().replace(" \n", "\n")
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            yield str(CreateIndex(index).compile(dialect=dialect)).strip()
    yield from SEARCH_DDL


def write_schema() -> None:
    """Write the first step anew."""
    assert NEWEST == 1, "released schemas are never written anew: add a step"
    place = Path(migrations.__file__).with_name("m0001_first.sql")
    place.write_text("\n;;\n".join(first_schema()) + "\n", "utf-8")


def store(folder: Path = HERE) -> Path:
    """Make a journal with an entry of every kind and some history; it must not be there yet."""
    path = folder / f"schema-{NEWEST}.secondop"
    with Journal.create(path, KINDS) as journal:
        _fill(journal)
    return path


def store_archive(folder: Path = HERE) -> Path:
    """Write the archive of such a journal that has a bin and files which entries came from."""
    path = folder / f"archive-{NEWEST}.zip"
    with (
        TemporaryDirectory() as aside,
        Journal.create(Path(aside) / "a.secondop", KINDS) as journal,
    ):
        _fill(journal)
        _bring_in_a_table(journal)
        write_archive(journal, path)
    return path


def _bring_in_a_table(journal: Journal) -> None:
    person = journal.entries("person")[0].id
    with journal.change("Bring in a table") as change:
        file = sources.keep(journal, change, BytesIO(b"what,since"), "table.csv", packed=True)
        change.add("symptom", person=person, what="Tired", source_file=file, source_place="line:2")
    with journal.change("Put away") as change:
        change.put_away("task", journal.entries("task")[0].id)


def _fill(journal: Journal) -> None:
    with journal.change("Add person") as change:
        person = change.add("person", name="Margaret Evans", birth_date=PartialDate(1950, 3, 3))
    for kind in [name for name in KINDS if name != "person"]:
        with journal.change(f"Add {kind}") as change:
            required = KINDS[kind].fields[0].name
            words = KINDS[kind].types[required].name in {"text", "long text"}
            change.add(kind, person=person, **({required: f"A {kind}"} if words else {}))
    _work(journal, person)


def _work(journal: Journal, person: str) -> None:
    with journal.change("Import") as change:
        doctor = change.add("provider", person=person, name="Dr Siân Patel")
        file = journal.attach(change, BytesIO(b"%PDF-1.7 letter"), "letter.pdf")
        record = change.add("record", person=person, title="Letter", file=file.hash)
        value, usual = Quantity("<0.5"), Range("up to 5")
        change.add("result", person=person, test="CRP", value=value, range=usual, record=record)
    diagnosis = journal.entries("diagnosis")[0].id
    for text in ("It", "It hurts"):
        with journal.change("Type", merge=("diagnosis", diagnosis, "notes")) as change:
            change.edit("diagnosis", diagnosis, notes=text, given_by=doctor, records=(record,))
    with journal.change("Put away") as change:
        change.put_away("symptom", journal.entries("symptom")[0].id)
    journal.undo()


if __name__ == "__main__":
    if sys.argv[1:] == ["--schema"]:
        write_schema()
    else:
        made = [store_archive()] if sys.argv[1:] == ["--archive"] else [store(), store_archive()]
        sys.stdout.writelines(f"{path}\n" for path in made)
