"""Every system call of a save made to fail, or to be the last: asked of strace."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from tests.architecture.house import ROOT
from tests.faults.saving import SAVED, begin, numbers, save

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not there"),
]


def _traced(what: str, path: Path, *options: str) -> tuple[str, str]:
    """Run a process that saves under strace; return what it said, and what strace saw."""
    seen = path.with_name("seen")
    command = ["strace", "-f", "-qq", "-o", str(seen), *options]
    done = subprocess.run(
        [*command, sys.executable, "-m", "tests.faults.saving", what, str(path)],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout, seen.read_text("utf-8", "replace")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with three saves."""
    begin(tmp_path / "a.secondop")
    with Journal.open(tmp_path / "a.secondop", KINDS) as journal:
        for number in (1, 2, 3):
            save(journal, number)
    return tmp_path / "a.secondop"


def _each(path: Path, call: str, inject: str, step: int = 1) -> Iterator[str]:
    """Let the first, second… of these calls on our files fail, until none is left to fail."""
    whole = path.read_bytes()
    for number in range(1, 200, step):
        path.write_bytes(whole)
        traced = (f"--trace={call}", f"--inject={call}:{inject}:when={number}")
        files = [f"--trace-path={path}{end}" for end in ("", "-journal")]
        said, seen = _traced("one", path, *traced, *files, f"--trace-path={path.parent}")
        if not re.search(r"INJECTED|killed by SIGKILL", seen):
            return
        yield said
        _look_through(path, said)


def _look_through(path: Path, said: str) -> None:
    try:
        with Journal.open(path, KINDS) as journal:
            found = numbers(journal)
            assert check(journal) == []
    except UserError as error:
        pytest.fail(f"after “{said}”: {error}")
    assert found in ([1, 2, 3], [1, 2, 3, 4])
    if said == SAVED:
        assert 4 in found
    elif said.startswith("The disk is full"):
        assert 4 not in found


@pytest.mark.parametrize("call", ["pwrite64", "fsync", "unlink"])
def test_killed_at_any_call_nothing_acknowledged_is_lost(path: Path, call: str) -> None:
    said = list(_each(path, call, "signal=KILL"))
    assert said
    assert set(said) <= {"", SAVED}


@pytest.mark.parametrize(
    ("call", "error", "sentence"),
    [
        ("pwrite64", "ENOSPC", "The disk is full, so nothing was saved in a.secondop."),
        ("pwrite64", "EIO", "The disk failed while a.secondop was used,"),
        ("fsync", "EIO", "The disk failed while a.secondop was used,"),
        ("unlink", "EIO", "The disk failed while a.secondop was used,"),
    ],
)
def test_a_failing_call_is_a_sentence(path: Path, call: str, error: str, sentence: str) -> None:
    said = list(_each(path, call, f"error={error}", step=3 if call == "pwrite64" else 1))
    assert said
    for one in said:
        assert one == SAVED or one.startswith(sentence)
    assert any(one != SAVED for one in said)


def test_nothing_speaks_to_a_network(tmp_path: Path) -> None:
    calls = "socket,socketpair,connect,bind,listen,accept,accept4,sendto,recvfrom,sendmsg"
    said, seen = _traced("all", tmp_path / "a.secondop", f"--trace={calls}")
    assert (said, seen) == (SAVED, "")
