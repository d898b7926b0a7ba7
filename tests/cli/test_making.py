"""New journals, and what a journal can hold."""

from pathlib import Path

from secondop_desktop.catalogue import KINDS
from tests.cli.shell import Said, Shell, sentence


def test_a_new_journal_is_empty(shell: Shell, tmp_path: Path) -> None:
    assert shell.run("new", tmp_path / "b.secondop").code == 0
    assert shell.run("list", tmp_path / "b.secondop", "person", "--json").json == []


def test_a_new_journal_may_have_its_person(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "b.secondop"
    said = shell.run("new", path, "--person", "Zoë Łuk")
    (found,) = shell.run("list", path, "person", "--json").json
    assert (found["name"], [found["id"]]) == ("Zoë Łuk", said.lines)


def test_an_existing_file_is_left_alone(shell: Shell) -> None:
    assert "already a file ann.secondop" in shell.refused("new")


def test_a_missing_folder_is_not_made(shell: Shell, tmp_path: Path) -> None:
    said = shell.run("new", tmp_path / "no" / "b.secondop")
    assert "There is no folder" in sentence(said)
    assert not (tmp_path / "no").exists()


def test_a_person_without_a_name_leaves_no_journal(shell: Shell, tmp_path: Path) -> None:
    said = shell.run("new", tmp_path / "b.secondop", "--person", "a\udcff")
    assert "not text" in sentence(said)
    for name in ("", " "):
        sentence(shell.run("new", tmp_path / "b.secondop", "--person", name))
    assert list(tmp_path.iterdir()) == [shell.journal]


def test_the_kinds_tell_their_fields(shell: Shell) -> None:
    kinds = {kind["name"]: kind for kind in shell.run("kinds", "--json").json}
    assert list(kinds) == list(KINDS)
    result = {field["name"]: field for field in kinds["result"]["fields"]}
    assert (result["test"]["required"], result["value"]["type"]) == (True, "quantity")
    assert result["record"]["refers"] == "record"
    assert kinds["result"]["case"] is True
    stage = next(f for f in kinds["decision"]["fields"] if f["name"] == "stage")
    assert "considering" in stage["choices"]


def test_the_kinds_as_plain_lines(shell: Shell) -> None:
    lines = shell.run("kinds").lines
    assert [line.partition(" ")[0] for line in lines] == list(KINDS)


def test_the_sample_can_be_looked_at(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "sample.secondop"
    assert shell.run("sample", path) == Said(0, "", "")
    assert shell.run("check", path, "--json").json == {"whole": True, "findings": []}
    compared = shell.run("compare", path, "--json").json
    assert len(compared["opinions"]) > 1
    assert shell.run("list", path, "question", "--json").json


def test_the_sample_overwrites_nothing(shell: Shell) -> None:
    assert "already a file" in shell.refused("sample")
