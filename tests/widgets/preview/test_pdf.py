"""A PDF gives its pages, words and finds, and refuses in one sentence what it cannot open."""

import pytest
from PySide6.QtGui import QColor

from secondop_desktop.errors import UserError
from secondop_desktop.widgets.preview.pdf import Pdf
from tests.widgets.preview import samples


def test_pages_are_drawn_in_their_size_and_colours() -> None:
    pdf = Pdf(samples.pdf(2))
    assert len(pdf) == 2
    assert pdf.sizes == [(595.0, 842.0)] * 2
    image = pdf.render(0, 0.5)
    assert image is not None
    assert (image.width(), image.height()) == (298, 421)
    assert image.pixelColor(5, 5) == QColor(255, 0, 0)
    assert image.pixelColor(290, 10) == QColor(255, 255, 255)


def test_an_enormous_page_is_drawn_smaller() -> None:
    pdf = Pdf(samples.pdf(1, (14_000, 14_000)))
    image = pdf.render(0, 3.0)
    assert image is not None
    assert image.width() * image.height() < 12_100_000


def test_words_are_read_page_by_page() -> None:
    pdf = Pdf(samples.pdf())
    assert pdf.text(1) == "Letter page 2: the kidney shows no change"
    assert Pdf(samples.pages_without_words()).text(0) == ""


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_finds_lie_where_the_words_are_seen(turned: int) -> None:
    pdf = Pdf(samples.pdf(2, turned=turned))
    (hit,) = pdf.find(1, "KIDNEY")
    (box,) = hit.boxes
    image = pdf.render(1, 1.0)
    assert image is not None
    assert hit.page == 1
    area = box.x() * image.width(), box.y() * image.height()
    size = box.width() * image.width(), box.height() * image.height()
    dark = [
        image.pixelColor(round(area[0] + x), round(area[1] + y)).lightness() < 128
        for x in range(round(size[0]))
        for y in range(round(size[1]))
    ]
    assert sum(dark) > 20
    assert (size[0] > size[1]) is (turned in {0, 180})


def test_what_is_not_there_is_not_found() -> None:
    assert Pdf(samples.pdf()).find(0, "liver") == []


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "This file is empty."),
        (b"%PDF-1.7 broken", "This PDF is damaged and cannot be shown here."),
        (samples.locked(), "This PDF is locked with a password, so it cannot be shown here."),
        (samples.without_pages(), "This PDF is damaged and cannot be shown here."),
    ],
)
def test_what_cannot_be_opened_says_why(data: bytes, sentence: str) -> None:
    with pytest.raises(UserError) as refused:
        Pdf(data)
    assert str(refused.value) == sentence


def test_a_closed_pdf_gives_nothing_and_raises_nothing() -> None:
    pdf = Pdf(samples.pdf())
    pdf.close()
    pdf.close()
    assert pdf.render(0, 1.0) is None
    assert pdf.text(0) == ""
    assert pdf.find(0, "kidney") == []


def test_a_page_cut_off_in_the_middle_of_the_file_is_only_missing_itself() -> None:
    whole = samples.pdf(3)
    pdf = Pdf(whole.replace(b"stream", b"strxxm", 2))
    assert len(pdf) == 3
    for page in range(3):
        pdf.render(page, 0.5)
    assert pdf.text(2) == "Letter page 3: the kidney shows no change"
