"""A journal with one person, and a shell to run commands on it."""

from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from tests.cli.shell import Shell

PERSON = "Ann Lee"


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    path = tmp_path / "ann.secondop"
    with Journal.create(path, KINDS) as made, made.change("Add person") as change:
        change.add("person", name=PERSON)
    return path


@pytest.fixture
def shell(journal: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(journal, capsys)


@pytest.fixture
def person(shell: Shell) -> str:
    (found,) = shell.json("list", "person")
    return str(found["id"])
