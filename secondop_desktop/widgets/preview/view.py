"""One place that shows any record, and says in a sentence when it cannot."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.journal.files.decoding import text_of
from secondop_desktop.journal.files.document_words import Document
from secondop_desktop.journal.files.readable import is_text, readable
from secondop_desktop.journal.files.scan_words import program
from secondop_desktop.journal.values.sizes import size_words
from secondop_desktop.lang import _
from secondop_desktop.sandbox.answers import LOCKED, TroubleError
from secondop_desktop.sandbox.document_types import is_document
from secondop_desktop.sandbox.picture_types import PHOTOS
from secondop_desktop.sandbox.process import FOR_LOOKING, EndedError
from secondop_desktop.widgets.background import preview_lane
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.background.jobs import Job, Runner, start
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.controls.labels import muted
from secondop_desktop.widgets.fields.file_words import type_words
from secondop_desktop.widgets.preview import scanned_pdf
from secondop_desktop.widgets.preview.known_words import NONE, KnownWords
from secondop_desktop.widgets.preview.locked import LockedPdf
from secondop_desktop.widgets.preview.pdf import Hit, Locked, Pdf
from secondop_desktop.widgets.preview.pdf_view import PdfView
from secondop_desktop.widgets.preview.picture import Paged, Picture
from secondop_desktop.widgets.preview.picture_view import PictureView
from secondop_desktop.widgets.preview.plain_text import PlainText
from secondop_desktop.widgets.preview.quote import Quote, place_words, read_place
from secondop_desktop.widgets.preview.scanned_pdf import ScannedPdf
from secondop_desktop.widgets.preview.scanned_picture import ScannedPicture
from secondop_desktop.widgets.preview.worded import Worded

T = TypeVar("T")
_PICTURES = PHOTOS | {"image/gif", "image/bmp"}


_SOON_MS = 400


class Preview(QWidget):
    """Shows the bytes of one file by its media type; nothing it is given can raise.

    `run` does the slow parts, opening, drawing, finding, in another thread if it likes; without
    one they are done where previews have them done (``preview_lane``).
    ``unlocked`` is sent when a locked PDF was opened with its password; it stays locked.
    """

    unlocked = Signal()
    opened = Signal()
    """What is shown has come, after all that stands around it: Tab is to be led through it."""

    quote_chosen = Signal(object)
    """Words were chosen in what is shown: a ``Quote``, or None."""

    frame_pressed = Signal(int)
    """One of the frames on the pages was pressed: its number."""

    word_asked = Signal(object)
    """What a dotted word means is asked for: a ``KnownWord``."""

    def __init__(self, run: Runner | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run or preview_lane.current()
        self._turn = 0
        self._words, self._read_words = NONE, ""
        self._then: Callable[[], None] | None = None
        self._opening = False
        self.shown: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.said = muted("")
        self._column.addWidget(self.said)
        self.said.hide()
        self._waiting = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._waiting.timeout.connect(self._say_waiting)

    def open(
        self,
        data: bytes,
        content_type: str,
        name: str,
        page: int = 1,
        *,
        told: str = "",
        words: str = "",
    ) -> None:
        """Show a file; `page`, from 1, is where a PDF or TIFF opens.

        ``told`` is what is known of a file that cannot be shown, such as how long it plays;
        ``words`` are those that were read on pages which are pictures.
        """
        self.clear()
        self._read_words = words
        make = self._maker(data, content_type, name, page, told)
        turn = self._turn
        self._opening = True
        self._waiting.start()
        start(
            self._run,
            lambda _job: make(),
            self,
            done=lambda ready: self._put(turn, ready),
            failed=lambda error: self._put(turn, lambda: self._instead(error, data, name, page)),
            journal=False,
        )

    def open_pages(self, make: Callable[[], Paged], name: str) -> None:
        """Show what is opened slowly and has pages of its own, such as the series of a disc."""
        self.clear()
        self._read_words = ""
        turn = self._turn
        self._opening = True
        self._waiting.start()
        start(
            self._run,
            lambda _job: self._picture(make(), name, 1),
            self,
            done=lambda ready: self._put(turn, ready),
            failed=lambda error: self._put(turn, lambda: self._sentence(error, name)),
            journal=False,
        )

    def read_words(self, then: Callable[[int, str], None]) -> None:
        """Hand on how many pages the PDF that is shown has, and its words, once they are read."""
        if not isinstance(self.shown, PdfView):
            return
        pdf = self.shown.pdf
        start(
            self._run,
            lambda _job: "\n\n".join(pdf.text(page) for page in range(len(pdf))),
            self.shown,
            done=lambda words: then(len(pdf), words),
            failed=lambda _error: None,
            journal=False,
        )

    def work_on_pages(self, work: Callable[[Pdf], T], then: Callable[[T], None]) -> None:
        """Hand on what some work makes of the PDF that is shown, once it is open.

        The work runs where the slow parts do; of any other file nothing is handed on.
        """
        if self._opening:
            self._then = lambda: self.work_on_pages(work, then)
        elif isinstance(self.shown, PdfView) and isinstance(pdf := self.shown.pdf, Pdf):
            start(
                self._run,
                partial(_done_with, work, pdf),
                self.shown,
                done=then,
                failed=lambda _error: None,
                journal=False,
            )

    def show_frames(self, frames: Sequence[Hit], current: int | None, *, fit: bool = False) -> None:
        """Frame places of the PDF that is shown; ``current`` is brought into sight.

        ``fit`` shows what is framed as large as the room allows.
        """
        if isinstance(self.shown, PdfView):
            self.shown.show_frames(frames, current)
            if fit:
                self.shown.fit_frames()

    def page(self) -> int:
        """Return the page in sight, from 1, so that a new version opens there too."""
        return self.shown.page() if isinstance(self.shown, PdfView | PictureView) else 1

    def go_to(self, page: int) -> None:
        """Bring a page of a PDF or TIFF, from 1, into sight; other files have only one."""
        if self._opening:
            self._then = lambda: self.go_to(page)
        elif isinstance(self.shown, PdfView | PictureView):
            self.shown.go_to(page)

    def quote(self) -> Quote | None:
        """Return the words that are chosen, and where they stand."""
        if isinstance(self.shown, PdfView):
            return self.shown.quote()
        if isinstance(self.shown, PlainText):
            start, words = self.shown.chosen()
            count = self.shown.textCursor().selectionEnd() - start
            return Quote(words, None, place_words(start, count)) if words else None
        return None

    def mark(self, page: int, place: str) -> None:
        """Bring a page into sight, from 1, and mark the words at a place of it."""
        found = read_place(place)
        if self._opening:
            self._then = lambda: self.mark(page, place)
        elif isinstance(self.shown, PdfView):
            self.shown.mark(page, place)
        elif isinstance(self.shown, PlainText) and found:
            self.shown.mark(*found)
        else:
            self.go_to(page)

    def explain(self, words: KnownWords) -> None:
        """Dot the words that can be said in plain ones, in what is shown and will be."""
        self._words = words
        if isinstance(self.shown, PdfView):
            self.shown.text.explain(words)
        elif isinstance(self.shown, PlainText):
            self.shown.explain(words)

    def search_for(self, words: str) -> None:
        """Mark these words in a PDF that is shown; other files have nothing to mark."""
        if self._opening:
            self._then = lambda: self.search_for(words)
        elif isinstance(self.shown, PdfView):
            self.shown.search_for(words)

    def clear(self) -> None:
        """Let go of what is shown."""
        self._turn += 1
        self._opening, self._then = False, None
        self._waiting.stop()
        if isinstance(self.shown, PdfView | PictureView):
            self.shown.let_go()
        if self.shown is not None:
            drop(self.shown, self._column)
        self.shown = None
        self.said.setText("")
        self.said.hide()

    def _maker(
        self, data: bytes, content_type: str, name: str, page: int, told: str
    ) -> Callable[[], Callable[[], QWidget]]:
        """Return the slow part, which gives the quick part that builds the view."""
        if content_type == "application/pdf":
            words = self._read_words
            return lambda: self._pdf(scanned_pdf.opened(data, words), name, page)
        if content_type in _PICTURES:
            if self._read_words and program():
                return lambda: self._pdf(ScannedPicture(data, content_type), name, page)
            return lambda: self._picture(Picture(data, content_type), name, page)
        if data and is_text(content_type):
            return lambda: _text(_words(data, content_type), name)
        if data and is_document(content_type):
            return lambda: self._document(_document_words(data, content_type), name)
        return lambda: lambda: _card(name, len(data), told)

    def _document(self, words: str, name: str) -> Callable[[], QWidget]:
        def build() -> QWidget:
            self.said.setText(_("Read as text. Pictures and layout are only in the file itself."))
            return _text(words, name)()

        return build

    def _pdf(self, pdf: Worded, name: str, page: int) -> Callable[[], QWidget]:
        words = self._read_words if isinstance(pdf, ScannedPdf | ScannedPicture) else ""

        def build() -> QWidget:
            view = PdfView(pdf, name, self._run, words=words)
            view.go_to(page)
            return view

        return build

    def _picture(self, picture: Paged, name: str, page: int) -> Callable[[], QWidget]:
        first, words = picture.page(), self._read_words

        def build() -> QWidget:
            view = PictureView(picture, first, name, self._run, words=words)
            self.said.setText(picture.said(0))
            view.page_changed.connect(lambda page: self.said.setText(picture.said(page - 1)))
            view.go_to(page)
            return view

        return build

    def _put(self, turn: int, build: Callable[[], QWidget]) -> None:
        if turn != self._turn:
            return
        then = self._then
        self.clear()
        self._show(build())
        self.explain(self._words)
        if isinstance(self.shown, PdfView):
            self.shown.quote_chosen.connect(self.quote_chosen)
            self.shown.pages.frame_pressed.connect(self.frame_pressed)
            self.shown.text.word_asked.connect(self.word_asked)
        elif isinstance(self.shown, PlainText):
            self.shown.word_asked.connect(self.word_asked)
            self.shown.selectionChanged.connect(lambda: self.quote_chosen.emit(self.quote()))
        self.opened.emit()
        if then is not None:
            then()

    def _show(self, widget: QWidget) -> None:
        self.shown = widget
        self.said.setVisible(bool(self.said.text()))
        self._column.addWidget(widget, 1)

    def _say_waiting(self) -> None:
        """Tell that a file takes its time; whoever goes elsewhere ends it."""
        self._show(muted(_("Opening this file…")))

    def _instead(self, error: Exception, data: bytes, name: str, page: int) -> QWidget:
        """Return what stands for a file that cannot be shown: why not, or its lock."""
        if not isinstance(error, Locked):
            return self._sentence(error, name)
        asked = LockedPdf(name)
        asked.given.connect(lambda password: self._unlock(asked, data, name, page, password))
        return asked

    def _unlock(self, asked: LockedPdf, data: bytes, name: str, page: int, password: str) -> None:
        start(
            self._run,
            lambda _job: Pdf(data, password),
            asked,
            done=lambda pdf: self._show_unlocked(pdf, name, page),
            failed=lambda _error: asked.refuse(),
            journal=False,
        )

    def _show_unlocked(self, pdf: Pdf, name: str, page: int) -> None:
        self._put(self._turn, self._pdf(pdf, name, page))
        self.unlocked.emit()

    def _sentence(self, error: Exception, name: str) -> QWidget:
        known = isinstance(error, UserError)
        why = str(error) if known else _("This file cannot be shown here.")
        return Empty("file", name, f"{why} {_saved()}")


def _done_with(work: Callable[[Pdf], T], pdf: Pdf, _job: Job) -> T:
    return work(pdf)


def _saved() -> str:
    return _("It is kept in your journal exactly as it is.")


def _words(data: bytes, content_type: str) -> str:
    """Return a page or an e-mail as it reads, data as they are written."""
    written = content_type in {"application/json", "application/xml"}
    return text_of(data) if written else readable(data, content_type)


_MOST_WORDS = 2_000_000


def _document_words(data: bytes, content_type: str) -> str:
    """Read a document of another program as text; raises UserError where it cannot be."""
    document = Document(FOR_LOOKING, data, content_type)
    try:
        return document.text(_MOST_WORDS) or _("There are no words in this file.")
    except TroubleError as trouble:
        if trouble.trouble == LOCKED:
            raise UserError(_("This document is locked with a password.")) from None
        raise UserError(_("This document is damaged and cannot be shown here.")) from None
    except EndedError:
        raise UserError(_("This document holds far more than can be shown here.")) from None
    finally:
        document.close()


def _text(text: str, name: str) -> Callable[[], QWidget]:
    def build() -> QWidget:
        view = PlainText()
        view.setAccessibleName(_("Words of {name}").format(name=name))
        view.show_text(text)
        return view

    return build


def _card(name: str, size: int, told: str) -> QWidget:
    if not size:
        return Empty("file", name, _("This file is empty."))
    if told:
        how_big = size_words(size)
        said = [f"{told.rstrip('.')}.", f"{how_big[:1].upper()}{how_big[1:]}."]
    else:
        what = f"{type_words(name)}, {size_words(size)}."
        said = [what, _("This kind of file cannot be shown here.")]
    return Empty("file", name, " ".join([*said, _saved()]))
