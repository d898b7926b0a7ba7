"""From nothing to the frame of the window, and to Home with what is in the journal."""

from collections.abc import Iterator
from pathlib import Path

from secondop_desktop.sample import write_sample
from tests.benchmarks.figures import Figure
from tests.benchmarks.rounds import Spent, by_turns, program, times

_ROUNDS = 7
_MEGABYTE = 1024 * 1024


def figures(folder: Path) -> Iterator[Figure]:
    """Measure the frame and Home against a bare window and one that shows a bare table."""
    journal = folder / "sample.secondop"
    write_sample(journal)
    bare, shell, table, home = by_turns(
        _ROUNDS,
        program("bare_window", folder),
        program("shell", folder),
        program("table_window", folder, str(journal)),
        program("home", folder, str(journal)),
    )
    yield from times("First paint of the window", shell, bare, 1.3)
    yield from times("Home with its data", home, table, 1.3)
    yield from _memory(home, bare)


def _memory(ours: Spent, bare: Spent) -> Iterator[Figure]:
    for kind, words in (("resident", "resident"), ("own", "not shared with others")):
        if kind in ours:
            name, taken = f"Memory on Home, {words}", ours[kind] / _MEGABYTE
            yield Figure(name, taken, bare[kind] / _MEGABYTE, 1.6, "MB")
