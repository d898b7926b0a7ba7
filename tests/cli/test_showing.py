"""Lists and single entries, for people and for scripts."""

from contextlib import closing

from secondop_desktop.journal.storage.engine import connect
from tests.cli.shell import Shell


def test_the_newest_change_is_last(shell: Shell) -> None:
    first, second = (shell.add("diagnosis", f"name={name}") for name in ("One", "Two"))
    assert [one["id"] for one in shell.json("list", "diagnosis")] == [first, second]
    shell("edit", first, "notes=x")
    assert [one["id"] for one in shell.json("list", "diagnosis")] == [second, first]


def test_a_list_of_one_person(shell: Shell, person: str) -> None:
    other = shell.add("person", "name=Bea Lee")
    shell.add("diagnosis", "name=One", f"person={person}")
    shell.add("diagnosis", "name=Two", f"person={other}")
    found = shell.json("list", "diagnosis", "--person", other)
    assert [one["name"] for one in found] == ["Two"]
    assert f"{person} (Ann Lee), {other} (Bea Lee)" in shell.refused(
        "list", "diagnosis", "--person", "nobody"
    )


def test_a_list_for_people_has_names_and_no_tricks(shell: Shell) -> None:
    doctor = shell.add("provider", "name=Dr Shah")
    entry = shell.add(
        "diagnosis", "name=An\u202egina\n\x1b[31m", f"given_by={doctor}", "date=2024-03"
    )
    head, line = shell("list", "diagnosis").lines
    assert head.split() == ["id", "name", "date", "certainty", "status", "given_by"]
    assert line.split() == [entry, "An", "gina", "[31m", "March", "2024", "Dr", "Shah"]
    assert shell("list", "cost").out == "There is nothing of this kind.\n"


def test_a_long_text_is_shortened(shell: Shell) -> None:
    shell.add("diagnosis", "name=" + "x" * 500)
    assert "x" * 47 + "…" in shell("list", "diagnosis").out
    assert "x" * 48 not in shell("list", "diagnosis").out


def test_one_entry(shell: Shell, person: str) -> None:
    doctor = shell.add("provider", "name=Dr Shah", "independent=no")
    entry = shell.add(
        "result", "test=Ferritin", "value=<0.5", "unit=µg/L", "range=10 - 200", "notes=a\nb"
    )
    assert shell.json("show", entry).items() >= {
        "kind": "result", "person": person, "value": "<0.5", "range": "10 - 200", "private": False
    }.items()  # fmt: skip
    lines = shell("show", entry).lines
    assert lines[:2] == ["Test result: Ferritin <0.5 µg/L", f"id: {entry}"]
    assert lines[-2:] == ["Your notes: a", "    b"]
    assert shell("show", doctor).lines[-1].endswith(": No")


def test_a_binned_entry_says_so(shell: Shell) -> None:
    entry = shell.add("task", "text=Call", "done=no")
    shell("remove", entry)
    assert shell("show", entry).lines[-1] == "It is in the bin."
    assert shell.json("show", entry)["in_bin_since"]


def test_what_cannot_be_read_stands_beside_the_columns_of_a_list(shell: Shell) -> None:
    whole, harmed = (shell.add("medicine", f"name={name}") for name in ("Iron", "Zinc"))
    with closing(connect(shell.journal)) as sql:
        sql.execute("UPDATE medicine SET stop = 'q2-31' WHERE id = ?", (harmed,))
    head, first, second = shell("list", "medicine").lines
    assert head.endswith("unread")
    assert first.split() == [whole, "Iron"]
    assert second.startswith(f"{harmed}  Zinc (draft)")
    assert second.endswith("When you stopped: “q2-31”")
