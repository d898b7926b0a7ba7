"""A packaged build can tell by itself whether it is whole."""

import subprocess
import sys
from pathlib import Path

import pytest

from secondop_desktop.cli import self_test
from tests.architecture.house import ROOT
from tests.cli.shell import Shell, sentence


def test_the_installation_is_whole() -> None:
    command = [sys.executable, "-m", "secondop_desktop", "self-test"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
    assert "propagateSizeHints" not in said.stderr
    steps = [f"works: {step}" for step, _done in self_test.STEPS]
    assert said.stdout.splitlines() == steps


def test_a_step_that_fails_is_named(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []

    def fail(journal: Path) -> bool:
        seen.append(journal.exists())
        return False

    monkeypatch.setattr(self_test, "STEPS", (("the roof holds", fail),))
    said = sentence(shell.run("self-test"))
    assert "not whole: the roof holds" in said
    assert seen == [True]
