"""An archive that was unpacked on its way, or lies in a folder or a zip, is the archive still."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal
from tests.exchange.archive.filled import everything, filled


@pytest.fixture
def folder(archive: Path) -> Path:
    """What lies there where a system unpacked it, with what the system adds."""
    folder = archive.with_suffix("")
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder)
    (folder / ".DS_Store").write_bytes(b"seen")
    (folder / "journal" / "data" / "Thumbs.db").write_bytes(b"small")
    return folder


def _bring_in(given: Path, path: Path) -> Journal:
    journal = Journal.create(path, KINDS)
    importing.apply(journal, importing.read([given], journal))
    return journal


@pytest.mark.parametrize("inside", ["", "journal"])
def test_an_empty_journal_becomes_what_it_holds(folder: Path, inside: str, tmp_path: Path) -> None:
    with (
        Journal.look(tmp_path / "a.secondop", KINDS) as journal,
        _bring_in(folder / inside, tmp_path / "b.secondop") as other,
    ):
        assert everything(other) == everything(journal)


def test_any_other_gets_its_entries_by_a_plan(folder: Path, tmp_path: Path) -> None:
    with filled(tmp_path / "c.secondop") as journal:
        plan = importing.read([folder], journal, "new")
        assert {item.kind for item in plan.new} >= {"record", "result"}
        assert all(item.kind != "record" or "json" not in item.title for item in plan.new)


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (lambda place: (place / "data" / "changes.jsonl").write_text("{}\n"), "not as it was"),
        (lambda place: (place / "data" / "journal.json").write_text("{}"), "not as it was"),
        (lambda place: (place / "note.txt").write_text("mine"), "not part of the archive"),
        (lambda place: (place / "data" / "entries" / "result.jsonl").unlink(), "missing"),
    ],
)
def test_one_that_was_changed_is_refused(
    folder: Path, tmp_path: Path, harm: object, told: str
) -> None:
    harm(folder / "journal")  # type: ignore[operator]
    with Journal.create(tmp_path / "b.secondop", KINDS) as journal:
        before = everything(journal)
        with pytest.raises(UserError, match=rf"a.*{told}.*Nothing was changed"):
            importing.read([folder], journal)
        assert everything(journal) == before


def test_a_link_in_it_is_not_followed(folder: Path, tmp_path: Path) -> None:
    history = folder / "journal" / "data" / "entries" / "result.jsonl"
    history.rename(tmp_path / "elsewhere")
    history.symlink_to(tmp_path / "elsewhere")
    with (
        Journal.create(tmp_path / "b.secondop", KINDS) as journal,
        pytest.raises(UserError, match="is missing"),
    ):
        importing.read([folder], journal)


def _in_a_folder(archive: Path) -> Path:
    stick = archive.parent / "stick"
    stick.mkdir()
    return archive.rename(stick / archive.name).parent


def _in_a_zip(archive: Path) -> Path:
    outer = archive.with_name("sent.zip")
    with zipfile.ZipFile(outer, "w") as packed:
        packed.write(archive, archive.name)
    return outer


@pytest.mark.parametrize("put", [_in_a_folder, _in_a_zip])
def test_alone_in_a_folder_or_a_zip_it_is_found(
    archive: Path, tmp_path: Path, put: Callable[[Path], Path]
) -> None:
    with (
        Journal.look(tmp_path / "a.secondop", KINDS) as journal,
        _bring_in(put(archive), tmp_path / "b.secondop") as other,
    ):
        assert everything(other) == everything(journal)


def test_beside_other_files_of_a_folder_it_comes_in_by_itself(
    archive: Path, tmp_path: Path
) -> None:
    stick = _in_a_folder(archive)
    (stick / "note.txt").write_text("Dizzy since Monday")
    with (
        filled(tmp_path / "c.secondop") as journal,
        pytest.raises(UserError, match=r"a\.zip is an archive of a whole journal"),
    ):
        importing.read([stick], journal)
