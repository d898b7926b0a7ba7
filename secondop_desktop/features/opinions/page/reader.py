"""Where one opinion is read, in place of the comparison."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from secondop_desktop.features.opinions.page.reading import Reading
from secondop_desktop.features.opinions.rules.side_by_side import Grid
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.screen.list_detail import LongColumn
from secondop_desktop.widgets.theme import Space


class Reader(LongColumn):
    """Shows one opinion (``opinion`` is its id) or nothing; its signals are those of `Reading`."""

    left = Signal()
    printed = Signal(str)
    edited = Signal(str)
    turned = Signal(str)
    place_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("help", "reading-an-opinion")
        self.set_margins(Space.LARGE)
        self.opinion = ""
        self.shown: Reading | None = None
        self._drawn: object = None
        theme.current().changed.connect(self._fit_page)
        self._fit_page()
        self.hide()

    def _fit_page(self) -> None:
        """Let the page scroll as a whole where the text is large."""
        self.set_long(theme.current().stacked)

    def show_opinion(self, entry: str, whole: Grid, journal: Journal) -> None:
        """Show this opinion from its beginning."""
        self.opinion = entry
        self._drawn = None
        self.refresh(whole, journal)
        self.verticalScrollBar().setValue(0)

    def refresh(self, whole: Grid, journal: Journal) -> None:
        """Show it as it is saved now; one that is gone leads back."""
        if not self.opinion:
            return
        at = next((n for n, c in enumerate(whole.columns) if c.id == self.opinion), None)
        if at is None:
            self.left.emit()
            return
        opinion = journal.get("opinion", self.opinion)
        rows = [replace(row, cells=(row.cells[at],)) for row in whole.rows]
        about = _by(opinion, journal), _about(opinion, journal)
        drawn = (opinion.changed, about, rows, len(whole.columns))
        if drawn != self._drawn:
            self._drawn = drawn
            self._put(Reading(opinion, about[0], rows, about[1]), whole, at)

    def _put(self, shown: Reading, whole: Grid, at: int) -> None:
        self._clear()
        self.shown = shown
        for signal, own in (
            (self.shown.printed, self.printed),
            (self.shown.edited, self.edited),
            (self.shown.place_wanted, self.place_wanted),
            (self.shown.left, self.left),
            (self.shown.turned, self.turned),
        ):
            signal.connect(own)
        if len(whole.columns) > 1:
            following = whole.columns[(at + 1) % len(whole.columns)]
            self.shown.offer(following.title, following.id)
        self.content.addWidget(self.shown)

    def close_opinion(self) -> None:
        """Show nothing."""
        self.opinion = ""
        self._clear()

    def _clear(self) -> None:
        if self.shown is not None:
            drop(self.shown, self.content)
            self.shown = None

    def focus_start(self) -> None:
        """Begin with the way back."""
        if self.shown is not None:
            self.shown.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        super().resizeEvent(event)
        self.updateGeometry()


def _by(opinion: Any, journal: Journal) -> str:
    """Say who gave it, when and how."""
    how = _(journal.kinds["opinion"].by_name["how"].label_of(opinion.how)) if opinion.how else ""
    day = opinion.date.words() if opinion.date else ""
    parts = (journal.name(opinion.provider), day, how[:1].lower() + how[1:])
    return ", ".join(part for part in parts if part) or _(
        "Not written down yet who said it, or when"
    )


def _about(opinion: Any, journal: Journal) -> tuple[str, ...]:
    """Say in which letter it is, what was looked at, and the person's notes."""
    names = journal.names()
    seen = [names(entry) for entry in (*opinion.records_seen, *opinion.results_seen)]
    known = (
        (_("Written in: {what}"), names(opinion.record)),
        (_("Given at: {what}"), names(opinion.appointment)),
        (_("They looked at: {what}"), " · ".join(name for name in seen if name)),
        (_("Your notes: {what}"), opinion.notes),
    )
    return tuple(words.format(what=what) for words, what in known if what)
