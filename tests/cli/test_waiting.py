"""Waiting is among the options at the command line as it is in the window."""

import pytest

from tests.cli.shell import Shell


def _listed(shell: Shell) -> list[str]:
    return shell("list", "option").lines


def test_waiting_is_listed_before_anybody_wrote_about_it(shell: Shell, person: str) -> None:
    assert "waiting" not in "".join(_listed(shell))
    shell.add("case", "question=Should the gallbladder come out?")
    assert _listed(shell)[-1].startswith("waiting ")
    shell.add("option", "name=Keyhole operation")
    assert [line.split("  ")[0] for line in _listed(shell)][-1] == "waiting"
    assert [one["name"] for one in shell.json("list", "option")] == ["Keyhole operation"]


@pytest.mark.parametrize("said", ["waiting", "Waiting", "Wait, or do nothing for now"])
def test_waiting_is_chosen_by_its_name_and_is_made_once(
    shell: Shell, person: str, said: str
) -> None:
    case = shell.add("case", "question=Should the gallbladder come out?")
    shell.add("option", "name=Keyhole operation", f"case={case}")
    first = shell.add("decision", "stage=close", f"option={said}", f"case={case}")
    again = shell.add("outcome", "text=More colic", f"option={said}", f"case={case}")
    waiting = [one for one in shell.json("list", "option") if one["waiting"]]
    assert len(waiting) == 1
    assert {shell.json("show", one)["option"] for one in (first, again)} == {waiting[0]["id"]}
    assert waiting[0]["case"] == case
    assert "waiting " not in "".join(_listed(shell))


def test_a_decision_is_changed_to_waiting(shell: Shell, person: str) -> None:
    option = shell.add("option", "name=Tablets")
    decision = shell.add("decision", "stage=made", f"option={option}")
    shell("edit", decision, "option=waiting")
    assert shell.json("show", decision)["option"] != option
    assert shell("list", "decision").code == 0


def test_a_word_that_names_no_option_is_refused(shell: Shell, person: str) -> None:
    assert "no option" in shell.refused("add", "decision", "stage=made", "option=Waitng")
