"""One appointment in the page: its name, and what is done before, at and after it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from secondop_desktop.features.appointments.page import calendar
from secondop_desktop.features.appointments.page.after import AfterView
from secondop_desktop.features.appointments.page.prepare import PrepareView
from secondop_desktop.features.appointments.page.visit import Visit
from secondop_desktop.features.appointments.rules.coming import is_over
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.values.clock import local_now
from secondop_desktop.lang import _
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.labels import heading, small
from secondop_desktop.widgets.feedback.saved_file import SavedFileNotice
from secondop_desktop.widgets.kind_pages.entry_view import ReadEntry
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.layout.tab_order import follow_layout
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone

View = PrepareView | AfterView


class AppointmentView(ReadEntry):
    """Prepare before its day is over, After from then on; During is asked of the page."""

    during_wanted = Signal()
    made = Signal()
    """Another view was made and is to be connected."""

    def __init__(self, visit: Visit, kind: Kind) -> None:
        super().__init__()
        self.visit, self.kind, self.entry = visit, kind, visit.entry
        self.said = SavedFileNotice()
        self.shown: View | None = None
        self._build()
        self.show_title()

    def _build(self) -> None:
        self.title, self.owner = heading("", 2), small("")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.MEDIUM)
        names = QVBoxLayout()
        self._column.addLayout(names)
        names.setSpacing(Space.HAIR)
        names.addWidget(self.title)
        names.addWidget(self.owner)
        self._place_switch()
        self._column.addWidget(self.said)

    def _place_switch(self) -> None:
        row = Flow(spacing=Space.SMALL)
        self._column.addLayout(row)
        self.prepare = Button(_("Prepare"), "list")
        self.during = Button(_("During"), "note")
        self.after = Button(_("After"), "check")
        for button in (self.prepare, self.during, self.after):
            row.addWidget(button)
        for button in (self.prepare, self.after):
            button.setCheckable(True)
        self.during.setAccessibleDescription(_("Takes the whole window"))
        self.prepare.clicked.connect(lambda: self.turn_to("prepare"))
        self.after.clicked.connect(lambda: self.turn_to("after"))
        self.during.clicked.connect(self.during_wanted)
        self.opinion = Button("", "opinion")
        self.opinion.clicked.connect(self._write_opinion)
        row.addWidget(self.opinion)

    def _write_opinion(self) -> None:
        if isinstance(self.shown, AfterView):
            self.shown.write_opinion()

    def _offer_opinion(self) -> None:
        """Offer the opinion at the top where one was given, so that nobody scrolls for it."""
        there = self.visit.opinion() is not None
        self.opinion.setText(_("Open the opinion") if there else _("Write down the opinion"))
        given = there or bool(self.visit.row.opinion_place)
        self.opinion.setVisible(given and self.view == "after")

    def show_title(self) -> None:
        """Say what it is for and whose it is."""
        row = self.visit.row
        self.title.setText(self.kind.title(row, self.visit.journal.name))
        self.owner.setText(" · ".join([_(self.kind.label), self.visit.journal.name(row.person)]))

    def begin(self, view: str = "") -> None:
        """Show this view, or the one that fits the day."""
        over = is_over(self.visit.row, local_now())
        self.turn_to(view or ("after" if over else "prepare"))

    @property
    def view(self) -> str:
        """The key of the view shown: ``prepare`` or ``after``."""
        return "after" if isinstance(self.shown, AfterView) else "prepare"

    def turn_to(self, view: str) -> None:
        """Show one of the two; what is typed in the other is saved first."""
        if self.shown is not None:
            if not self.shown.flush():
                self._tell_view()
                return
            drop(self.shown, self._column)
        self.shown = AfterView(self.visit) if view == "after" else PrepareView(self.visit)
        self._tell_view()
        self._column.addWidget(self.shown)
        self.shown.show()
        self.said.hide()
        self.made.emit()
        follow_layout(self)

    def _tell_view(self) -> None:
        """Mark the view that is shown; both buttons stay in the order of Tab, unlike a group's."""
        self.prepare.setChecked(self.view == "prepare")
        self.after.setChecked(self.view == "after")
        self._offer_opinion()

    def say(self, text: str, tone: Tone) -> None:
        """Say how an act went."""
        self.said.say(text, tone)
        self.said.show()

    def tell(self, said: calendar.Said) -> None:
        """Say that a calendar was saved, or why not."""
        calendar.tell(self.said, said)

    def refresh(self) -> None:
        """Show what is saved now."""
        self.show_title()
        if self.shown is not None:
            self.shown.refresh()
            self._offer_opinion()

    def flush(self) -> bool:
        """Save what is being typed; False when the file could not take it."""
        return self.shown is None or self.shown.flush()
