"""Adding, changing, removing and bringing back."""

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.shell import Shell, sentence


def _json(tmp_path: Path, document: object) -> Path:
    path = tmp_path / "given.json"
    path.write_text(json.dumps(document), "utf-8")
    return path


def test_the_only_person_need_not_be_named(shell: Shell, person: str) -> None:
    entry = shell.add("diagnosis", "name=Angina = chest pain", "date=2024-03", "about=true")
    (found,) = shell.json("list", "diagnosis")
    assert (
        found.items()
        >= {
            "id": entry,
            "person": person,
            "name": "Angina = chest pain",
            "date": "2024-03",
            "about": True,
        }.items()
    )


def test_several_people_are_named_to_choose_from(shell: Shell, person: str) -> None:
    other = shell.add("person", "name=Bea Lee")
    said = shell.refused("add", "diagnosis", "name=Angina")
    assert f"{person} (Ann Lee)" in said
    assert f"{other} (Bea Lee)" in said
    shell.add("diagnosis", "name=Angina", f"person={other}")
    shell.add("diagnosis", "name=Gout", "--person", person)
    assert [one["person"] for one in shell.json("list", "diagnosis")] == [other, person]


def test_a_journal_about_nobody_says_so(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "b.secondop"
    assert shell.run("new", path).code == 0
    said = sentence(shell.run("add", path, "diagnosis", "name=Angina"))
    assert "no person yet" in said


def test_many_are_one_change(shell: Shell, tmp_path: Path) -> None:
    source = _json(tmp_path, [{"name": "One"}, {"name": "Two", "notes": "x"}])
    ids = shell("add", "diagnosis", "--json", source, "notes=from a list").lines
    found = {one["id"]: (one["name"], one["notes"]) for one in shell.json("list", "diagnosis")}
    assert [found[entry] for entry in ids] == [("One", "from a list"), ("Two", "x")]
    assert shell("undo").out == "Taken back: Add: Diagnoses (2)\n"
    assert shell.json("list", "diagnosis") == []


def test_one_wrong_item_means_none(shell: Shell, tmp_path: Path) -> None:
    source = _json(tmp_path, [{"name": "One"}, {"notes": "no name"}])
    assert "Item 2: diagnosis needs a value for name" in shell.refused(
        "add", "diagnosis", "--json", source
    )
    wrong_ref = _json(tmp_path, [{"name": "One"}, {"name": "Two", "given_by": "nobody"}])
    assert "there is no provider" in shell.refused("add", "diagnosis", "--json", wrong_ref)


def test_json_from_the_standard_input(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    text = io.TextIOWrapper(io.BytesIO('{"name": "Zöliakie"}'.encode()))
    monkeypatch.setattr(sys, "stdin", text)
    shell.add("diagnosis", "--json", "-")
    assert shell.json("list", "diagnosis")[0]["name"] == "Zöliakie"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["diagnosis"], "needs a value for name"),
        (["diagnosis", "name="], "needs a value for name"),
        (["diagnosis", "name=A", "name=B"], "name is given twice"),
        (["diagnosis", "name=A", "colour=red"], "has no field colour"),
        (["diagnosis", "name=A", "id=mine"], "has no field id"),
        (["diagnosis", "name=A", "date=yesterday"], "date must be a date"),
        (["diagnosis", "name=A\udcff"], "not text"),
        (["diagnosis", "name=A", "--person", "nobody"], "There is: "),
        (["symptom", "what=Pain", "severity=11"], "from 0 to 10"),
        (["allergy", "substance=A", "severity=awful"], "must be one of"),
        (["outcome", "text=A", "option=none"], "there is no option"),
        (["option", "name=A", f"stances={'[' * 100_000}"], "200 levels deep"),
        (["option", "name=A", 'stances={"a": "\\ud800"}'], "one half is missing"),
        (["record", "title=A", "file=sha256:00"], "holds no such file"),
        (["diagnosis", "--json", "not-there.json"], "cannot be read"),
    ],
)
def test_what_cannot_be_kept_is_refused(shell: Shell, words: list[str], told: str) -> None:
    assert told in shell.refused("add", *words)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[" * 100_000, "200 levels deep"),
        ('{"name": NaN}', "NaN"),
        ('{"name": Infinity}', "Infinity"),
        ('{"name": 1e400}', "too large"),
        ('{"name": "A", "name": "B"}', "appears twice"),
        ('[{"name": "A"}, 5]', "item 2 is not an object"),
        ("", "not JSON"),
    ],
)
def test_json_that_is_not_right_is_refused(
    shell: Shell, tmp_path: Path, text: str, told: str
) -> None:
    source = tmp_path / "given.json"
    source.write_text(text, "utf-8")
    assert told in shell.refused("add", "diagnosis", "--json", source)


