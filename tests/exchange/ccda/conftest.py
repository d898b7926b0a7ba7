"""A journal with nobody in it, and plans for a document of one section."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.incoming.plan import Plan
from secondop_desktop.journal.file import Journal
from tests.exchange.ccda import made


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Journal]:
    """A journal with nobody in it."""
    with Journal.create(tmp_path / "journal.secondop", KINDS) as journal:
        yield journal


@pytest.fixture
def read(empty: Journal, tmp_path: Path) -> Callable[..., Plan]:
    """Makes the plan for a document of one section."""

    def plan(code: str, *entries: str, text: str = "", title: str = "Section") -> Plan:
        path = tmp_path / "care.xml"
        written = made.document(made.section(code, title, *entries, text=text))
        path.write_text(written, encoding="utf-8")
        return importing.read([path], empty)

    return plan
