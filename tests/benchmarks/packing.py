"""A pack of five hundred pages, against pikepdf alone joining the same files.

Ours lays out the summary, a sheet before each record, the numbers and the tags as well. Memory is
that of a program of its own for each, at its highest.
"""

import multiprocessing
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.summary.choices import Choices
from secondop_desktop.summary.pack.choices import PackChoices
from secondop_desktop.summary.pack.making import Pack
from tests.benchmarks.figures import Figure
from tests.benchmarks.peaks import highest_so_far
from tests.benchmarks.rounds import by_turns, timed

_FILES, _PAGES, _LINES = 20, 25, 50
_ROUNDS = 5
_MORE_MS, _MORE_MB = 500.0, 100.0


def figures(folder: Path) -> Iterator[Figure]:
    """Measure how much longer, and how much more memory, a pack takes."""
    paths = [folder / f"{number}.pdf" for number in range(_FILES)]
    for number, path in enumerate(paths):
        path.write_bytes(_report(number))
    _keep(folder / "journal.secondop", paths)
    ours, alone = by_turns(_ROUNDS, timed(lambda: _pack(folder)), timed(lambda: _alone(folder)))
    more = (ours["processor"] - alone["processor"]) * 1000
    yield Figure(f"A pack of {_FILES * _PAGES} pages, over pikepdf alone", more, wanted=_MORE_MS)
    memory = highest(_pack, folder) - highest(_alone, folder)
    yield Figure("The same, its memory", memory, wanted=_MORE_MB, unit="MB")


def _report(number: int) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, invariant=1)
    for page in range(_PAGES):
        for line in range(_LINES):
            canvas.drawString(50, 800 - line * 14, f"line {line} of page {page} of file {number}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _keep(path: Path, files: list[Path]) -> None:
    with Journal.create(path, KINDS) as journal, journal.change("Add") as change:
        person = change.add("person", name="Ann Lee")
        for file in files:
            with file.open("rb") as stream:
                stored = journal.attach(change, stream, file.name)
            change.add("record", person=person, title=file.stem, file=stored.hash,
                       file_name=file.name, file_type=stored.type,
                       file_size=stored.size)  # fmt: skip


def _pack(folder: Path) -> None:
    with Journal.look(folder / "journal.secondop", KINDS) as journal:
        (person,) = journal.entries("person")
        choices = PackChoices(Choices(person.id, today=date(2026, 11, 22)), whole=True)
        Pack(journal, choices).write(folder / "pack.pdf")


def _alone(folder: Path) -> None:
    with pikepdf.new() as whole:
        for number in range(_FILES):
            whole.pages.extend(pikepdf.open(folder / f"{number}.pdf").pages)
        whole.save(folder / "alone.pdf")


def highest(work: Callable[[Path], None], folder: Path) -> float:
    """Return the memory that a fresh program takes for it at its highest, in MB."""
    fresh = multiprocessing.get_context("spawn")
    with fresh.Pool(1) as pool:
        return float(pool.apply(_measured, (work, folder)))


def _measured(work: Callable[[Path], None], folder: Path) -> float:
    work(folder)
    return highest_so_far() / 1024**2
