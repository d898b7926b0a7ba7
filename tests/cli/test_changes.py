"""The change log: undo, redo and history."""

from tests.cli.shell import Shell


def test_undo_and_redo_say_what_they_did(shell: Shell) -> None:
    entry = shell.add("diagnosis", "name=Angina")
    shell("edit", entry, "name=Gout")
    assert shell("undo").out == "Taken back: Edit: Diagnosis\n"
    assert shell.json("show", entry)["name"] == "Angina"
    assert shell("redo").out == "Made again: Edit: Diagnosis\n"
    assert shell.json("show", entry)["name"] == "Gout"
    assert shell("redo").out == "There is nothing to make again.\n"


def test_nothing_to_undo_is_no_failure(shell: Shell) -> None:
    shell("undo")
    before = shell.journal.read_bytes()
    assert shell("undo").out == "There is nothing to take back.\n"
    assert shell.journal.read_bytes() == before


def test_the_history_of_an_entry(shell: Shell) -> None:
    entry = shell.add("diagnosis", "name=Angina", "date=2019", "about=yes")
    shell("edit", entry, "date=2020", "certainty=confirmed")
    shell("remove", entry)
    shell("undo")
    undone, removed, edited, added = shell.json("history", entry)
    assert [one["what"] for one in (undone, removed, edited, added)] == ["undo", "do", "do", "do"]
    assert added["before"] is None
    assert added["after"].items() >= {"name": "Angina", "date": "2019", "about": True}.items()
    assert edited["before"].items() >= {"date": "2019", "about": True, "certainty": ""}.items()
    assert edited["after"].items() >= {"date": "2020", "certainty": "confirmed"}.items()
    assert "seal" not in edited["after"]
    assert removed["after"]["in_bin_since"]
    assert {one["title"] for one in (undone, removed)} == {"Angina"}


def test_the_history_of_all(shell: Shell) -> None:
    shell.add("diagnosis", "name=Angina")
    shell("undo")
    first, second, *_rest = shell("history").lines
    assert "Add: Diagnosis (taken back)" in first
    assert second.split("  ")[1] == "Add: Diagnosis"
    assert len(shell.json("history")) == 3
    assert "no entry with the id" in shell.refused("history", "nobody")
