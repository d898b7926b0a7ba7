"""A PDF with its pages, zoom, find, and its words as plain text."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.background.jobs import Runner, start
from secondop_desktop.widgets.controls.button import Button, IconButton
from secondop_desktop.widgets.controls.tool_row import ToolRow
from secondop_desktop.widgets.preview.find_bar import FindBar
from secondop_desktop.widgets.preview.framed import widest
from secondop_desktop.widgets.preview.page_turner import PageTurner
from secondop_desktop.widgets.preview.pages import Pages
from secondop_desktop.widgets.preview.pdf import Hit, Stretch
from secondop_desktop.widgets.preview.plain_text import PlainText, with_warning
from secondop_desktop.widgets.preview.quote import Quote, read_frame, read_place
from secondop_desktop.widgets.preview.scanned_picture import ScannedPicture
from secondop_desktop.widgets.preview.scroller import Scroller
from secondop_desktop.widgets.preview.worded import Worded
from secondop_desktop.widgets.preview.zoom import Zoom
from secondop_desktop.widgets.theme import Space

_LIFE_SIZE = 96 / 72
"""Device-independent pixels for one point of a page."""
_LARGEST = 1.5 * _LIFE_SIZE
_MOST_HITS = 5000


class PdfView(QWidget):
    """Shows one PDF. Pages count from 1 here, as people count them."""

    page_changed = Signal(int)
    quote_chosen = Signal(object)
    """Words were chosen in the pages or in their text: a ``Quote``, or None."""

    def __init__(
        self,
        pdf: Worded,
        name: str,
        run: Runner,
        parent: QWidget | None = None,
        *,
        words: str = "",
    ) -> None:
        """Show it; ``words`` are those that were read on its pages, if they are pictures."""
        super().__init__(parent)
        self.pdf, self._run = pdf, run
        self._read_before = words
        self._fits, self._fits_frames = True, False
        self.pages = Pages(pdf, run)
        self.scroller, self.text = Scroller(), PlainText()
        self.turner, self.zoom, self.finder = PageTurner(), Zoom(), FindBar()
        self.look = IconButton(_("Find words"), "search")
        self.look.setCheckable(True)
        self.finder.hide()
        self.read = Button(_("Read as text"), "note")
        self.read.setCheckable(True)
        self.turn = Button(_("Turn"), "rotate")
        self._both = QStackedWidget()
        self._page = -1
        self._starts: list[int] = []
        self._lay_out()
        self._name(name)
        self._connect_signals()
        self._turn_to(0)
        self.destroyed.connect(pdf.close)

    def let_go(self) -> None:
        """Close the file: nothing of it is waited for any more."""
        self.pdf.close()

    def _lay_out(self) -> None:
        self.scroller.setWidget(self.pages)
        several = (self.turner,) if len(self.pdf) > 1 else ()
        self.turner.setParent(self)
        self.turner.setVisible(bool(several))
        turns = (self.turn,) if isinstance(self.pdf, ScannedPicture) else ()
        self.turn.setParent(self)
        self.turn.setVisible(bool(turns))
        tools = ToolRow((*several, self.zoom), (self.read, self.look, *turns, self.zoom.fit))
        self._both.addWidget(self.scroller)
        self._both.addWidget(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addWidget(tools)
        column.addWidget(self.finder)
        column.addWidget(self._both, 1)

    def _name(self, name: str) -> None:
        self.pages.setAccessibleName(_("Pages of {name}").format(name=name))
        self.pages.setAccessibleDescription(_("Press “Read as text” to have the words read."))
        self.text.setAccessibleName(_("Words of {name}").format(name=name))

    def _connect_signals(self) -> None:
        self.turner.wanted.connect(lambda page: self.go_to(page + 1))
        self.zoom.wanted.connect(self.set_zoom)
        self.finder.searched.connect(self._search)
        self.finder.stepped.connect(self._step)
        self.finder.words.textEdited.connect(self._unmark)
        self.look.toggled.connect(self._show_finder)
        self.read.toggled.connect(self._show_text)
        self.turn.clicked.connect(self._turn)
        self.pages.words_chosen.connect(lambda _words: self.quote_chosen.emit(self.quote()))
        self.text.selectionChanged.connect(lambda: self.quote_chosen.emit(self.quote()))
        self.scroller.resized.connect(self._fit)
        self.scroller.verticalScrollBar().valueChanged.connect(self._scrolled)

    # Pages and zoom ---------------------------------------------------------------------

    def page(self) -> int:
        """Return the page in sight, from 1."""
        return self._page + 1

    def go_to(self, page: int) -> None:
        """Bring a page into sight; one that does not exist changes nothing."""
        if 1 <= page <= len(self.pdf):
            self.scroller.verticalScrollBar().setValue(self.pages.place(page - 1).top())
            self._turn_to(page - 1)

    def set_zoom(self, zoom: float) -> None:
        """Show the pages this much bigger than life, or as wide as the window for 0."""
        self._fits, self._fits_frames = not zoom, False
        if self._fits:
            self._fit()
        else:
            self._scale_to(zoom * _LIFE_SIZE)

    def _turn(self) -> None:
        """Turn what is seen; what was marked is found again where it is then."""
        if isinstance(self.pdf, ScannedPicture):
            self.pdf.turn()
            self.pages.forget()
            self.set_zoom(0.0)
            if words := self.finder.words.text().strip():
                self._search(words)

    def _fit(self) -> None:
        if self._fits_frames and self.pages.frames:
            self._fit_to_frames()
        elif self._fits:
            wide = max(width for width, _height in self.pdf.sizes)
            room = self.scroller.viewport().width() - 2 * Space.SMALL
            self._scale_to(max(room / wide, 0.05))

    def _scale_to(self, scale: float) -> None:
        page = max(self._page, 0)
        place = self.pages.place(page)
        bar = self.scroller.verticalScrollBar()
        part = (bar.value() - place.top()) / max(place.height(), 1)
        self.pages.set_scale(scale)
        place = self.pages.place(page)
        bar.setValue(round(place.top() + part * place.height()))
        self.zoom.show_zoom(scale / _LIFE_SIZE)

    def _scrolled(self, top: int) -> None:
        self._turn_to(self.pages.page_at(top + self.scroller.viewport().height() // 3))

    def _turn_to(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.turner.show_page(page, len(self.pdf))
            self.page_changed.emit(page + 1)

    # Choosing words ----------------------------------------------------------------------

    def quote(self) -> Quote | None:
        """Return the words that are chosen, if any are."""
        if self.read.isChecked():
            return self._quote_of_text()
        words = self.pages.chosen
        if words is None:
            return None
        return Quote(words.text, words.hit.page + 1, self.pdf.place_of(words))

    def _quote_of_text(self) -> Quote | None:
        start, words = self.text.chosen()
        if not words:
            return None
        if not self._starts and len(self.pdf) > 1:
            return Quote(words)
        page = max(bisect_right(self._starts, start) - 1, 0)
        return Quote(words, page + 1, "")

    def mark(self, page: int, place: str) -> None:
        """Bring a page into sight, and mark the words at a place of it."""
        self.go_to(page)
        frame = read_frame(place)
        if frame and 1 <= page <= len(self.pdf):
            kept = Hit(page - 1, (QRectF(*frame),))
            seen = self.pdf.seen(kept) if isinstance(self.pdf, ScannedPicture) else kept
            self.show_frames([seen], 0)
            return
        found = read_place(place)
        if found and 1 <= page <= len(self.pdf):
            start(
                self._run,
                lambda _job: self.pdf.stretch(page - 1, *found),
                self,
                done=self._marked,
                failed=lambda _error: None,
                journal=False,
            )

    def show_frames(self, frames: Sequence[Hit], current: int | None) -> None:
        """Frame places of the pages, and bring the current one into sight."""
        self.pages.frames, self.pages.framed = list(frames), current
        self.pages.update()
        if current is not None:
            self._bring(frames[current])

    def fit_frames(self) -> None:
        """Show all that is framed as wide as the window, and again when the room changes."""
        if self.pages.frames:
            self._fits, self._fits_frames = False, True
            self._fit()
            self._bring(self.pages.frames[self.pages.framed or 0])

    def _fit_to_frames(self) -> None:
        page, part = widest(self.pages.frames, self.pdf.sizes)
        room = self.scroller.viewport().width() - 4 * Space.SMALL
        wide = self.pdf.sizes[page][0] * part.width()
        self._scale_to(max(min(room / wide, _LARGEST), 0.05))
        left = self.pages.spot(Hit(page, (part,))).left()
        self.scroller.horizontalScrollBar().setValue(left - 2 * Space.SMALL)

    def _marked(self, words: Stretch | None) -> None:
        if words is not None:
            self.pages.choose(words)
            self._bring(words.hit)

    def _bring(self, hit: Hit) -> None:
        spot = self.pages.spot(hit).center()
        margin = self.scroller.viewport().height() // 3
        self.scroller.ensureVisible(spot.x(), spot.y(), Space.HUGE, margin)
        self._turn_to(hit.page)

    # Finding ----------------------------------------------------------------------------

    def search_for(self, words: str) -> None:
        """Mark these words and go to the first of them on or after this page."""
        self.look.setChecked(True)
        self.finder.words.setText(words)
        self.finder.go(1)

    def _show_finder(self, wanted: bool) -> None:
        self.finder.setVisible(wanted)
        if wanted:
            self.finder.words.setFocus()
        else:
            self.finder.forget()
            self._unmark()

    def _search(self, words: str) -> None:
        start(
            self._run,
            lambda _job: _find_all(self.pdf, words),
            self,
            done=lambda hits: self._found(words, hits),
            failed=lambda _error: self._found(words, []),
            journal=False,
        )

    def _found(self, words: str, hits: list[Hit]) -> None:
        if words != self.finder.words.text().strip():
            return
        self.pages.hits = hits
        after = [hit for hit in hits if hit.page >= self._page] or hits
        self._mark(hits.index(after[0]) if after else 0)

    def _step(self, by: int) -> None:
        hits, current = self.pages.hits, self.pages.current
        if hits and current:
            self._mark((hits.index(current) + by) % len(hits))
        else:
            self.finder.show_count(0, 0)

    def _mark(self, at: int) -> None:
        hits = self.pages.hits
        self.pages.current = hits[at] if hits else None
        self.pages.update()
        self.finder.show_count(at, len(hits))
        if hits:
            self._bring(hits[at])

    def _unmark(self) -> None:
        self.pages.hits, self.pages.current = [], None
        self.pages.update()

    # Words ------------------------------------------------------------------------------

    def _show_text(self, wanted: bool) -> None:
        self._both.setCurrentWidget(self.text if wanted else self.scroller)
        for part in (self.turner, self.zoom, self.zoom.fit, self.look, self.finder, self.turn):
            part.setEnabled(not wanted)
        if wanted and self._read_before:
            self.text.show_text(with_warning(self._read_before))
        elif wanted and not self.text.toPlainText():
            start(
                self._run,
                lambda _job: all_words(self.pdf),
                self,
                done=self._fill_text,
                failed=lambda error: self.text.show_text(str(error)),
                journal=False,
            )
        if wanted:
            self.text.go_to(self._starts[self._page] if self._starts else 0)
            self.text.setFocus()

    def _fill_text(self, read: tuple[str, list[int]]) -> None:
        words, self._starts = read
        self.text.show_text(words)
        if self._starts:
            self.text.go_to(self._starts[self._page])


def _find_all(pdf: Worded, words: str) -> list[Hit]:
    hits: list[Hit] = []
    for page in range(len(pdf)):
        hits += pdf.find(page, words)
        if len(hits) > _MOST_HITS:
            break
    return hits


def all_words(pdf: Worded) -> tuple[str, list[int]]:
    """Return the words of all pages under their numbers, and where each page starts."""
    texts = [pdf.text(page) for page in range(len(pdf))]
    if not any(texts):
        return _("These pages are pictures, so there are no words to read."), []
    nothing, starts, whole = _("No words on this page."), [], ""
    for page, text in enumerate(texts, 1):
        starts.append(len(whole))
        whole += _("Page {page}").format(page=page) + "\n\n" + (text or nothing) + "\n\n"
    return whole, starts
