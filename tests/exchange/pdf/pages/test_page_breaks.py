"""Where pages end: headings stay with their text, small things stay whole."""

from io import BytesIO

import pikepdf
import pytest

from secondop_desktop.exchange.pdf.blocks.block import Block
from secondop_desktop.exchange.pdf.blocks.flow import (
    Box,
    Contents,
    Gap,
    Heading,
    List,
    NewPage,
    Para,
    Picture,
    Room,
    SideBySide,
    Together,
    WritingLines,
)
from secondop_desktop.exchange.pdf.pages.document import Built, preview
from secondop_desktop.exchange.pdf.sheet import STANDARD
from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas
from tests.exchange.pdf.papers import ABOUT, artifacts, operations, pages_of, paper, tree, words_of
from tests.exchange.pdf.summary import picture

_LINE = STANDARD.styles["body"].leading


def _built(*story: Block) -> Built:
    return preview(story, ABOUT)[1]


class _Filler(Block):
    """Leaves this much room on a page, in points."""

    def __init__(self, room: float) -> None:
        self.room = room

    def height(self, canvas: TaggedCanvas, width: float) -> float:
        return canvas.sheet.height - self.room

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw nothing."""


def test_a_heading_goes_over_with_the_text_it_heads() -> None:
    built = _built(_Filler(60), Heading(2, "Heading", place="h"), Para("a\nb\nc\nd", place="p"))
    assert built.places == {"h": 2, "p": 2}
    built = _built(_Filler(90), Heading(2, "Heading", place="h"), Para("a\nb\nc\nd", place="p"))
    assert built.places == {"h": 1, "p": 1}


def test_headings_in_a_row_go_over_together() -> None:
    built = _built(
        _Filler(76), Heading(2, "A", place="a"), Heading(3, "B", place="b"), Para("a\nb")
    )
    assert built.places == {"a": 2, "b": 2}


def test_neither_first_nor_last_line_stands_alone() -> None:
    pages = _page_words(_Filler(_LINE * 4.5), Para("one\ntwo\nthree\nfour\nfive"))
    assert pages[1].split()[:2] == ["four", "five"]
    pages = _page_words(_Filler(_LINE * 2.2), Para("one\ntwo\nthree"))
    assert pages[1].split()[0] == "one"


def _page_words(*story: Block) -> list[str]:
    return pages_of(paper(*story))


def test_together_goes_over_as_one_unless_it_is_taller_than_a_page() -> None:
    built = _built(_Filler(100), Together(Para("a\n" * 9, place="a"), Para("b\n" * 9)))
    assert built.places == {"a": 2}
    built = _built(
        Para("x"), Together(*(Para("a\n" * 9) for _n in range(11)), Para("z", place="z"))
    )
    assert built.pages == 3
    assert built.places == {"z": 3}


@pytest.mark.parametrize(
    "block",
    [
        Box("one\n\ntwo\n\nthree\n\nfour"),
        List(["one\ntwo", "three\nfour", "five"]),
        SideBySide([Para("a\n" * 12), "b"]),
        Picture(picture(), "A photo", height=300),
    ],
)
def test_small_things_are_not_cut(block: Block) -> None:
    built = _built(_Filler(60), Para("y"), block)
    before = _built(_Filler(60), Para("y"))
    assert (before.pages, built.pages) == (1, 1 if isinstance(block, Picture) else 2)


def test_a_box_taller_than_a_page_goes_on_in_a_second_box() -> None:
    tags = tree(paper(Box("\n\n".join(f"Paragraph {n}." for n in range(70)))))
    assert tags.count("Div") == 1
    assert tags.count("P Paragraph") == 70


def test_columns_taller_than_a_page_are_read_one_after_the_other() -> None:
    columns = [[Para(f"{name}{n}") for n in range(60)] for name in "ab"]
    tags = tree(paper(SideBySide(columns)))
    assert tags.count("Div") == 3
    assert tags.index("P a59") < tags.index("P b0")


def test_the_last_item_of_a_list_is_not_left_alone() -> None:
    items = [f"item{n}" for n in range(10)]
    room = _LINE * 9 + 18
    pages = _page_words(_Filler(room), List(items))
    assert len(pages) == 2
    assert "item8" in pages[1]


def test_a_page_end_and_wanted_room() -> None:
    assert _built(Para("a"), NewPage(), NewPage(), Para("b", place="b")).places == {"b": 2}
    assert _built(NewPage(), Para("b", place="b")).places == {"b": 1}
    assert _built(_Filler(100), Room(90), Para("b", place="b")).places == {"b": 1}
    assert _built(_Filler(100), Room(200), Para("b", place="b")).places == {"b": 2}
    assert _built(Room(5_000), Para("b", place="b")).pages == 1


def test_a_gap_vanishes_at_the_top_of_a_page() -> None:
    plain, gapped = (
        paper(Para("a"), NewPage(), Para("b")),
        paper(Para("a"), NewPage(), Gap("l"), Para("b")),
    )
    assert plain == gapped


def test_writing_lines_are_ruled_and_go_on() -> None:
    data = paper(WritingLines(3, "Say"), WritingLines(40))
    with pikepdf.open(BytesIO(data)) as pdf:
        strokes = [name for page in pdf.pages for _n, name in operations(page) if name == "l"]
        assert len(strokes) == 43 + 2 * len(pdf.pages)
    assert tree(data) == "Document\n  P Say\n"


def test_contents_give_the_page_of_each_place() -> None:
    entries = [("One", "one"), ("Two", "two"), ("Gone", "gone")]
    data = paper(
        Contents(entries), Heading(2, "One", place="one"), NewPage(), Heading(2, "Two", place="two")
    )
    assert words_of(data).startswith("One 1 Two 2 Gone One")
    assert not any("Two" in text for text in artifacts(data))


def test_headings_are_bookmarks() -> None:
    data = paper(
        Heading(1, "Summary"),
        Heading(2, "Results 😀"),
        Heading(3, "A long title", outline="Short"),
        Heading(2, "Last"),
    )
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        (top,) = outline.root
        assert top.title == "Summary"
        assert [child.title for child in top.children] == ["Results [grinning face]", "Last"]
        assert [child.title for child in top.children[0].children] == ["Short"]
