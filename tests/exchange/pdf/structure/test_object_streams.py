"""The file keeps to the format, and stays small."""

from io import BytesIO

import pikepdf

from secondop_desktop.exchange.pdf.blocks.flow import Table
from tests.exchange.pdf.papers import paper
from tests.exchange.pdf.summary import story


def test_a_strict_reader_finds_nothing_wrong() -> None:
    data = paper(*story())
    with pikepdf.open(BytesIO(data), attempt_recovery=False) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.get_warnings() == []
        assert pdf.pdf_version == "1.7"


def test_the_structure_of_a_long_table_takes_little_room() -> None:
    rows = [[f"{n}", "Haemoglobin", "121 g/L", "115 to 165"] for n in range(1_000)]
    assert len(paper(Table(["n", "Test", "Value", "Range"], rows))) < 200_000


def test_different_documents_have_different_marks() -> None:
    with (
        pikepdf.open(BytesIO(paper("one"))) as one,
        pikepdf.open(BytesIO(paper("two"))) as two,
    ):
        assert one.trailer.ID[0] != two.trailer.ID[0]
