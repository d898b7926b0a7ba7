"""What came of one slice of a part: figures that add up, and what was broken."""

import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from secondop_desktop.errors import UserError


@dataclass
class Tally:
    """Counts by name, and one line for each broken promise."""

    counts: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)

    def add(self, **counts: int) -> None:
        """Count what was tried and what came of it."""
        self.counts.update(counts)

    @contextmanager
    def judging(self, what: str) -> Iterator[None]:
        """Take a broken promise into the tally, with what it was that broke it."""
        try:
            yield
        except (AssertionError, UserError) as broken:
            where = traceback.extract_tb(broken.__traceback__)[-1]
            line = f"{Path(where.filename).name}:{where.lineno} {where.line}"
            self.broken.append(f"{what}: {line}: {str(broken)[:300]}")
