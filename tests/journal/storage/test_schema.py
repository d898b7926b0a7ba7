"""The schema: the migrated one is the models' own, and a step is taken whole or not at all."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3
from sqlalchemy import Connection, Table
from sqlalchemy.dialects import sqlite

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup, file, looking, renewing
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.model import Base
from secondop_desktop.journal.storage import migrations, schema
from tests.journal.written import add, contents, raw
from tests.stored.make import first_schema

HOW = """
The tables of a new journal are not those of the models. While no version is released, write
m0001_first.sql in journal/storage/migrations anew: `python -m tests.stored.make --schema`.
Afterwards write a step: a module m000N_what.py with up(connection), its plain statements inside,
added to STEPS in migrations/__init__.py. A new column needs a DEFAULT that is its empty value, so
that older entries keep their seals; a table built anew keeps its name. Then store a journal of
the schema before: `python -m tests.stored.make`.
"""


def _columns(connection: Connection) -> dict[str, set[tuple[str, str, bool, bool]]]:
    found = connection.exec_driver_sql(
        'SELECT m.name, c.name, c.type, c."notnull", c.pk FROM sqlite_schema m '
        "JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"
    )
    columns: dict[str, set[tuple[str, str, bool, bool]]] = {}
    for table, name, type_, notnull, key in found:
        columns.setdefault(table, set()).add((name, type_, bool(notnull), bool(key)))
    return columns


def _wanted(table: Table) -> set[tuple[str, str, bool, bool]]:
    return {
        (
            column.name,
            column.type.compile(sqlite.dialect()),
            not column.nullable,
            column.primary_key,
        )
        for column in table.columns
    }


def test_a_new_journal_has_the_tables_of_the_models(journal: Journal) -> None:
    with journal.reading() as connection:
        found = _columns(connection)
        indexes = connection.exec_driver_sql(
            "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
        ).fetchall()
    tables = Base.metadata.tables
    for name, table in tables.items():
        assert found[name] == _wanted(table), f"{name}: {HOW}"
    assert {row[0] for row in indexes} == {i.name for t in tables.values() for i in t.indexes}, HOW


def test_while_nothing_is_released_the_first_schema_is_that_of_the_models(
    journal: Journal,
) -> None:
    with journal.reading() as connection:
        found = {" ".join(made.split()) for made in schema.described(connection)}
    made = {" ".join(statement.split()) for statement in first_schema()}
    assert schema.NEWEST > 1 or found == {one for one in made if one.startswith("CREATE")} | {
        one for one in found if one.startswith("CREATE TABLE 'search_")
    }, HOW


def test_the_file_bears_our_marks(path: Path) -> None:
    Journal.create(path, KINDS).close()
    header = path.read_bytes()[:100]
    assert int.from_bytes(header[60:64], "big") == schema.NEWEST
    assert header[68:72].hex() == "5ec0d0f1"


def _steps(monkeypatch: pytest.MonkeyPatch, *steps: Callable[[Connection], None]) -> None:
    """Let the program be newer than its files by these steps."""
    monkeypatch.setattr(schema, "STEPS", migrations.STEPS + steps)
    for module in (schema, file, looking, renewing, backup):
        monkeypatch.setattr(module, "NEWEST", len(migrations.STEPS) + len(steps))


def _add_column(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE diagnosis ADD COLUMN colour TEXT NOT NULL DEFAULT ''")


def _fill_and_fail(connection: Connection) -> None:
    for number in range(2000):
        connection.exec_driver_sql(
            "INSERT INTO meta (key, value) VALUES (?, ?)", (str(number), "x" * 1000)
        )
    raise ZeroDivisionError


def _build_anew(connection: Connection) -> None:
    """Rebuild a table that others refer to, as the SQLite manual tells."""
    (made,) = connection.exec_driver_sql(
        "SELECT sql FROM sqlite_schema WHERE name = 'provider'"
    ).one()
    connection.exec_driver_sql(made.replace("CREATE TABLE provider", "CREATE TABLE fresh"))
    connection.exec_driver_sql("INSERT INTO fresh SELECT * FROM provider")
    connection.exec_driver_sql("DROP TABLE provider")
    connection.exec_driver_sql("ALTER TABLE fresh RENAME TO provider")


def _break_reference(connection: Connection) -> None:
    connection.exec_driver_sql("DELETE FROM provider")


@pytest.fixture
def older(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """A journal with entries that refer to each other; its contents."""
    with Journal.create(path, KINDS) as journal:
        person = add(journal, "person", name="Margaret Evans")
        doctor = add(journal, "provider", person=person, name="Dr Patel")
        add(journal, "diagnosis", person=person, name="Angina", given_by=doctor)
        return contents(journal)


def test_an_older_journal_is_copied_then_renewed(
    path: Path, older: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    _steps(monkeypatch, _add_column, _build_anew)
    with Journal.open(path, KINDS) as journal:
        assert contents(journal) == older
        assert check(journal) == []
        with journal.change("Nothing") as change:
            kept = change.connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one()
        assert kept == 1, "the connection that renewed it goes on to write"
        while journal.undo():
            pass
        while journal.redo():
            pass
        assert contents(journal) == older
        assert check(journal) == []
    (copy,) = backup.copies(path)
    assert path.read_bytes() != before
    with raw(copy.path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(migrations.STEPS),)
    with raw(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(migrations.STEPS) + 2,)


@pytest.mark.parametrize("step", [_fill_and_fail, _break_reference])
def test_a_step_that_fails_leaves_the_file_byte_identical(
    path: Path,
    older: object,
    monkeypatch: pytest.MonkeyPatch,
    step: Callable[[Connection], None],
) -> None:
    before = path.read_bytes()
    with monkeypatch.context() as newer:
        _steps(newer, _add_column, step)
        with pytest.raises((ZeroDivisionError, RuntimeError)):
            Journal.open(path, KINDS)
        assert path.read_bytes() == before
        assert len(backup.copies(path)) == 1
    with Journal.open(path, KINDS) as journal:
        assert contents(journal) == older


def _unread(_connection: Connection) -> None:
    raise OSError(errno.EIO, "Input/output error")


def test_statements_that_cannot_be_read_are_told_as_a_part_of_the_program(
    path: Path, older: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    with monkeypatch.context() as newer:
        _steps(newer, _add_column, _unread)
        with pytest.raises(UserError, match="part of Secondop itself cannot be read: the disk"):
            Journal.open(path, KINDS)
    assert path.read_bytes() == before


def test_where_no_copy_can_be_made_nothing_is_renewed(
    path: Path, older: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    backup.folder_of(path).write_text("in the way")
    _steps(monkeypatch, _add_column)
    with pytest.raises(UserError, match="No safe copy could be made in"):
        Journal.open(path, KINDS)
    assert path.read_bytes() == before


def test_who_only_looks_renews_nothing(
    path: Path, older: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    _steps(monkeypatch, _add_column)
    with pytest.raises(UserError, match="was made by an older Secondop"):
        Journal.look(path, KINDS)
    assert path.read_bytes() == before


def test_a_half_made_journal_never_shows(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _steps(monkeypatch, _fill_and_fail)
    with pytest.raises(ZeroDivisionError):
        Journal.create(path, KINDS)
    assert list(path.parent.iterdir()) == []


def test_the_index_is_an_fts5_table_that_forgets(journal: Journal, path: Path) -> None:
    with raw(path) as connection:
        config = dict(connection.execute("SELECT k, v FROM search_config"))
        assert sqlcipher3.sqlite_version_info >= (3, 44)
    assert config["secure-delete"] == 1