def test_editing_changes_only_what_is_named(shell: Shell) -> None:
    entry = shell.add("diagnosis", "name=Angina", "notes=Old", "date=2019", "about=yes")
    assert shell("edit", entry, "notes=New").out == "Changed: Angina\n"
    assert shell.json("show", entry).items() >= {
        "name": "Angina", "notes": "New", "date": "2019", "about": True
    }.items()  # fmt: skip
    shell("edit", entry, "about=no")
    assert "about" not in shell.json("show", entry)
    shell("edit", entry, "about=yes")
    assert shell.json("show", entry).items() >= {"date": "2019", "about": True}.items()
    shell("edit", entry, "date=2020-01-02")
    assert "about" not in shell.json("show", entry)


def test_editing_from_json(shell: Shell, tmp_path: Path) -> None:
    entry = shell.add("option", "name=Wait")
    shell("edit", entry, "--json", _json(tmp_path, {"waiting": True}), "rank=2")
    assert shell.json("show", entry).items() >= {"waiting": True, "rank": 2}.items()


def test_an_edit_that_breaks_a_rule_is_refused(shell: Shell) -> None:
    entry = shell.add("symptom", "what=Pain", "severity=3")
    other = shell.add("person", "name=Bea Lee")
    assert "from 0 to 10" in shell.refused("edit", entry, "severity=30")
    assert "needs a value for what" in shell.refused("edit", entry, "what=")
    assert "stays with its person" in shell.refused("edit", entry, f"person={other}")
    assert "nothing to change" in shell.refused("edit", entry)
    assert "no entry with the id" in shell.refused("edit", "nobody", "what=A")


def test_a_draft_may_be_edited_without_being_finished(shell: Shell, person: str) -> None:
    from secondop_desktop.catalogue import KINDS
    from secondop_desktop.journal.file import Journal

    with Journal.open(shell.journal, KINDS) as journal, journal.change("Draft") as change:
        draft = change.add("symptom", person=person, unread={"severity": "bad", "date": "then"})
    shell("edit", draft, "severity=4")
    assert shell.json("show", draft).items() >= {"severity": 4, "unread": {"date": "then"}}.items()


def test_the_bin_and_back(shell: Shell) -> None:
    question = shell.add("question", "text=Why?")
    answer = shell.add("answer", f"question={question}", "text=Because")
    assert shell("remove", question).out == "In the bin: Why?\n"
    assert shell.json("list", "question") == []
    assert [one["id"] for one in shell.json("list", "answer", "--bin")] == [answer]
    assert shell("bring-back", question).out == "Out of the bin: Why?\n"
    assert [one["id"] for one in shell.json("list", "answer")] == [answer]
    assert "no entry with the id" in shell.refused("remove", "nobody")


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("no_known_allergies", ("allergy", "substance=Lupin")),
        ("takes_no_medicines", ("medicine", "name=Lupin", "status=taking")),
    ],
)
def test_an_entry_that_denies_an_answer_is_told(
    shell: Shell, person: str, answer: str, words: tuple[str, ...]
) -> None:
    shell("edit", person, f"{answer}=yes")
    said = shell.run("add", shell.journal, *words)
    assert said.code == 0
    assert "“Lupin” says otherwise" in said.err
    (entry,) = said.lines
    shell("remove", entry)
    shell("edit", person, f"{answer}=no")
    shell("bring-back", entry)
    said = shell.run("edit", shell.journal, person, f"{answer}=yes")
    assert "“Lupin” says otherwise" in said.err


def test_a_mark_behind_a_number_is_told_apart_and_said(shell: Shell, person: str) -> None:
    done = shell.run("add", shell.journal, "result", "test=Urea", "value=9.1 (H)", "unit=mmol/L")
    assert "value: 9.1, flag: H" in done.err
    (row,) = shell.json("list", "result")
    assert (row["value"], row["flag"]) == ("9.1", "H")
    shell.run("edit", shell.journal, row["id"], "value=8.8 H")
    (row,) = shell.json("list", "result")
    assert (row["value"], row["flag"]) == ("8.8", "H")


def test_a_date_to_come_of_what_happened_is_kept_and_said(shell: Shell, person: str) -> None:
    done = shell.run("add", shell.journal, "diagnosis", "name=Gout", "date=2091-03")
    assert "diagnosis: date is March 2091, which is in the future" in done.err
    assert (
        "future"
        not in shell.run("add", shell.journal, "medicine", "name=Iron", "start=2091-03").err
    )


def test_a_date_before_the_birth_is_kept_and_said(shell: Shell, person: str) -> None:
    shell("edit", person, "birth_date=1957-10-11")
    done = shell.run("add", shell.journal, "result", "test=Urea", "value=6", "date=1917-10-12")
    assert "result: date is 12 October 1917, which is before the date of birth" in done.err
    edited = shell.run("edit", shell.journal, done.out.strip(), "date=1956")
    assert "result: date is 1956, which is before the date of birth" in edited.err
    aunt = shell.run("add", shell.journal, "relative", "who=Aunt", "date=1917")
    assert "birth" not in aunt.err


def test_a_list_shows_what_is_no_date_as_it_was_written(
    shell: Shell, person: str, tmp_path: Path
) -> None:
    table = tmp_path / "t.csv"
    table.write_text("Test,Result,Date\nSelenium,0.9,31/04/2023\n", encoding="utf-8")
    shell.run("import", shell.journal, str(table))
    assert "“31/04/2023”" in shell("list", "result").out
