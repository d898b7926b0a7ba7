"""A save that was acknowledged is never lost, whenever the program is killed."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal

ROOT = Path(__file__).parents[2]
MOST_SAVES = 6


def _saved_until_killed(path: Path, first: int, saves: int) -> list[int]:
    """Let a child save, kill it in the middle of the next save, and return what it had said."""
    command = [sys.executable, "-m", "tests.faults.saver", str(path), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdout is not None
        said = [int(child.stdout.readline()) for _save in range(saves)]
        child.kill()
        said += [int(line) for line in child.stdout]
    return said


def _killed_again_and_again(path: Path, kills: int) -> None:
    chance = random.Random(20261122)
    with Journal.create(path, KINDS) as journal, journal.change("Start") as change:
        change.add("person", name="Margaret")
    promised: set[str] = set()
    for kill in range(kills):
        said = _saved_until_killed(path, kill * 10_000, chance.randint(1, MOST_SAVES))
        promised.update(map(str, said))
        with Journal.open(path, KINDS) as journal:
            kept = {row.what for row in journal.entries("symptom")}
            assert promised <= kept
            # At most the save in which it was killed is there without having been promised.
            assert len(kept) <= len(promised) + kill + 1
    with Journal.open(path, KINDS) as journal:
        assert check(journal) == []


def test_no_promised_save_is_lost_by_a_kill(tmp_path: Path) -> None:
    _killed_again_and_again(tmp_path / "killed.secondop", 4)


@pytest.mark.long
def test_no_promised_save_is_lost_by_a_hundred_kills(tmp_path: Path) -> None:
    _killed_again_and_again(tmp_path / "killed.secondop", 100)
