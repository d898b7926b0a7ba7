"""Keeps what came of each slice in a file, so that a run goes on where it was stopped."""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.faults.harness.parts import PARTS, Part
from tests.faults.harness.tally import Tally


class Ledger:
    """The slices of each part that were run, one JSON line each."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._slices: dict[str, list[Tally]] = {name: [] for name in PARTS}
        for line in _lines(file):
            if line["part"] in self._slices:
                counts: Counter[str] = Counter(line["counts"])
                self._slices[line["part"]].append(Tally(counts, line["broken"]))

    def next_slice(self, name: str) -> int:
        """Return the number of the slice that comes next; it is also what its chances grow from."""
        return len(self._slices[name])

    def is_done(self, name: str) -> bool:
        """Tell whether a part was run as often as is wanted."""
        return self.sums(name)[PARTS[name].counted] >= PARTS[name].wanted

    def keep(self, name: str, tally: Tally) -> None:
        """Write down what came of a slice before the next begins."""
        self._slices[name].append(tally)
        line = {"part": name, "counts": dict(tally.counts), "broken": tally.broken}
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")

    def sums(self, name: str) -> Counter[str]:
        """Return the figures of a part over all its slices."""
        return sum((one.counts for one in self._slices[name]), Counter())

    def broken(self, name: str) -> list[str]:
        """Return every promise that a part saw broken."""
        return [line for one in self._slices[name] for line in one.broken]

    def holds(self, name: str) -> bool:
        """Tell whether a part was run whole and nothing was broken."""
        part: Part = PARTS[name]
        return self.is_done(name) and not self.broken(name) and part.holds(self.sums(name))

    def told(self, name: str) -> str:
        """Return one line for a part, and one for each promise it saw broken."""
        figures = ", ".join(f"{key} {count:,}" for key, count in self.sums(name).items())
        state = "held  " if self.holds(name) else "BROKEN" if self.is_done(name) else "begun "
        state = "BROKEN" if self.broken(name) else state
        return "\n".join([f"{state} {name}: {figures}", *(f"    {b}" for b in self.broken(name))])


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    with suppress(FileNotFoundError):
        for line in file.read_text("utf-8").splitlines():
            with suppress(ValueError):  # the last line of a run that was killed
                yield json.loads(line)
