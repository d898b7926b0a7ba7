"""docs/format.md describes the very file that the program writes."""

import hashlib
import json
import re
import shutil
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.exchange.archive.writing import write_archive
from secondop_desktop.journal.storage.header import APPLICATION_ID
from secondop_desktop.journal.storage.schema import NEWEST
from tests.architecture.house import ROOT
from tests.exchange.archive.filled import SCAN, TABLE, filled

TEXT = (ROOT / "docs/format.md").read_text("utf-8")
_ABOUT_ALL = "What every entry has"
_OF_FTS5 = {"search", "search_data", "search_idx", "search_docsize", "search_config"}


def told() -> dict[str, set[str]]:
    """Return the columns that the page names for each table."""
    parts = re.split(r"^##+ (.+)$", TEXT, flags=re.MULTILINE)
    named = {head: _columns(body) for head, body in zip(parts[1::2], parts[2::2], strict=True)}
    every = named[_ABOUT_ALL]
    found = {}
    for head, body in zip(parts[1::2], parts[2::2], strict=True):
        if table := re.match(r"`(\w+)`", head):
            own = re.search(r"And of every entry: (.+)\.", body)
            shared = set(re.findall(r"`(\w+)`", own[1])) if own else set()
            assert shared <= every, table[1]
            found[table[1]] = named[head] | shared
    return found


def _columns(body: str) -> set[str]:
    return set(re.findall(r"^\| `(\w+)` \|", body, flags=re.MULTILINE))


@pytest.fixture
def sql(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A journal, read by SQLite alone."""
    with filled(tmp_path / "a.secondop"):
        pass
    shutil.copy(tmp_path / "a.secondop", tmp_path / "copy.secondop")
    with closing(sqlite3.connect(tmp_path / "copy.secondop")) as opened:
        yield opened


def test_every_part_of_an_archive_is_named(tmp_path: Path) -> None:
    with filled(tmp_path / "a.secondop") as journal:
        write_archive(journal, tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as zipped:
        parts = {name.removeprefix("journal/") for name in zipped.namelist()}
    said = TEXT.partition("## The archive")[2].partition("\n## ")[0]
    plain = {re.sub(r"(entries|schema)/\w+", r"\1/KIND", one) for one in parts}
    plain = {re.sub(r"attachments/.+", "attachments/aa/HASH", one) for one in plain}
    assert {one for one in plain if f"`{one}`" not in said} == set()
    assert set(re.findall(r"`((?:data/|bag|tag|man)[\w./-]+)`", said)) == plain


def test_every_table_and_column_is_named_and_none_besides(sql: sqlite3.Connection) -> None:
    tables = {row[0] for row in sql.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    there = {
        table: {row[1] for row in sql.execute(f'PRAGMA table_info("{table}")')}
        for table in tables - _OF_FTS5
    }
    named = told()
    assert named.pop("search") == set()
    assert named == there
    assert all(f"`{table}`" in TEXT for table in _OF_FTS5)


def test_the_marks_are_those_of_the_file(sql: sqlite3.Connection) -> None:
    (application,) = sql.execute("PRAGMA application_id").fetchone()
    assert application == APPLICATION_ID
    assert f"| {application} (`{application:X}` in hexadecimal)" in TEXT
    assert f"It describes **schema {NEWEST}**" in TEXT


def _examples(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.+?)```", TEXT, flags=re.DOTALL)


def test_every_query_finds_something(sql: sqlite3.Connection) -> None:
    assert len(_examples("sql")) >= 4
    for query in _examples("sql"):
        assert sql.execute(query).fetchall(), query


@pytest.fixture
def shown() -> dict[str, Any]:
    """What the examples in Python define."""
    names: dict[str, Any] = {"json": json, "hashlib": hashlib, "zlib": zlib}
    for code in _examples("python"):
        exec(code, names)
    return names


def test_seals_come_out_as_told(sql: sqlite3.Connection, shown: dict[str, Any]) -> None:
    count = 0
    for table in told():
        found = (
            sql.execute(f'SELECT * FROM "{table}"')
            if table != "search"
            else sql.execute("SELECT 1")
        )
        names = [column[0] for column in found.description]
        for row in found if "seal" in names else ():
            raw = dict(zip(names, row, strict=True))
            assert shown["sealed"](raw) == raw["seal"]
            count += 1
    assert count == 7


def test_files_come_out_as_told(sql: sqlite3.Connection, shown: dict[str, Any]) -> None:
    hashes = [row[0] for row in sql.execute("SELECT hash FROM attachment")]
    data = {shown["file_bytes"](sql, one) for one in hashes}
    assert data == {SCAN, TABLE}
    assert {f"sha256:{hashlib.sha256(one).hexdigest()}" for one in data} == set(hashes)


def _digest(texts: list[bytes]) -> str:
    return hashlib.sha256(b"".join(texts)).hexdigest()


def _written(row: tuple[Any, ...]) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode()


def _unpacked(value: Any) -> Any:
    return zlib.decompress(value).decode() if isinstance(value, bytes) else value


def test_the_hashes_in_meta_come_out_as_told(sql: sqlite3.Connection) -> None:
    meta = dict(sql.execute("SELECT key, value FROM meta"))
    assert all(f"`{key}`" in TEXT for key in meta)
    queries = (
        "SELECT hash, size, type, added, packed FROM attachment ORDER BY hash",
        "SELECT hash, position, length(bytes) FROM attachment_chunk ORDER BY hash, position",
        "SELECT hash, name, imported FROM source ORDER BY hash",
    )
    assert meta["file seal"] == _digest([_written(row) for query in queries
                                         for row in sql.execute(query)])  # fmt: skip
    known, last = "", 0
    for step in sql.execute("SELECT * FROM change_log ORDER BY seq").fetchall():
        rows = sql.execute("SELECT * FROM change_row WHERE seq = ? ORDER BY position", step[:1])
        told = [tuple(map(_unpacked, row)) for row in rows]
        known, last = _digest([known.encode(), *map(_written, [step, *told])]), step[0]
    assert meta["log seal"] == f"{last} {known}"


def test_a_date_is_one_of_those_told(sql: sqlite3.Connection) -> None:
    assert sql.execute("SELECT date FROM diagnosis").fetchone()[0] == "2024-03 ~"
    (value,) = sql.execute("SELECT value FROM result").fetchone()
    assert value.split("\x1f") == ["1,234", "1.234"]
