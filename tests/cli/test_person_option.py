"""Whom a command is about: the only one, or the one that is named."""

from tests.cli.shell import Shell


def test_of_several_people_one_is_to_be_named(shell: Shell) -> None:
    bea = shell.add("person", "name=Bea Lee")
    said = shell.refused("add", "symptom", "what=Pain")
    assert "(Ann Lee)" in said
    assert f"{bea} (Bea Lee)" in said
    assert " more" not in said
    for number in range(20):
        shell.add("person", f"name=Cousin {number}")
    said = shell.refused("add", "symptom", "what=Pain")
    assert said.count("(") == 10
    assert "and 12 more" in said


def test_who_is_not_there_is_said_with_those_who_are(shell: Shell, person: str) -> None:
    said = shell.refused("list", "task", "--person", "nobody")
    assert "There is no person with the id nobody." in said
    assert f"{person} (Ann Lee)" in said
