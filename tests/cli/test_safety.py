"""Checking, copying and restoring."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from secondop_desktop.journal.storage import shared_places
from tests.cli.shell import Shell, sentence


def test_a_whole_journal(shell: Shell) -> None:
    assert shell("check").out == "The journal is whole.\n"
    assert shell.json("check") == {"whole": True, "findings": []}


def test_a_flipped_letter_is_found(shell: Shell) -> None:
    entry = shell.add("diagnosis", "name=Angina pectoris")
    raw = bytearray(shell.journal.read_bytes())
    at = raw.index(b"Angina pectoris")
    while at >= 0:
        raw[at] = ord("U")
        at = raw.find(b"Angina pectoris", at)
    shell.journal.write_bytes(raw)
    said = shell.run("check", shell.journal, "--json")
    assert said.code == 1
    assert entry in {one["id"] for one in said.json["findings"]}
    assert said.json["whole"] is False
    assert "is damaged in" in said.err
    assert "mend it with “secondop check --repair”" in said.err
    plain = shell.run("check", shell.journal)
    assert "not as it was saved" in plain.out
    assert plain.err == said.err


def test_a_whole_journal_needs_no_repair(shell: Shell) -> None:
    before = shell.journal.read_bytes()
    assert shell("check", "--repair").out == "The journal is whole.\n"
    assert shell.journal.read_bytes() == before


def test_a_damaged_journal_names_the_command_that_mends_it(shell: Shell) -> None:
    held = shell.journal.read_bytes()
    shell.journal.write_bytes(held[:3] + b"!" + held[4:])
    assert shell.run("check", shell.journal).err.count("secondop check --repair") == 1


def test_a_damaged_journal_is_mended_and_kept(shell: Shell) -> None:
    entry = shell.add("diagnosis", "name=Gout")
    damaged = bytes(4096) + shell.journal.read_bytes()[4096:]
    shell.journal.write_bytes(damaged)
    assert "not a Secondop journal" in shell.refused("list", "diagnosis")
    lines = shell("check", "--repair").lines
    assert "as they were saved" in lines[0]
    assert Path(lines[-1].removeprefix("The damaged file is kept in ")).read_bytes() == damaged
    assert shell.json("show", entry)["name"] == "Gout"
    assert shell("check").out == "The journal is whole.\n"


def test_copies_are_made_listed_and_restored(shell: Shell, tmp_path: Path) -> None:
    shell.add("diagnosis", "name=Angina")
    (copy,) = shell("backup").lines
    entry = shell.add("diagnosis", "name=Gout")
    (found,) = shell.json("copies")
    assert found["file"] == copy
    assert found["size"] == Path(copy).stat().st_size
    assert copy in shell("copies").out
    said = shell.run("restore", copy, "--to", shell.journal)
    assert said.code == 0
    assert [one["name"] for one in shell.json("list", "diagnosis")] == ["Angina"]
    kept = said.out.removeprefix("What was there is kept in ").strip()
    assert shell.run("show", kept, entry).code == 0


def test_a_copy_becomes_a_journal_of_its_own(shell: Shell, tmp_path: Path) -> None:
    (copy,) = shell("backup", "--to", tmp_path / "copies").lines
    assert Path(copy).parent == tmp_path / "copies"
    assert [one["file"] for one in shell.json("copies", "--in", tmp_path / "copies")] == [copy]
    target = tmp_path / "b.secondop"
    said = shell.run("restore", copy, "--to", target)
    assert (said.code, said.out) == (0, "")
    assert shell.run("list", target, "person", "--json").json == shell.json("list", "person")


def test_a_folder_that_other_computers_reach_is_told(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("Dropbox/health", "server"):
        (tmp_path / folder).mkdir(parents=True)
    told = shell.run("backup", shell.journal, "--to", tmp_path / "Dropbox" / "health")
    assert Path(told.out.strip()).is_file()
    assert (told.code, len(told.err.splitlines())) == (0, 1)
    assert "Dropbox copies" in told.err
    monkeypatch.setattr(shared_places, "file_system", lambda _folder: "nfs4")
    told = shell.run("backup", shell.journal, "--to", tmp_path / "server")
    assert "server is on the network" in told.err
    assert len(told.err.splitlines()) == 1


def test_no_copy_yet(shell: Shell, tmp_path: Path) -> None:
    assert shell("copies").out == "There is no safe copy yet.\n"
    assert shell.json("copies") == []
    assert "no safe copy of it" in sentence(shell.run("copies", tmp_path / "no.secondop"))


def test_only_a_whole_copy_is_restored(shell: Shell, tmp_path: Path) -> None:
    before = shell.journal.read_bytes()
    broken = tmp_path / "broken.secondop"
    broken.write_bytes(before[: len(before) // 2])
    for copy, words in ((broken, "cut short"), (tmp_path / "none", "no file")):
        assert words in sentence(shell.run("restore", copy, "--to", shell.journal))
    assert "this copy itself" in sentence(
        shell.run("restore", shell.journal, "--to", shell.journal)
    )
    assert "no folder" in sentence(
        shell.run("restore", shell.journal, "--to", tmp_path / "no" / "b.secondop")
    )
    assert shell.journal.read_bytes() == before


def test_a_damaged_journal_can_be_replaced(shell: Shell) -> None:
    (copy,) = shell("backup").lines
    shell.journal.write_bytes(b"nothing left")
    assert shell.run("restore", copy, "--to", shell.journal).code == 0
    assert len(shell.json("list", "person")) == 1


def test_a_damaged_page_is_told_by_its_part_and_raw_only_when_asked(shell: Shell) -> None:
    with closing(sqlite3.connect(shell.journal)) as sql:
        find = "SELECT rootpage FROM sqlite_schema WHERE name = 'ix_relative_person'"
        (page,), (size,) = sql.execute(find).fetchone(), sql.execute("PRAGMA page_size").fetchone()
    with shell.journal.open("rb+") as file:
        file.seek((page - 1) * size)
        file.write(bytes(8))
    said = shell.run("check", shell.journal)
    assert "where these are kept: Family history." in said.out
    assert "btree" not in said.out + said.err
    assert "btree" in shell.run("check", shell.journal, "--debug").err
    (finding,) = shell.run("check", shell.journal, "--json").json["findings"]
    assert "btree" in finding["detail"]
    assert "btree" not in finding["text"]
