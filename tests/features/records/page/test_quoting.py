"""From letter to opinion: words chosen in the pages become what a doctor said, and lead back."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from secondop_desktop.exchange.read_entries import Content
from secondop_desktop.features.opinions.rules.side_by_side import place_in_record, said_of
from secondop_desktop.features.records.operations.keeping import keep
from secondop_desktop.features.records.page.quoting import QuoteForm
from tests.features.desk import Desk
from tests.features.page_desk import answering, open_page, rest
from tests.widgets.preview.samples import pdf

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def letter(desk: Desk) -> str:
    """A letter of three pages, of a doctor."""
    doctor = desk.add("provider", name="Dr Anna Marsh")
    given = {"person": desk.person, "case": desk.case, "from_provider": doctor}
    return keep(desk.journal, Content("letter.pdf", data=pdf(3)), None, given)


def draw(page: Any, words: str) -> None:
    """Draw over these words of the second page, from their first letter to their last."""
    view = page.view.preview.shown
    view.go_to(2)
    rest()
    (hit,) = view.pdf.find(1, words)
    spot = view.pages.spot(hit)
    middle = spot.center().y()
    QTest.mousePress(view.pages, LEFT, pos=QPoint(spot.left() + 3, middle))
    QTest.mouseMove(view.pages, QPoint(spot.right() - 3, middle))
    QTest.mouseRelease(view.pages, LEFT, pos=QPoint(spot.right() - 3, middle))
    rest()


def test_words_of_a_page_become_a_statement_and_lead_back(desk: Desk, letter: str) -> None:
    page = open_page(desk, "record", at=letter)
    assert not page.view.quote.isEnabled()
    draw(page, "kidney shows no")
    assert page.view.quote.isEnabled()

    def fill(form: Any) -> None:
        assert form.value("text") == "kidney shows no"
        assert "opinion" not in form.edits
        form.finish()
        assert form.summary.isVisible()
        form.edits["aspect"].put("what")
        form.finish()

    answering(QuoteForm, fill)
    page.view.quote.click()
    (said,) = desk.journal.entries("statement")
    (opinion,) = desk.journal.entries("opinion")
    assert (said.record, said.page, said.text) == (letter, 2, "kidney shows no")
    assert (opinion.place, opinion.record, said.opinion) == (1, letter, opinion.id)
    assert opinion.provider == desk.journal.get("record", letter).from_provider
    place = place_in_record(said_of(said))
    page.view.preview.shown.pages.choose(None)
    page.view.go_to(1)
    page.open_entry(place.partition(":")[2])
    assert page.view.preview.page() == 2
    assert page.view.preview.quote().text == "kidney shows no"
    desk.journal.undo()
    assert desk.journal.entries("statement") == desk.journal.entries("opinion") == []


def test_which_opinion_is_asked_where_there_are_several(desk: Desk, letter: str) -> None:
    first = desk.add("opinion", place=1)
    second = desk.add("opinion", place=2, record=letter)
    page = open_page(desk, "record", at=letter)
    draw(page, "no change")
    offered: list[Any] = []

    def fill(form: Any) -> None:
        offered.append(form.value("opinion"))
        form.edits["opinion"].put(first)
        form.edits["aspect"].put("plan")
        form.finish()

    answering(QuoteForm, fill)
    page.view.quote.click()
    (said,) = desk.journal.entries("statement")
    assert (offered, said.opinion) == ([second], first)
    assert "What they suggest" in page.said.text.text()


def test_stepping_back_puts_nothing_anywhere(desk: Desk, letter: str) -> None:
    page = open_page(desk, "record", at=letter)
    draw(page, "no change")
    answering(QuoteForm, lambda form: form.reject())
    page.view.quote.click()
    assert desk.journal.entries("statement") == []


def test_words_of_a_plain_text_lead_back_too(desk: Desk) -> None:
    given = {"person": desk.person, "case": desk.case}
    text = b"Dear Ann,\n\nthe valve is narrow.\n"
    entry = keep(desk.journal, Content("note.txt", data=text), None, given)
    page = open_page(desk, "record", at=entry)
    page.view.preview.shown.mark(15, 5)
    assert page.view.preview.quote().text == "valve"

    def fill(form: Any) -> None:
        form.edits["aspect"].put("what")
        form.finish()

    answering(QuoteForm, fill)
    page.view.quote.click()
    (said,) = desk.journal.entries("statement")
    assert (said.page, said.place) == (None, "15+5")
    page.view.preview.shown.go_to(0)
    page.open_entry(f"{entry}#words=15+5")
    assert page.view.preview.quote().text == "valve"


@pytest.mark.parametrize("where", ["page=2&words=9999+4", "page=2&words=x", "words=", "page=99"])
def test_a_place_that_is_not_there_marks_nothing(desk: Desk, letter: str, where: str) -> None:
    page = open_page(desk, "record", at=letter)
    page.open_entry(f"{letter}#{where}")
    assert page.view.preview.quote() is None
