"""A scan's words are read when the person asks for it, to be searched, read and marked."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from secondop_desktop.exchange.read_entries import Content
from secondop_desktop.features.records.operations.keeping import keep
from secondop_desktop.journal.file import Journal
from secondop_desktop.widgets.preview.pdf_view import PdfView
from tests.features.desk import Desk
from tests.features.page_desk import open_page, rest
from tests.stand_in_tesseract import put_on_path, take_away
from tests.widgets.preview.samples import pdf
from tests.widgets.walker import unnamed


def _scan(form: str, pages: int = 1) -> bytes:
    out = BytesIO()
    first, *rest_of = [Image.new("RGB", (300, 400), (240, 240, 230 + at)) for at in range(pages)]
    first.save(out, form, save_all=True, append_images=rest_of) if rest_of else first.save(
        out, form
    )
    return out.getvalue()


def _shown(desk: Desk, name: str, data: bytes) -> Any:
    entry = keep(desk.journal, Content(name, data=data), None, {"person": desk.person})
    return open_page(desk, "record", at=entry)


def _text(journal: Journal) -> str:
    (row,) = journal.entries("record")
    return str(row.text)


@pytest.mark.parametrize(("name", "form"), [("letter.pdf", "PDF"), ("letter.jpg", "JPEG")])
def test_it_is_offered_and_read_only_when_asked(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, form: str
) -> None:
    put_on_path(tmp_path / "bin", monkeypatch, "Dear Mrs Evans", "ferritin 12")
    page = _shown(desk, name, _scan(form))
    offer = page.view.scan
    assert offer.start.isVisible()
    assert unnamed(page) == []
    assert _text(desk.journal) == ""
    offer.start.click()
    rest()
    assert _text(desk.journal) == "Dear Mrs Evans\nferritin 12"
    assert len(desk.journal.find("ferritin")) == 1
    assert not offer.isVisible()
    page.view.preview.shown.read.click()
    rest()
    shown = page.view.preview.shown.text.toPlainText()
    assert shown.startswith("These words were read from a picture of the page. Compare them")
    assert shown.endswith("Dear Mrs Evans\nferritin 12")
    undone = desk.journal.undo()
    assert undone is not None
    assert _text(desk.journal) == ""


def test_words_are_found_marked_and_chosen_on_the_page(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_on_path(tmp_path / "bin", monkeypatch, "Dear Mrs Evans", "your ferritin is 12")
    page = _shown(desk, "letter.pdf", _scan("PDF", 2))
    page.view.scan.start.click()
    rest()
    assert _text(desk.journal).count("Dear Mrs Evans") == 2
    view = page.view.preview.shown
    assert isinstance(view, PdfView)
    page.view.preview.search_for("FERRITIN is")
    rest()
    first, second = view.pages.hits
    assert [(hit.page, len(hit.boxes)) for hit in (first, second)] == [(0, 2), (1, 2)]
    assert round(first.boxes[0].y(), 2) == 0.2
    one, other = view.pdf.letter_at(1, 0.12, 0.22), view.pdf.letter_at(1, 0.31, 0.22)
    assert one is not None
    assert other is not None
    words = view.pdf.words_from(1, one, other)
    view.pages.choose(words)
    quote = view.quote()
    assert quote is not None
    assert (quote.text, quote.page) == ("ferritin is 12", 2)
    page.view.mark(2, quote.place)
    assert [frame.page for frame in view.pages.frames] == [1]


def test_what_has_words_of_its_own_is_not_offered(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_on_path(tmp_path / "bin", monkeypatch, "x")
    page = _shown(desk, "letter.pdf", pdf(1))
    assert not page.view.scan.isVisible()


def test_without_the_program_nothing_changes_and_one_sentence_says_why(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_away(monkeypatch)
    page = _shown(desk, "letter.jpg", _scan("JPEG"))
    assert not page.view.scan.isVisible()
    page.view.make_searchable.trigger()
    rest()
    assert page.said.text.text().startswith("Words on pictures are read by the free program")
    assert _text(desk.journal) == ""


def test_a_page_without_words_is_said_and_keeps_nothing(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_on_path(tmp_path / "bin", monkeypatch)
    page = _shown(desk, "letter.jpg", _scan("JPEG"))
    page.view.scan.start.click()
    rest()
    assert page.said.text.text() == "No words were found on these pages."
    assert _text(desk.journal) == ""


def test_words_on_a_single_photo_are_found_and_put_into_an_opinion_as_on_a_pdf(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_on_path(tmp_path / "bin", monkeypatch, "Dear Mrs Evans", "your ferritin is 12")
    page = _shown(desk, "letter.jpg", _scan("JPEG"))
    assert page.view.quote not in page.view.tools.offered()
    page.view.scan.start.click()
    rest()
    view = page.view.preview.shown
    assert isinstance(view, PdfView)
    page.view.preview.search_for("ferritin")
    rest()
    assert view.finder.count.text() == "1 of 1"
    view.pages.choose(view.pdf.stretch(0, 20, 8))
    assert page.view.quote.isEnabled()
    assert page.view.quote in page.view.tools.offered()


def test_the_offer_leaves_one_bar_to_scroll_the_pages_with(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_on_path(tmp_path / "bin", monkeypatch, "ferritin 12")
    page = _shown(desk, "letter.pdf", _scan("PDF", 3))
    page.resize(1000, 560)
    rest()
    assert page.view.scan.isVisible()
    assert page.view.preview.shown.scroller.verticalScrollBar().maximum() > 0
    assert page.panes._scroll.verticalScrollBar().maximum() == 0
    page.view.scan.start.click()
    rest()
    page.view.preview.search_for("ferritin")
    rest()
    assert page.panes._scroll.verticalScrollBar().maximum() == 0
