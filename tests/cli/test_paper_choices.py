"""Who the PDF is for, how far back it goes, and what is added to it, from the command line."""

from pathlib import Path

import pytest

from tests.cli.shell import Shell
from tests.exchange.pdf.papers import words_of


@pytest.fixture
def target(shell: Shell, tmp_path: Path) -> Path:
    shell.add("provider", "name=Dr Anand Shah")
    shell.add("provider", "name=Dr Lee")
    shell.add("symptom", "what=Short of breath", "date=2019-03-05", "helps=Standing still")
    shell.add("symptom", "what=Dizzy", "date=2024-03-05")
    return tmp_path / "summary.pdf"


def _printed(shell: Shell, target: Path, *words: str) -> str:
    shell("export", "--to", target, *words)
    return words_of(target.read_bytes())


def test_a_reader_is_named_by_id_by_name_or_by_what_they_are(shell: Shell, target: Path) -> None:
    doctor = next(row for row in shell.json("list", "provider") if row["name"] == "Dr Lee")
    assert "For: Dr Lee" in _printed(shell, target, "--for", doctor["id"])
    assert "For: Dr Anand Shah" in _printed(shell, target, "--for", "dr anand  shah")
    assert "For: Dr Anand Shah" in _printed(shell, target, "--for", "Shah")
    assert "For: my GP" in _printed(shell, target, "--for", "gp")
    assert "For: Ann Lee" in _printed(shell, target, "--for", "me")
    assert "For:" not in _printed(shell, target)


def test_a_reader_who_is_not_there_or_not_one_is_asked_for_again(
    shell: Shell, target: Path
) -> None:
    assert "Nobody in the journal is called Jones" in shell.refused(
        "export", "--to", target, "--for", "Jones"
    )
    assert "Several doctors are called Dr" in shell.refused("export", "--to", target, "--for", "Dr")
    assert not target.exists()


def test_how_far_back_it_goes(shell: Shell, target: Path) -> None:
    usual = _printed(shell, target)
    assert "Dizzy" in usual
    assert "Mar 2019 Short of breath" not in usual
    assert "5 Mar 2019 Short of breath" in _printed(shell, target, "--since", "2019")
    assert "2024-13 is not a date" in shell.refused("export", "--to", target, "--since", "2024-13")


def test_appendices_follow_what_is_usual(shell: Shell, target: Path) -> None:
    assert "Standing still" not in _printed(shell, target)
    printed = _printed(shell, target, "--appendix", "symptom")
    assert "What happened" in printed
    assert "Standing still" in printed
    assert "Standing still" in _printed(shell, target, "--appendix", "all")
    refused = shell.refused("export", "--to", target, "--appendix", "weather")
    assert "no section weather" in refused


def test_the_moment_it_is_made_may_be_fixed(
    shell: Shell, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert "Made 1 January 2026, midnight with Secondop." in _printed(shell, target)
    first = target.read_bytes()
    _printed(shell, target)
    assert target.read_bytes() == first
