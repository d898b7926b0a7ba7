"""What stays together at the foot of a page."""

from collections.abc import Callable

import pytest

from secondop_desktop.exchange.pdf.blocks.flow import Block, Heading, Para, Table, noted
from tests.exchange.pdf.papers import pages_of, paper

_LINES = "\n".join(f"line {n} of it" for n in range(12))


def _table(rows: int, lines: int = 1) -> Block:
    cells = [[f"row {n}\n" * lines, "here"] for n in range(rows)]
    return Table(["What", "Where"], cells, look="tight")


@pytest.mark.parametrize(
    "made",
    [
        lambda: _table(12),
        lambda: _table(2),
        lambda: _table(3, lines=18),
        lambda: Para(_LINES),
        lambda: Para("One line of it."),
    ],
    ids=["a table", "a small one", "tall rows", "words", "one line"],
)
def test_a_note_stands_on_no_page_alone(made: Callable[[], Block]) -> None:
    """However full the page is: some of what it is about goes over with it, and once."""
    for filled in range(24, 60):
        above = Para("\n".join(["above"] * filled))
        blocks = noted([Heading(2, "Papers"), made()], [Para("And 7 others.")])
        pages = [" ".join(text.split()) for text in pages_of(paper(above, *blocks))]
        (noting,) = (text for text in pages if "And 7 others." in text)
        assert any(word in noting for word in ("row", "line"))
        (headed,) = (text for text in pages if "Papers" in text)
        assert any(word in headed.partition("Papers")[2] for word in ("row", "line"))


def test_no_note_leaves_the_blocks_as_they_are() -> None:
    block, note = Para("a"), Para("b")
    assert noted([block], []) == [block]
    assert noted([], [note]) == [note]
