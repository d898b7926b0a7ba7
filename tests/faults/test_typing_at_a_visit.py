"""What is typed at an appointment is in the file two seconds later, whatever happens then."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from tests.faults.typing_at_a_visit import EVERY_MS

PROMISED = 2.0
"""Seconds after which what was typed is safe."""
SLACK = 1.0
"""Seconds more; the saving itself begins after 1.5."""
MOST_UNSAVED = round((PROMISED + SLACK) * 1000 / EVERY_MS)
"""Letters typed in that time. A busy computer types slower too, so it is letters that count."""


def _journal(path: Path) -> None:
    with Journal.create(path, KINDS) as journal, journal.change("Start") as change:
        person = change.add("person", name="Margaret Evans")
        visit = change.add("appointment", person=person, purpose="Second opinion")
        change.add("question", person=person, text="Can I wait?", appointments=(visit,))


def _typed_then_killed(path: Path, saves: int, more: int) -> list[tuple[str, int]]:
    """Let a process save so often and type some more letters; kill it, return what it said."""
    command = [sys.executable, "-m", "tests.faults.typing_at_a_visit", str(path)]
    said: list[tuple[str, int]] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            what, letters = line.split()
            said.append((what, int(letters)))
            if _since_save(said, saves) >= more:
                break
        process.kill()
        rest = [line.split() for line in process.stdout.read().splitlines()]
        said += [(parts[0], int(parts[1])) for parts in rest if len(parts) == 2]
    return said


def _since_save(said: list[tuple[str, int]], saves: int) -> int:
    """Return how many letters came after so many saves; -1 while there were fewer."""
    places = [at for at, one in enumerate(said) if one[0] == "saved"]
    return len(said) - places[saves - 1] - 1 if len(places) >= saves else -1


def _kept(path: Path) -> int:
    with Journal.open(path, KINDS) as journal:
        assert check(journal) == []
        (answer,) = journal.entries("answer")
        assert set(answer.text) == {"x"}
        return len(answer.text)


def _prove(path: Path, saves: int, more: int) -> None:
    _journal(path)
    said = _typed_then_killed(path, saves, more)
    kept = _kept(path)
    saved = [letters for what, letters in said if what == "saved"]
    assert len(saved) >= saves
    assert kept >= saved[-1]
    typed = max(letters for what, letters in said if what == "typed")
    assert kept >= max(typed - MOST_UNSAVED, 1)


def test_a_kill_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    _prove(tmp_path / "a.secondop", saves=1, more=0)


@pytest.mark.long
def test_a_kill_loses_at_most_two_seconds_of_typing(tmp_path: Path) -> None:
    chance = random.Random(4)
    for number in range(4):
        _prove(tmp_path / f"{number}.secondop", saves=1 + number % 2, more=chance.randint(5, 45))
