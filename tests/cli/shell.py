"""Running commands inside the test's own process."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.__main__ import main


@dataclass(frozen=True)
class Said:
    """What a command printed and the exit code it gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on stdout."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        """The lines on stdout."""
        return self.out.splitlines()


class Shell:
    """Runs commands on one journal."""

    def __init__(self, journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.journal = journal
        self._capsys = capsys

    def run(self, *words: object) -> Said:
        """Run any command line."""
        self._capsys.readouterr()
        code = main([str(word) for word in words])
        out, err = self._capsys.readouterr()
        return Said(code, out, err)

    def __call__(self, command: str, *words: object) -> Said:
        """Run a command on the journal and expect it to be done, in silence on stderr."""
        said = self.run(command, self.journal, *words)
        assert (said.code, said.err) == (0, "")
        return said

    def add(self, kind: str, *words: object) -> str:
        """Add an entry and return its id."""
        (entry,) = self("add", kind, *words).lines
        return entry

    def json(self, command: str, *words: object) -> Any:
        """Run a command that answers with JSON."""
        return self(command, *words, "--json").json

    def refused(self, command: str, *words: object) -> str:
        """Run a command that must fail: one sentence, exit code 1, no byte changed."""
        before = self.journal.read_bytes()
        said = self.run(command, self.journal, *words)
        assert self.journal.read_bytes() == before
        return sentence(said)


def sentence(said: Said) -> str:
    """Return the one sentence of a refusal."""
    assert said.code == 1
    assert said.out == ""
    assert said.err.startswith("secondop: ")
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    return said.err.strip()
