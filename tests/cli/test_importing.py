"""Taking in files: the plan first, then one change that can be taken back."""

import json
from pathlib import Path

import pytest

from tests.cli.shell import Shell, sentence


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Ann", "utf-8")
    return path


def test_a_plan_writes_nothing(shell: Shell, letter: Path) -> None:
    before = shell.journal.read_bytes()
    assert shell.json("import", letter, "--plan") == {
        "new": 1,
        "changed": 0,
        "same": 0,
        "skipped": [],
    }
    assert shell.journal.read_bytes() == before


def test_importing_twice_adds_nothing(shell: Shell, letter: Path) -> None:
    assert shell.json("import", letter)["new"] == 1
    assert len(shell.json("list", "record")) == 1
    before = shell.journal.read_bytes()
    assert shell("import", letter).out == "0 new, 0 changed, 1 the same, 0 skipped\n"
    assert shell.journal.read_bytes() == before
    assert shell("undo").out == "Taken back: Bring in letter.txt\n"
    assert shell.json("list", "record") == []


def test_a_safe_copy_is_made_first(shell: Shell, letter: Path) -> None:
    shell("import", letter)
    (copy,) = shell.json("copies")
    assert shell.run("list", copy["file"], "record", "--json").json == []


def test_for_whom(shell: Shell, letter: Path, person: str) -> None:
    other = shell.add("person", "name=Bea Lee")
    assert "--person" in shell.refused("import", letter)
    shell("import", letter, "--person", other)
    assert [one["person"] for one in shell.json("list", "record")] == [other]
    assert "nobody" in shell.refused("import", letter, "--person", "nobody")


def test_what_is_not_there_is_refused(shell: Shell, letter: Path, tmp_path: Path) -> None:
    assert "none.txt" in sentence(shell.run("import", shell.journal, tmp_path / "none.txt"))
    assert shell.json("list", "record") == []


def test_what_is_kept_and_what_is_left_out_is_told_apart(shell: Shell, tmp_path: Path) -> None:
    bodies = [
        {"resourceType": "Condition", "id": "a", "code": "no object"},
        {"resourceType": "AllergyIntolerance", "id": "b"},
        None,
    ]
    whole = {"resourceType": "Bundle", "entry": [{"resource": body} for body in bodies]}
    path = tmp_path / "b.json"
    path.write_text(json.dumps(whole), "utf-8")
    told = shell.json("import", path, "--plan")["skipped"]
    lines = shell("import", path).lines[1:]
    starts = ["Kept as a record: " if "kept" in one["why"] else "Left out: " for one in told]
    assert lines == [
        f"{start}{one['where']}: {one['why']}" for start, one in zip(starts, told, strict=True)
    ]
    assert set(starts) == {"Kept as a record: ", "Left out: "}


def _file(path: Path, name: str, born: str) -> Path:
    who = {"resourceType": "Patient", "id": "p", "name": [{"text": name}], "birthDate": born}
    what = {"resourceType": "Condition", "id": "c", "code": {"text": "Gout"}}
    entries = [{"resource": who}, {"resource": what | {"subject": {"reference": "Patient/p"}}}]
    path.write_text(json.dumps({"resourceType": "Bundle", "entry": entries}), "utf-8")
    return path


def test_a_strangers_file_is_refused_until_somebody_says_whose_it_is(
    shell: Shell, tmp_path: Path, person: str
) -> None:
    path = _file(tmp_path / "s.json", "Owen Strange", "1933-02-01")
    assert "Owen Strange, born 1 February 1933" in shell.refused("import", path)
    assert shell.json("list", "diagnosis") == []
    said = shell.run("import", shell.journal, path, "--person", person)
    assert "Check that this is right" in said.err
    shell.run("import", shell.journal, path, "--person", "new")
    people = [one["person"] for one in shell.json("list", "diagnosis")]
    assert (people[0], len(set(people))) == (person, 2)


def test_a_question_is_said_and_answered(shell: Shell, tmp_path: Path, person: str) -> None:
    [known] = shell.json("list", "person")
    path = _file(tmp_path / "a.json", known["name"], "1950-05-03")
    shell("edit", person, "birth_date=")
    said = shell.run("import", shell.journal, path)
    assert "--answer identity=yes" in said.err
    assert shell.json("list", "person")[0]["birth_date"] is None
    shell.run("import", shell.journal, path, "--answer", "identity=yes")
    assert shell.json("list", "person")[0]["birth_date"] == "1950-05-03"
    assert "leave no question" in shell.refused("import", path, "--answer", "identity=yes")


def test_an_entry_tells_where_it_came_from_and_gives_the_file_back(
    shell: Shell, tmp_path: Path
) -> None:
    table = tmp_path / "meter.csv"
    table.write_bytes(b"test,value,date\r\nUrea,6.2,2025-06-01\r\n")
    shell("import", table)
    [row] = shell.json("list", "result")
    told = shell.json("show", row["id"])["came_from"]
    assert (told["file"], told["place"]) == ("meter.csv", "line:2")
    assert told["text"] == "Urea,6.2,2025-06-01"
    assert "Where this came from: meter.csv (line:2)" in shell("show", row["id"]).out
    shell("extract", row["id"], "--out", tmp_path / "back.csv")
    assert (tmp_path / "back.csv").read_bytes() == table.read_bytes()
    assert shell("check").code == 0


def test_the_files_need_not_be_kept(shell: Shell, tmp_path: Path) -> None:
    table = tmp_path / "meter.csv"
    table.write_text("test,value,date\nUrea,6.2,2025-06-01\n", "utf-8")
    shell("import", table, "--no-originals")
    [row] = shell.json("list", "result")
    assert "came_from" not in shell.json("show", row["id"])
    assert "no file" in shell.refused("extract", row["id"], "--out", tmp_path / "back.csv")


def test_a_file_that_is_not_there_is_named_and_the_others_come_in(
    shell: Shell, letter: Path, tmp_path: Path
) -> None:
    void = tmp_path / "void.csv"
    void.write_text("Test;Result;Unit\n;;\n", "utf-8")
    empty = tmp_path / "empty"
    empty.mkdir()
    said = shell("import", tmp_path / "gone.pdf", letter, empty, void)
    assert said.lines[0] == "1 new, 0 changed, 0 the same, 3 skipped"
    assert "gone.pdf cannot be read: it is not there." in said.out
    assert "There is nothing in empty that can be brought in." in said.out
    assert "void.csv has headings and no rows under them" in said.out
    assert len(shell.json("list", "record")) == 1
    assert "is not there" in shell.refused("import", tmp_path / "gone.pdf", tmp_path / "also.pdf")
