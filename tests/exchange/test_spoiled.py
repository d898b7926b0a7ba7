"""Files of every form, spoiled at random in a process with limits: read, or refused in a sentence.

``make test-all`` reads twenty thousand: no crash, none that takes five seconds, no gigabyte.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import ROOT
from tests.exchange.every_form import FORMS

_ALL = 20_000
_EACH = -(-_ALL // len(FORMS))
_FEW = 6
_MOST_BYTES = 1_000_000_000
_SOME = ("record.xml", "care.xml.gz", "export.zip", "results.csv", "message.hl7", "all.zip")
"""Forms that are read in the program itself; what others come to is the sandbox's to bear."""

_PATIENCE = 3_600


def _check(folder: Path, name: str, times: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.exchange.fuzzing.child", str(folder), name, str(times)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=False,
    )
    assert done.returncode == 0, f"{name} ended the process ({done.returncode}): {done.stderr}"
    found = json.loads(done.stdout.splitlines()[-1])
    assert not found["faults"], "\n".join([name, *found["faults"]])
    assert sum(found["told"].values()) == times
    assert found["memory"] < _MOST_BYTES, name


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are Linux's")
@pytest.mark.parametrize("name", _SOME)
def test_a_few_spoiled_files_do_no_harm(tmp_path: Path, name: str) -> None:
    _check(tmp_path, name, _FEW)


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are Linux's")
@pytest.mark.parametrize("name", FORMS)
def test_many_spoiled_files_do_no_harm(tmp_path: Path, name: str) -> None:
    _check(tmp_path, name, _EACH)
