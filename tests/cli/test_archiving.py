"""The whole journal out and in again, on the command line."""

from pathlib import Path

import pytest

from tests.cli.shell import Shell, sentence


@pytest.fixture
def archive(shell: Shell, tmp_path: Path) -> Path:
    entry = shell.add("symptom", "what=Tired", "private=yes")
    shell("edit", entry, "what=Very tired")
    shell("remove", shell.add("task", "text=Ring the clinic"))
    said = shell("export", "--to", tmp_path / "a.zip")
    assert said.lines == ["3 entries and 0 files were written."]
    return tmp_path / "a.zip"


@pytest.fixture
def empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    other = Shell(tmp_path / "other.secondop", capsys)
    other("new")
    return other


def test_an_empty_journal_becomes_the_same(shell: Shell, archive: Path, empty: Shell) -> None:
    plan = empty.run("import", empty.journal, archive, "--plan", "--json")
    assert plan.json == {"new": 3, "changed": 0, "same": 0, "skipped": []}
    assert "becomes what a.zip holds" in plan.err
    assert empty.json("list", "symptom") == []
    assert empty.run("import", empty.journal, archive).code == 0
    for words in (["symptom"], ["task", "--bin"], ["person"]):
        assert empty.json("list", *words) == shell.json("list", *words)
    assert empty.json("history") == shell.json("history")
    for _each in range(4):
        assert empty("undo").lines == shell("undo").lines


def test_twice_adds_nothing(shell: Shell, archive: Path) -> None:
    said = shell.run("import", shell.journal, archive)
    assert said.lines == ["0 new, 0 changed, 3 the same, 0 skipped"]  # with the one in the bin


def test_with_a_password(shell: Shell, archive: Path, empty: Shell, tmp_path: Path) -> None:
    (tmp_path / "password").write_text("two herons\n")
    (tmp_path / "wrong").write_text("two herrings\n")
    option = "--zip-password-file"
    shell("export", "--to", archive, option, tmp_path / "password")
    assert "opens with a password. Give it" in empty.refused("import", archive)
    wrong = empty.run("import", empty.journal, archive, option, tmp_path / "wrong")
    assert "That password does not open a.zip" in sentence(wrong)
    assert empty.run("import", empty.journal, archive, option, tmp_path / "password").code == 0
    assert empty.json("list", "symptom") == shell.json("list", "symptom")


@pytest.mark.parametrize("option", ["--person", "--case", "--leave-out", "--sections"])
def test_it_is_never_a_part(shell: Shell, option: str, person: str, tmp_path: Path) -> None:
    case = shell.add("case", "question=Operate?")
    given = {"--person": person, "--sections": "symptom"}.get(option, case)
    said = shell.refused("export", "--to", tmp_path / "b.zip", option, given)
    assert "An archive holds the whole journal" in said
    assert not (tmp_path / "b.zip").exists()


def test_what_is_cut_is_refused(archive: Path, empty: Shell) -> None:
    archive.write_bytes(archive.read_bytes()[:900])
    assert "a.zip is not whole" in empty.refused("import", archive)
