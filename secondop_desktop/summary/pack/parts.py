"""A pack too large to send is made in parts, each a PDF of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secondop_desktop.summary.pack.looked import Looked

MOST_PAGES = 500
MOST_BYTES = 100 * 1024 * 1024
_SUMMARY = 20  # pages kept for the summary and the contents


@dataclass(frozen=True)
class Part:
    """The records of one part; ``number`` counts from 1."""

    number: int
    records: tuple[Looked, ...]


def in_parts(records: Iterable[Looked], *, whole: bool = False) -> Sequence[Part]:
    """Share records out, in their order; a record is never torn apart.

    A part has at most 500 pages and 100 MB, unless one record alone has more.
    """
    parts: list[list[Looked]] = [[]]
    pages, size = _SUMMARY, 0
    for one in records:
        over = pages + one.pages > MOST_PAGES or size + one.shown.size > MOST_BYTES
        if over and parts[-1] and not whole:
            parts.append([])
            pages, size = _SUMMARY, 0
        parts[-1].append(one)
        pages, size = pages + one.pages, size + one.shown.size
    return [Part(number, tuple(held)) for number, held in enumerate(parts, start=1)]
