"""Tables of any length and cells of any height, as one element each."""

import pytest

from secondop_desktop.exchange.pdf.blocks.flow import Box, Column, Para, Table
from secondop_desktop.exchange.pdf.pages.document import preview
from tests.exchange.pdf.papers import ABOUT, paper, tree, words_of


def test_cells_taller_than_a_page_go_on_in_the_same_cell() -> None:
    tall = "\n".join(f"line {n}." for n in range(150))
    data = paper(Table(["What", "Said"], [["short", tall], ["next", "row"]], row_headers=True))
    tags = tree(data)
    assert tags.count("TR") == 3
    assert tags.count("TD") == 2
    positions = [tags.index(f"line {n}.") for n in range(150)]
    assert positions == sorted(positions)
    assert tags.index("line 149.") < tags.index("next")


def test_a_tall_cell_of_several_paragraphs_goes_on_too() -> None:
    tall = "\n\n".join(f"Paragraph {n} of this cell." for n in range(120))
    data = paper(Table(["What", "Said"], [[tall, tall]]))
    assert words_of(data).count("Paragraph 119 of this cell.") == 2
    assert tree(data).count("P Paragraph") == 240


def test_a_row_is_not_torn_where_it_fits_on_the_next_page() -> None:
    before = Para("x\n" * 44)
    _data, built = preview([before, Table(["a"], [["one\ntwo\nthree"]] * 2)], ABOUT)
    assert built.pages == 2
    assert tree(paper(Para("x\n" * 44), Table(["a"], [["one\ntwo\nthree"]]))).count("TR") == 2


def test_each_row_needs_a_cell_for_each_column() -> None:
    with pytest.raises(ValueError, match="a cell for each column"):
        Table(["a", "b"], [["1", "2"], ["1"]])


def test_a_table_without_rows_has_its_heading() -> None:
    assert tree(paper(Table(["a", "b"], []))).split() == (
        ["Document", "Table", "THead", "TR", "TH:Column", "a", "TH:Column", "b"]
    )


def test_blocks_may_stand_in_cells_and_tables_in_boxes() -> None:
    inner = Table(["in"], [["cell"]])
    tags = tree(paper(Box(Table(["out"], [[inner]]))))
    assert tags.split().count("Table") == 2
    assert "TD cell" in tags


def test_columns_stand_where_they_were_asked_to() -> None:
    data = paper(
        Table([Column("l"), Column("r", align="right"), Column("n", 0.5)], [["1", "2", "3"]])
    )
    assert words_of(data).count("l r n 1 2 3") == 1
