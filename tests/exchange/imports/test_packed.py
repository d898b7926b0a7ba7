"""A packed file that claims the world is refused in one sentence; a large one is none."""

import gzip
import random
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.bulk import documents
from secondop_desktop.exchange.containers import limits
from secondop_desktop.exchange.incoming import importing, json_lines
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.files import gzip_members
from tests.exchange.bundles import bundle, observation, patient, written
from tests.exchange.fhir_xml.as_xml import as_xml
from tests.exchange.imports.conftest import Plans

_MOST = 300_000
_ROWS = b"03/04/2023,Urea,6.1,mmol/L\n"
_BOMBS = {
    "nothing.csv.gz": bytes(4 * _MOST),
    "rows.csv.gz": b"Date,Test,Result,Units\n" + _ROWS * 80_000,
    "bundle.json.gz": b'{"resourceType":"Bundle","entry":[' + b" " * 4 * _MOST + b"]}",
    "care.xml.gz": b'<ClinicalDocument xmlns="urn:hl7-org:v3">' + b"\n" * 4 * _MOST,
    "letter.txt.gz": b"Dear Dr Patel, " * 200_000,
    "lines.ndjson.gz": f"{written(observation('o'))}\n".encode() * 3_000,
    "line.ndjson.gz": f"{written(patient())}\n".encode() + b"[" + b" " * 9 * _MOST,
}


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let little be much, so that a bomb takes no time."""
    monkeypatch.setattr(gzip_members, "LARGEST", _MOST)
    monkeypatch.setattr(limits, "_SMALL", _MOST)
    monkeypatch.setattr(limits, "MOST_TIMES", 20)
    for room in (documents, json_lines):
        monkeypatch.setattr(room, "LONGEST", _MOST)


@pytest.mark.parametrize("name", _BOMBS)
def test_a_packed_bomb_is_refused_in_one_sentence(
    journal: Journal, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(_BOMBS[name]))
    with pytest.raises(UserError, match=f"^{name} would unpack to far more") as refused:
        importing.read([path], journal)
    assert "\n" not in str(refused.value)
    assert "bring in the files that you know" in str(refused.value)


def test_a_packed_bomb_among_others_is_left_out_by_name(journal: Journal, tmp_path: Path) -> None:
    bomb, table = tmp_path / "rows.csv.gz", tmp_path / "urea.csv"
    bomb.write_bytes(gzip.compress(_BOMBS["rows.csv.gz"]))
    table.write_bytes(b"Date,Test,Result,Units\n" + _ROWS)
    plan = importing.read([bomb, table], journal)
    assert [item.kind for item in plan.new] == ["result"]
    assert [one.where for one in plan.skipped] == ["rows.csv.gz"]


@pytest.mark.parametrize("kept", [1.0, 0.5])
def test_what_is_only_large_or_cut_is_kept_as_it_is(
    journal: Journal, tmp_path: Path, kept: float
) -> None:
    path = tmp_path / "scan.raw.gz"
    data = gzip.compress(random.Random(4).randbytes(2 * _MOST))
    path.write_bytes(data[: int(len(data) * kept)])
    plan = importing.read([path], journal)
    assert [item.kind for item in plan.new] == ["record"]
    assert "Unpack it" in plan.notices[0]


def _blocks(data: bytes, size: int) -> bytes:
    """Pack block by block, as ``bgzip`` does, and as files joined with ``cat`` are."""
    return b"".join(gzip.compress(data[at : at + size]) for at in range(0, len(data), size))


_WHOLE = {
    "bundle.json.gz": written(bundle(patient(), observation("o1"), observation("o2"))).encode(),
    "bundle.xml.gz": as_xml(bundle(patient(), observation("o1"), observation("o2"))).encode(),
    "rows.csv.gz": b"Date,Test,Result,Units\n" + _ROWS + _ROWS.replace(b"Urea", b"Iron"),
    "lines.ndjson.gz": "\n".join(map(written, (patient(), *map(observation, "ab")))).encode(),
}


@pytest.mark.parametrize("size", [1, 40, 10_000])
@pytest.mark.parametrize("name", _WHOLE)
def test_all_members_of_a_packed_file_come_in(plan: Plans, name: str, size: int) -> None:
    made = plan(name, _blocks(_WHOLE[name], size))
    assert [item.kind for item in made.new].count("result") == 2


@pytest.mark.parametrize("name", [name for name in _WHOLE if "ndjson" not in name])
def test_a_packed_file_is_unpacked_once(
    plan: Plans, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    times, really = [], gzip_members._pieces

    def pieces(given: BinaryIO) -> Iterator[tuple[bytes, int]]:
        times.append(1)
        return really(given)

    monkeypatch.setattr(gzip_members, "_pieces", pieces)
    assert plan(name, gzip.compress(_WHOLE[name])).new
    assert times == [1]


def test_what_follows_a_packed_file_is_no_part_of_it(plan: Plans) -> None:
    made = plan("rows.csv.gz", gzip.compress(_WHOLE["rows.csv.gz"]) + bytes(512))
    assert [item.kind for item in made.new].count("result") == 2
