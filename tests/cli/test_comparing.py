"""Opinions side by side."""

from pathlib import Path

import pytest

from tests.cli.shell import Shell
from tests.exchange.pdf.papers import pages_of


def _opinion(shell: Shell, place: int, *words: str) -> str:
    doctor = shell.add("provider", f"name=Dr {place}")
    return shell.add("opinion", f"place={place}", f"provider={doctor}", *words)


def _said(shell: Shell, opinion: str, aspect: str, *words: str) -> None:
    shell.add("statement", f"opinion={opinion}", f"aspect={aspect}", *words)


@pytest.fixture
def case(shell: Shell) -> str:
    """Make one case with two opinions that differ about the plan."""
    case = shell.add("case", "question=Must it be an operation?")
    second, first = _opinion(shell, 2, f"case={case}"), _opinion(shell, 1)
    _said(shell, first, "plan", "text=Operate", "source=letter, page 2")
    _said(shell, second, "plan", "text=Wait", "source=said in person")
    _said(shell, second, "risks", "not_discussed=yes")
    shell.add("mark", "aspect=plan", "mark=different", "note=Ask why", f"case={case}")
    return case


def test_aspects_by_opinions_with_marks_and_sources(shell: Shell, case: str) -> None:
    found = shell.json("compare")
    assert (found["case"], found["question"]) == (case, "Must it be an operation?")
    assert [(one["place"], one["provider_name"]) for one in found["opinions"]] == [
        (1, "Dr 1"),
        (2, "Dr 2"),
    ]
    rows = {row["aspect"]: row for row in found["aspects"]}
    assert len(rows) == 13
    plan = rows["plan"]
    assert (plan["mark"], plan["note"]) == ("different", "Ask why")
    assert [(cell["text"], cell["source"]) for cell in plan["cells"]] == [
        ("Operate", "letter, page 2"),
        ("Wait", "said in person"),
    ]
    assert [cell["not_discussed"] for cell in rows["risks"]["cells"]] == [False, True]


def test_for_people(shell: Shell, case: str) -> None:
    assert shell("compare", "--case", case).lines == [
        "What they suggest [Different]",
        "  First opinion: Dr 1: Operate (letter, page 2)",
        "  Second opinion: Dr 2: Wait (said in person)",
        "  Your note: Ask why",
        "What may go wrong",
        "  Second opinion: Dr 2: Not discussed",
    ]


def test_no_opinion_yet(shell: Shell) -> None:
    assert shell("compare").out == "There is no opinion yet.\n"
    assert shell.json("compare")["opinions"] == []


def test_several_cases_are_told_apart(shell: Shell, case: str) -> None:
    other = shell.add("case", "question=Which tablets?")
    third = _opinion(shell, 1, f"case={other}")
    for opinion in shell.json("list", "opinion"):
        if opinion["case"] is None:
            shell("edit", opinion["id"], f"case={case}")
    said = shell.refused("compare")
    assert case in said
    assert other in said
    found = shell.json("compare", "--case", other)
    assert [one["id"] for one in found["opinions"]] == [third]
    assert "Which tablets?" in shell.refused("compare", "--case", "none")
    shell("edit", case, "closed=2024")
    assert shell.json("compare")["case"] == other


def test_a_case_without_opinions_is_not_in_hand(shell: Shell, case: str) -> None:
    for opinion in shell.json("list", "opinion"):
        shell("edit", opinion["id"], f"case={case}")
    shell.add("case", "question=Another day?")
    assert shell.json("compare")["case"] == case


def test_people_are_never_mixed(shell: Shell, person: str) -> None:
    other = shell.add("person", "name=Bea Lee")
    for one in (person, other):
        shell.add("opinion", "place=1", f"person={one}")
    assert "about several people" in shell.refused("compare")
    found = shell.json("compare", "--person", other)
    assert len(found["opinions"]) == 1


def test_a_third_opinion_and_absurd_words_are_compared_as_they_are(shell: Shell, case: str) -> None:
    third = _opinion(shell, 3, f"case={case}", "overall=Ŵyth gŵr 🙂")
    _said(shell, third, "plan", "text=هذا نص عربي\twith a tab")
    found = shell.json("compare")
    assert [one["title"] for one in found["opinions"]][-1] == "Third opinion"
    plan = next(row for row in found["aspects"] if row["aspect"] == "plan")
    assert plan["cells"][-1]["text"] == "هذا نص عربي\twith a tab"
    assert len({len(row["cells"]) for row in found["aspects"]}) == 1


def test_the_comparison_alone_as_a_pdf(shell: Shell, case: str, tmp_path: Path) -> None:
    whole, alone = tmp_path / "whole.pdf", tmp_path / "alone.pdf"
    shell("export", "--to", whole, "--sections", "opinion")
    shell("export", "--to", alone, "--sections", "opinions", "--without-page-one")
    first = [" ".join(pages_of(one.read_bytes())[0].split()) for one in (whole, alone)]
    assert "Summary for a second opinion" in first[0]
    assert "The opinions side by side The question: Must it be an operation?" in first[1]
    assert "Summary for a second opinion" not in first[1]
    assert case


def test_two_people_are_never_mixed(shell: Shell, case: str) -> None:
    other = shell.add("person", "name=Owen Evans")
    theirs = shell.add("opinion", f"person={other}", "place=1", "overall=Foreign")
    shell.add(
        "statement", f"person={other}", f"opinion={theirs}", "aspect=plan", "text=Foreign words"
    )
    assert case
    assert "--person" in shell.refused("compare") or "--case" in shell.refused("compare")
    people = [row["id"] for row in shell.json("list", "person") if row["id"] != other]
    assert "Foreign" not in shell("compare", "--person", people[0]).out
    assert "Foreign words" in shell("compare", "--person", other).out
