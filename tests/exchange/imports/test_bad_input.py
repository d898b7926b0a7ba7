"""What cannot be read is refused in one sentence, and the journal stays as it was."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.source_files import any_file
from secondop_desktop.journal.file import Journal
from tests.exchange.imports.conftest import Put


def _png(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def _pdf(locked: pikepdf.Encryption | bool = False) -> bytes:
    document, out = pikepdf.new(), BytesIO()
    document.add_blank_page()
    document.save(out, encryption=locked)
    return out.getvalue()


LOCKED = _pdf(pikepdf.Encryption(owner="a", user="b", R=6))
HEAD = "test,value,unit,date\n"

BAD = {
    "broken.json": (b'{"resourceType": "Bundle", "entry": [', "not JSON"),
    "deep.json": (b'{"a":' * 300 + b"1" + b"}" * 300, "200 levels"),
    "nan.json": (b'{"resourceType": "Observation", "valueInteger": NaN}', "NaN"),
    "huge.json": (b'{"resourceType": "Observation", "valueDecimal": 1e400}', "1e400"),
    "twice.json": (b'{"resourceType": "Patient", "id": "1", "id": "2"}', "twice"),
    "line.ndjson": (b'{"resourceType": "Patient"}\n{"resourceType": \n', "line 2"),
    "open.csv": (HEAD.encode() + b'Hb,"13,g/L,2024-01-02\nNa,140,mmol/L,2024-01-03\n', "line 2:"),
    "month.csv": (
        HEAD.encode() + b"Hb,13,g/L,03/25/2024\nHb,13,g/L,25/03/2024\n",
        "in others the month",
    ),
    "broken.pdf": (b"%PDF-1.7\nnothing", "not a whole PDF"),
    "half.pdf": (_pdf()[:300], "not a whole PDF"),
    "broken.png": (b"\x89PNG\r\n\x1a\nnothing", "not a whole picture"),
    "huge.png": (_png(60_000, 60_000), "too many dots"),
    "wide.png": (_png(20_000, 12_000), "too many dots"),
    "drawing.svg": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
    "void.txt": (b"", "empty"),
    "heads.csv": (HEAD.encode() + b",,,\n", "no rows under them"),
    "medicines.tsv": (b"Drug\tDose\tStarted\n", "no rows under them"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_refused_and_changes_nothing(journal: Journal, put: Put, name: str) -> None:
    data, expected = BAD[name]
    before = journal.path.read_bytes()
    with pytest.raises(UserError) as refused:
        importing.read([put(name, data)], journal)
    said = str(refused.value)
    assert expected in said
    assert said.startswith(name)
    assert said.endswith(".")
    assert journal.path.read_bytes() == before


def test_one_bad_file_among_good_ones_is_named_and_stops_none(journal: Journal, put: Put) -> None:
    plan = importing.read([put("half.pdf", _pdf()[:300]), put("n.txt", "Note")], journal)
    assert [(one.where, one.kept) for one in plan.skipped] == [("half.pdf", False)]
    assert "half.pdf is not a whole PDF" in plan.skipped[0].why
    assert len(plan.new) == 1


def test_where_no_file_can_be_read_it_is_refused(journal: Journal, put: Put) -> None:
    with pytest.raises(UserError, match="void"):
        importing.read([put("half.pdf", _pdf()[:300]), put("void.txt", b"")], journal)


@pytest.mark.parametrize(("password", "pages"), [("", None), ("b", 1), ("wrong", None)])
def test_a_locked_pdf_is_kept_locked_and_its_password_only_counts_its_pages(
    journal: Journal, put: Put, password: str, pages: int | None
) -> None:
    plan = importing.read([put("locked.pdf", LOCKED)], journal, pdf_password=password)
    assert [("locked" in notice) for notice in plan.notices] == ([True] if pages is None else [])
    importing.apply(journal, plan)
    [row] = journal.entries("record")
    assert (row.pages, row.text, journal.file(row.file)) == (pages, "", LOCKED)


def test_a_file_that_is_not_there_is_named(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"gone\.pdf cannot be read"):
        importing.read([tmp_path / "gone.pdf"], journal)


def test_a_file_beyond_100_mb_is_refused_by_its_size_alone(journal: Journal, put: Put) -> None:
    path = put("film.mp4", b"x")
    with path.open("r+b") as file:
        file.truncate(100 * 1024 * 1024 + 1)
    with pytest.raises(UserError, match=r"film\.mp4 is larger than 100 MB"):
        importing.read([path], journal)


def test_a_file_that_changes_after_the_plan_is_refused(journal: Journal, put: Put) -> None:
    plan = importing.read([put("n.txt", "Note")], journal)
    put("n.txt", "Another note")
    with pytest.raises(UserError, match="changed while"):
        importing.apply(journal, plan)
    assert journal.entries("record") == []


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("report\u202efdp.exe", "reportfdp.exe"),
        ("..\\..\\secret.txt", "secret.txt"),
        ("a\u200bb\x07.txt", "ab.txt"),
        ("\u202e", "file without a name"),
        ("Blood  results 2024.pdf", "Blood results 2024.pdf"),
    ],
)
def test_a_name_loses_what_misleads(name: str, shown: str) -> None:
    assert any_file.shown_name(Path(name)) == shown
