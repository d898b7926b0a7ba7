"""Anybody's tools can check an archive and read it."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from secondop_desktop.catalogue import KINDS
from tests.exchange.archive.filled import SCAN


@pytest.fixture
def bag(archive: Path) -> Path:
    """The archive as any program unpacks it."""
    with zipfile.ZipFile(archive) as zipped:
        assert zipped.testzip() is None
        zipped.extractall(archive.parent)
    return archive.parent / "journal"


def test_it_is_a_bag(bag: Path) -> None:
    asked = [sys.executable, "-m", "bagit", "--validate", str(bag)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "is valid" in done.stderr


@pytest.mark.parametrize("sums", ["manifest-sha256.txt", "tagmanifest-sha256.txt"])
def test_sha256sum_checks_it(bag: Path, sums: str) -> None:
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", sums], cwd=bag, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(b"OK") == len((bag / sums).read_text().splitlines())


def test_every_line_is_as_its_schema_says(bag: Path) -> None:
    count = 0
    for name in KINDS:
        schema = json.loads((bag / f"data/schema/{name}.json").read_bytes())
        Draft202012Validator.check_schema(schema)
        check = Draft202012Validator(schema)
        for line in (bag / f"data/entries/{name}.jsonl").read_bytes().splitlines():
            check.validate(json.loads(line))
            count += 1
        assert not check.is_valid({"id": "0", "unheard_of": "1"})
        assert not check.is_valid({"id": "0", "private": "yes"})
    assert count == 7


def test_files_lie_there_as_they_are(bag: Path) -> None:
    lines = (bag / "data/entries/record.jsonl").read_bytes().splitlines()
    (record,) = map(json.loads, lines)
    digest = record["file"].removeprefix("sha256:")
    assert (bag / "data/attachments" / digest[:2] / digest).read_bytes() == SCAN


def test_a_person_can_read_what_is_what(bag: Path) -> None:
    text = (bag / "data/README.txt").read_text("utf-8")
    for part in (*(bag / "data").iterdir(), *(bag / "data/entries").iterdir()):
        assert part.name == "README.txt" or part.name in text
    assert max(map(len, text.splitlines())) <= 80
    entry = (bag / "data/entries/diagnosis.jsonl").read_text("utf-8")
    assert '"date": "2024-03"' in entry
    assert '"about": true' in entry
