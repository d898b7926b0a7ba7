"""A chance as a crowd on paper: tagged, in words, and counted in its picture."""

import pypdfium2
import pytest
from PIL import Image

from secondop_desktop.exchange.pdf.blocks.icon_array import People
from secondop_desktop.exchange.pdf.sheet import PRIMARY
from tests.exchange.pdf.papers import paper, tree


def ink(data: bytes) -> int:
    """Count the dots of the first page in the colour of those it happens to."""
    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        image: Image.Image = page.render(scale=6).to_pil().convert("RGB")
        page.close()
    wanted = tuple(int(PRIMARY[n : n + 2], 16) for n in (0, 2, 4))
    return sum(count for count, colour in image.getcolors(1 << 24) or [] if colour == wanted)


def test_it_is_a_figure_with_words() -> None:
    data = paper(People(3, 100, 20, "3 in 100 people"))
    assert tree(data) == "Document\n  Figure “3 in 100 people”\n"


@pytest.mark.parametrize(("total", "across"), [(10, 10), (100, 20), (1_000, 50), (10_000, 100)])
def test_ink_grows_with_the_people(total: int, across: int) -> None:
    none, few, many = (ink(paper(People(n, total, across, "x"))) for n in (0, 2, total // 2))
    chrome = none
    one = (few - chrome) / 2
    assert one > 0
    assert (many - chrome) / (total // 2) == pytest.approx(one, rel=0.2)


@pytest.mark.parametrize(("filled", "total"), [(3, 2), (-1, 2), (0, 0)])
def test_what_cannot_be_is_refused(filled: int, total: int) -> None:
    with pytest.raises(ValueError, match="a crowd needs people"):
        People(filled, total, 10, "x")
