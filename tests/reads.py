"""What is asked of a journal's file: how many statements, and how many rows they bring."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from secondop_desktop.journal.storage import engine


@dataclass
class Reads:
    """Counts statements of many rows, and the rows."""

    statements: int = 0
    rows: int = 0


@contextmanager
def reads() -> Iterator[Reads]:
    """Count what is read meanwhile by ``read_all``, as all reading of entries goes through it."""
    counted, fetch = Reads(), engine._fetched

    def noted(sql: Any, statement: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        found = fetch(sql, statement, values)
        counted.statements += 1
        counted.rows += len(found)
        return found

    with patch.object(engine, "_fetched", noted):
        yield counted
