"""The pack from the command line."""

from pathlib import Path

import pypdfium2
import pytest

from tests.cli.shell import Shell
from tests.exchange.pack.made_files import drawn, locked, sound


def _pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


@pytest.fixture
def records(shell: Shell, tmp_path: Path) -> list[str]:
    ids = []
    for name, data in {"scan.pdf": drawn(2), "old.pdf": locked(), "talk.wav": sound()}.items():
        (tmp_path / name).write_bytes(data)
        ids += shell.run("attach", shell.journal, tmp_path / name).out.split()
    return ids


def test_all_files_where_none_is_chosen(shell: Shell, records: list[str], tmp_path: Path) -> None:
    target = tmp_path / "pack.pdf"
    said = shell("export", "--to", target, "--format", "pack")
    assert "Not on pages: old, because it is locked with a password." in said.lines
    assert "Not on pages: talk, because it cannot be shown on paper." in said.lines
    assert any("cannot read the pages of scan aloud" in line for line in said.lines)
    assert sum("its page" in page for page in _pages(target)) == 2
    assert len(records) == 3


def test_records_and_their_order_are_chosen(
    shell: Shell, records: list[str], tmp_path: Path
) -> None:
    target = tmp_path / "pack.pdf"
    said = shell("export", "--to", target, "--format", "pack", "--records", records[0])
    assert not any("Not on pages" in line for line in said.lines)
    said = shell("export", "--to", target, "--format", "pack", "--files-inside")
    assert "2 of these are in the PDF as files." in said.lines


def test_what_is_no_record_is_refused(shell: Shell, tmp_path: Path) -> None:
    entry = shell.add("diagnosis", "name=Angina")
    target = tmp_path / "pack.pdf"
    refused = shell.refused("export", "--to", target, "--format", "pack", "--records", entry)
    assert "is not a record" in refused
    assert not target.exists()


def test_a_folder_is_handed_over_and_written_down(
    shell: Shell, records: list[str], tmp_path: Path
) -> None:
    doctor = shell.add("provider", "name=Dr Bell")
    target = tmp_path / "For Dr Bell"
    said = shell("export", "--to", target, "--format", "hand-over", "--for", "Dr Bell")
    assert any("given to Dr Bell" in line for line in said.lines)
    (told,) = shell.json("list", "told")
    assert told["provider"] == doctor
    assert sorted(told["records"]) == sorted(records)
    assert (target / "Files").is_dir()


def test_a_zip_needs_a_password(shell: Shell, records: list[str], tmp_path: Path) -> None:
    target = tmp_path / "out.zip"
    assert records
    refused = shell.refused("export", "--to", target, "--format", "hand-over")
    assert "needs a password" in refused
    secret = tmp_path / "secret.txt"
    secret.write_text("correct horse\n", "utf-8")
    given = ("--zip-password-file", secret)
    shell("export", "--to", target, "--format", "hand-over", *given)
    assert target.read_bytes()[:2] == b"PK"


def test_the_same_moment_gives_the_same_bytes(
    shell: Shell, records: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    paths = [tmp_path / name for name in ("a.pdf", "b.pdf")]
    for path in paths:
        shell("export", "--to", path, "--format", "pack", "--records", records[0])
    assert paths[0].read_bytes() == paths[1].read_bytes()


@pytest.mark.parametrize("sheet", ["questions", "questions-a5", "fridge", "wallet"])
def test_sheets_are_written(shell: Shell, tmp_path: Path, sheet: str) -> None:
    shell.add("question", "text=What if I wait?")
    shell.add("allergy", "substance=Latex")
    target = tmp_path / "sheet.pdf"
    shell("export", "--to", target, "--format", sheet)
    said = " ".join(" ".join(_pages(target)).split())
    assert ("What if I wait?" if "questions" in sheet else "Latex") in said
