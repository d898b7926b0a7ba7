"""Files that entries were read from: packed, given back byte by byte, checked, and let go."""

import gzip
import json
from io import BytesIO
from pathlib import Path

import pytest

from secondop_desktop.journal import backup, sources
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.sources import piece, source_of
from tests.journal.written import raw

BUNDLE = {"entry": [{"resource": {"id": "a"}}, {"resource": {"id": "b", "value": 1}}]}
TEXT = json.dumps(BUNDLE).replace('"value": 1', '"value": 1.10').encode()


def _keep(journal: Journal, data: bytes, place: str, *, packed: bool = True) -> str:
    """Add a diagnosis that was read from a file, and return its id."""
    with journal.change("Import") as change:
        kept = sources.keep(journal, change, BytesIO(data), "export.json", packed=packed)
        person = change.add("person", name="Ada Byrne")
        told = {"source_file": kept, "source_place": place}
        return change.add("diagnosis", person=person, name="Gout", **told)


def _shown(journal: Journal, entry: str) -> str:
    found = source_of(journal, journal.get("diagnosis", entry))
    assert found is not None
    return piece(journal, found)


@pytest.mark.parametrize("size", [0, 1, 200, 3_000_000])
def test_packed_bytes_come_back_equal(journal: Journal, tmp_path: Path, size: int) -> None:
    data = bytes(number * number % 253 for number in range(size))
    row = journal.get("diagnosis", _keep(journal, data, ""))
    assert journal.file(row.source_file) == data
    journal.extract(row.source_file, tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == data
    assert check(journal) == []
    backup.verify(journal.backup(), deep=True)


def test_a_text_takes_less_room(journal: Journal, path: Path) -> None:
    _keep(journal, b"glucose;5.4\n" * 50_000, "")
    with raw(path) as connection:
        (kept,) = connection.execute("SELECT sum(length(bytes)) FROM attachment_chunk").fetchone()
        (size,) = connection.execute("SELECT size FROM attachment").fetchone()
    assert kept < size / 50


def test_damage_is_found(journal: Journal, path: Path) -> None:
    _keep(journal, TEXT, "")
    with raw(path) as connection:
        connection.execute("UPDATE attachment_chunk SET bytes = x'789c00ff'")
        connection.commit()
    assert any("stored file" in one.text for one in check(journal))


@pytest.mark.parametrize(
    ("data", "place", "expected"),
    [
        (TEXT, "/entry/1/resource", '{\n  "id": "b",\n  "value": 1.10\n}'),
        (TEXT, "/entry/9/resource", ""),
        (b'{"id": "x"}\n{"id": "y"}', "line:2", '{\n  "id": "y"\n}'),
        (
            '{"id": "x\u2028", "note": "\x85"}\r\n{"id": "y"}'.encode(),
            "line:2",
            '{\n  "id": "y"\n}',
        ),
        ("Test,Note\nUrea,fast\x0bing\u2028\x0c\nIron,ok".encode(), "line:3", "Iron,ok"),
        pytest.param(  # named, as what gzip makes tells the time
            gzip.compress(b"Test,Value\nZinc,11\n") + gzip.compress(b"Iron,9\n"),
            "line:3",
            "Iron,9",
            id="packed in two parts",
        ),
        ("Test;Wert\nHämoglobin;131".encode("cp1252"), "line:2", "Hämoglobin;131"),
        ("a,1\nb,2".encode("utf-16"), "line:1", "a,1"),
        (b"a,1", "line:7", ""),
        (b"%PDF-1.7", "", ""),
    ],
)
def test_the_piece_is_what_stood_there(
    journal: Journal, data: bytes, place: str, expected: str
) -> None:
    assert _shown(journal, _keep(journal, data, place)) == expected


def test_an_entry_typed_by_hand_came_from_nowhere(journal: Journal) -> None:
    with journal.change("Add") as change:
        person = change.add("person", name="Ada Byrne")
    assert source_of(journal, journal.get("person", person)) is None


def test_the_file_leaves_with_the_last_entry_read_from_it(journal: Journal, path: Path) -> None:
    entry = _keep(journal, TEXT, "/entry/0/resource")
    journal.undo()
    journal.redo()
    assert _shown(journal, entry)
    with journal.change("Away") as change:
        change.put_away("diagnosis", entry)
    journal.empty_bin()
    with raw(path) as connection:
        for table in ("source", "attachment", "attachment_chunk"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    assert check(journal) == []


def test_search_does_not_find_what_only_the_file_says(journal: Journal) -> None:
    _keep(journal, b'{"note": "zanzibar"}', "")
    assert journal.find("zanzibar") == []
    assert journal.find("gout")
