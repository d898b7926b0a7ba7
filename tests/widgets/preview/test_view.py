"""Any file can be given to the preview: it shows it or says in a sentence that it cannot."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.sandbox.document_types import DOCX
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.preview import Preview
from secondop_desktop.widgets.preview.locked import LockedPdf
from secondop_desktop.widgets.preview.pdf_view import PdfView
from secondop_desktop.widgets.preview.picture_view import PictureView
from secondop_desktop.widgets.preview.plain_text import PlainText
from secondop_desktop.widgets.theme import Theme
from tests.examples import at_most
from tests.exchange.source_files import documents
from tests.widgets import walker
from tests.widgets.preview import samples

KEPT = "It is kept in your journal exactly as it is."
TYPES = ("application/pdf", "image/png", "image/heic", "text/plain", "application/json", "x/y")


@pytest.fixture
def preview(look: Theme, qtbot: QtBot) -> Preview:
    """An empty preview on the screen."""
    made = Preview()
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    return made


def _said(preview: Preview) -> str:
    assert isinstance(preview.shown, Empty)
    return " ".join(label.text() for label in preview.shown.findChildren(Label))


@pytest.mark.parametrize(
    ("data", "content_type", "kind"),
    [
        (samples.pdf(), "application/pdf", PdfView),
        (samples.picture("JPEG"), "image/jpeg", PictureView),
        (samples.HEIC, "image/heic", PictureView),
        (b"Dear Dr Patel", "text/plain", PlainText),
        (b"{}", "application/json", PlainText),
        (b"ID3", "audio/mpeg", Empty),
        (b"DICM", "application/dicom", Empty),
        (b"<svg/>", "image/svg+xml", Empty),
    ],
)
def test_each_kind_of_file_has_its_view(
    preview: Preview, data: bytes, content_type: str, kind: type[QWidget]
) -> None:
    preview.open(data, content_type, "file.bin")
    assert isinstance(preview.shown, kind)
    assert walker.unnamed(preview) == []


@pytest.mark.parametrize(
    ("data", "content_type", "sentence"),
    [
        (b"%PDF-", "application/pdf", f"This PDF is damaged and cannot be shown here. {KEPT}"),
        (samples.huge_png(), "image/png", "400 million dots"),
        (b"x", "image/heic", "This picture is damaged"),
        (b"", "text/plain", "This file is empty."),
        (b"", "application/pdf", "This file is empty."),
        (b"ID3", "audio/mpeg", f"This kind of file cannot be shown here. {KEPT}"),
    ],
)
def test_what_cannot_be_shown_says_why(
    preview: Preview, data: bytes, content_type: str, sentence: str
) -> None:
    preview.open(data, content_type, "What she said.mp3")
    assert "What she said.mp3" in _said(preview)
    assert sentence in _said(preview)


@pytest.mark.parametrize("told", ["Recording: 8 minutes", "The ward round, in my words."])
def test_what_is_known_of_a_file_is_said_once(preview: Preview, told: str) -> None:
    preview.open(bytes(4200), "audio/mpeg", "Ward.mp3", told=told)
    assert _said(preview).endswith(f"{told.rstrip('.')}. 4 KB. {KEPT}")


def test_the_size_begins_a_sentence_with_a_capital(preview: Preview) -> None:
    preview.open(bytes(90), "audio/mpeg", "Ward.mp3", told="Recording: 2 seconds")
    assert f"2 seconds. Less than 1 KB. {KEPT}" in _said(preview)


@given(data=st.binary(max_size=200), content_type=st.sampled_from(TYPES), page=st.integers(-2, 9))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=at_most(60))
def test_no_bytes_raise(preview: Preview, data: bytes, content_type: str, page: int) -> None:
    preview.open(data, content_type, "any", page)
    assert preview.shown is not None


def test_a_pdf_opens_at_its_page_with_words_marked(preview: Preview) -> None:
    preview.open(samples.pdf(9), "application/pdf", "letter.pdf", 5)
    assert isinstance(preview.shown, PdfView)
    assert preview.page() == 5
    preview.search_for("kidney")
    assert preview.shown.finder.count.text() == "5 of 9"
    preview.open(b"words", "text/plain", "a.txt")
    assert preview.page() == 1
    preview.search_for("words")
    assert isinstance(preview.shown, PlainText)


def test_what_arrives_late_does_not_replace_what_was_asked_for_since(
    look: Theme, qtbot: QtBot
) -> None:
    waiting: list[Callable[[], None]] = []

    def later(work: Callable[[], None], *, journal: bool) -> None:
        assert not journal
        waiting.append(work)

    preview = Preview(later)
    qtbot.addWidget(preview)
    preview.open(samples.pdf(), "application/pdf", "first.pdf")
    preview.open(b"words", "text/plain", "second.txt")
    assert preview.shown is None
    for work in reversed(waiting):
        work()
    assert isinstance(preview.shown, PlainText)


def test_clearing_lets_go_of_the_file(preview: Preview) -> None:
    preview.open(samples.pdf(), "application/pdf", "letter.pdf")
    assert isinstance(preview.shown, PdfView)
    pdf = preview.shown.pdf
    preview.clear()
    assert preview.shown is None
    assert pdf.text(0) == ""


def test_a_locked_pdf_asks_for_its_password_and_keeps_none(preview: Preview, qtbot: QtBot) -> None:
    preview.open(samples.locked(), "application/pdf", "letter.pdf")
    asked = preview.shown
    assert isinstance(asked, LockedPdf)
    assert walker.unnamed(preview) == []
    asked.password.setText("wrong")
    asked.open.click()
    assert not asked.trouble.isHidden()
    assert asked.password.text() == ""
    asked.password.setText("user")
    with qtbot.waitSignal(preview.unlocked):
        asked.password.returnPressed.emit()
    assert isinstance(preview.shown, PdfView)
    read: list[tuple[int, str]] = []
    preview.read_words(lambda pages, words: read.append((pages, words)))
    assert read == [(1, "")]


def test_an_e_mail_is_shown_as_it_reads(preview: Preview) -> None:
    data = b"From: a@b.example\nSubject: Hb\nContent-Type: text/html\n\n<p>131 &lt; 140</p>"
    preview.open(data, "message/rfc822", "mail.eml")
    assert isinstance(preview.shown, PlainText)
    assert preview.shown.toPlainText() == "Hb\nFrom: a@b.example\n\n131 < 140"


def test_a_document_of_another_program_is_read_as_text(preview: Preview) -> None:
    preview.open(documents.word(), DOCX, "letter.docx")
    assert isinstance(preview.shown, PlainText)
    assert "Platelets 212 10⁹/L" in preview.shown.toPlainText()
    assert preview.said.text().startswith("Read as text")
    preview.open(b"PK\x03\x04 nothing", DOCX, "letter.docx")
    assert isinstance(preview.shown, Empty)
    assert not preview.said.text()
