"""A journal is opened only if every definition in it is one that the migrations make."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage import known_schema
from secondop_desktop.journal.storage.schema import NEWEST


@contextmanager
def _raw(path: Path) -> Iterator[Any]:
    with closing(sqlcipher3.connect(str(path), isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        yield connection


_TRIGGER = "CREATE TRIGGER helper AFTER UPDATE ON result BEGIN DELETE FROM diagnosis; END"
_INSERT = "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES (?, ?, ?, 0, ?)"


def _written(kind: str) -> Any:
    return lambda sql: sql.execute(_INSERT, (kind, "helper", "result", _TRIGGER))


def _said(statement: str) -> Any:
    return lambda sql: sql.execute(statement)


def _changed(table: str, old: str, new: str) -> Any:
    return lambda sql: sql.execute(
        "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = ?", (old, new, table)
    )


HOSTILE = {
    "trigger": _said(_TRIGGER),
    "disguised as Trigger": _written("Trigger"),
    "disguised as table": _written("table"),
    "disguised as nothing": _written(""),
    "view": _said("CREATE VIEW helper AS SELECT 1"),
    "conflict replace": _changed(
        "allergy", "PRIMARY KEY (id)", "PRIMARY KEY (id), UNIQUE (substance) ON CONFLICT REPLACE"
    ),
    "conflict ignore": _changed(
        "letter", "PRIMARY KEY (id)", "PRIMARY KEY (id) ON CONFLICT IGNORE"
    ),
    "cascade": _changed(
        "question", "REFERENCES person (id)", "REFERENCES person (id) ON DELETE CASCADE"
    ),
    "generated": _said(
        "ALTER TABLE task ADD COLUMN big AS (printf('%.*c', 999999999, 'x')) VIRTUAL"
    ),
    "check": _changed("cost", "PRIMARY KEY (id)", "PRIMARY KEY (id), CHECK (id <> 'x')"),
    "default": _changed("told", "DEFAULT ''", "DEFAULT 'yes'"),
    "collation": _changed("person", "id TEXT NOT NULL", "id TEXT COLLATE NOCASE NOT NULL"),
    "another table": _said("CREATE TABLE helper (a)"),
    "another index": _said("CREATE INDEX helper ON result (abs(id))"),
    "an index gone": _said("DROP INDEX ix_change_row_entry"),
    "one page for two": _said(
        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema "
        "WHERE name = 'result') WHERE name = 'vaccination'"
    ),
    "another tokenizer": _changed("search", "remove_diacritics 2", "remove_diacritics 0"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_definition_of_a_stranger_is_refused_everywhere(
    journal: Journal, path: Path, name: str
) -> None:
    copy = journal.backup()
    journal.close()
    with _raw(copy) as sql:
        every = "SELECT type, name, rootpage, sql FROM sqlite_schema"
        before = sql.execute(every).fetchall()
        HOSTILE[name](sql)
        assert before != sql.execute(every).fetchall()
    harmed = copy.read_bytes()
    uses: list[Callable[[], object]] = [
        lambda: Journal.open(copy, KINDS),
        lambda: Journal.look(copy, KINDS),
        lambda: backup.restore(copy, path),
    ]
    for use in uses:
        with pytest.raises(UserError, match=r"did not write|another program|is damaged"):
            use()
    assert copy.read_bytes() == harmed
    Journal.open(path, KINDS).close()


def test_numbers_that_another_program_counted_do_no_harm(journal: Journal, path: Path) -> None:
    journal.close()
    with _raw(path) as sql:
        sql.execute("ANALYZE")
        assert sql.execute(_COUNTED).fetchone() != (0,)
    Journal.look(path, KINDS).close()
    with _raw(path) as sql:
        assert sql.execute(_COUNTED).fetchone() != (0,)
    Journal.open(path, KINDS).close()
    with _raw(path) as sql:
        assert sql.execute(_COUNTED).fetchone() == (0,)


_COUNTED = "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'sqlite_stat_'"


@pytest.mark.parametrize(
    ("kind", "made"),
    [
        ("view", "CREATE VIEW sqlite_stat1 AS SELECT 1 AS tbl, 2 AS idx, 3 AS stat"),
        ("table", "CREATE TABLE sqlite_stat1(tbl,idx,stat,more AS (tbl))"),
        ("trigger", _TRIGGER.replace("helper", "sqlite_stat4")),
    ],
)
def test_what_only_bears_the_name_of_such_numbers_is_refused(
    journal: Journal, path: Path, kind: str, made: str
) -> None:
    journal.close()
    with _raw(path) as sql:
        table = "result" if kind == "trigger" else "sqlite_stat1"
        name = "sqlite_stat4" if kind == "trigger" else "sqlite_stat1"
        root = sql.execute("SELECT max(rootpage) FROM sqlite_schema").fetchone()[0]
        sql.execute(
            "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) "
            "VALUES (?, ?, ?, ?, ?)",
            (kind, name, table, root if kind == "table" else 0, made),
        )
    with pytest.raises(UserError, match=r"did not write|another program|is damaged"):
        Journal.open(path, KINDS)


@pytest.mark.parametrize("schema", [0, 1])
def test_a_number_that_does_not_fit_the_definitions_is_damage(
    journal: Journal, path: Path, schema: int
) -> None:
    journal.close()
    with _raw(path) as sql:
        sql.execute(f"PRAGMA user_version={schema}")
    with pytest.raises(UserError, match="beginning of Margaret"):
        Journal.open(path, KINDS)


@pytest.mark.parametrize("place", [0, 5, 68, 71])
@pytest.mark.parametrize("bit", [0, 3, 6])
def test_one_bit_of_the_beginning_is_told_as_damage(
    journal: Journal, path: Path, place: int, bit: int
) -> None:
    journal.close()
    data = bytearray(path.read_bytes())
    data[place] ^= 1 << bit
    path.write_bytes(data)
    with pytest.raises(UserError, match="beginning of Margaret"):
        Journal.open(path, KINDS)


def test_the_marks_are_kept_and_a_wrong_one_refuses_nothing(
    journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.close()
    monkeypatch.setattr(known_schema, "_kept_marks", lambda: ("stale",) * NEWEST)
    Journal.open(path, KINDS).close()
