"""A journal is whole for every process, in whatever order that one goes through its sets."""

import os
import subprocess
import sys
from pathlib import Path

from tests.architecture.house import ROOT


def _run(seed: str, *words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "secondop_desktop", *map(str, words)]
    env = os.environ | {"PYTHONHASHSEED": seed}
    return subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_sample_is_whole_for_a_process_with_another_order(tmp_path: Path) -> None:
    journal = tmp_path / "a.secondop"
    assert _run("3", "sample", journal).returncode == 0
    for seed in ("1", "2"):
        said = _run(seed, "check", journal)
        assert (said.returncode, said.stdout) == (0, "The journal is whole.\n"), said.stderr
