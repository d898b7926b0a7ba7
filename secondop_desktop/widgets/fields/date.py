"""A date in three typed boxes, because people rarely remember or find the exact day in a grid."""

from dataclasses import replace
from datetime import date, time

from PySide6.QtWidgets import QCheckBox, QWidget

from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, time_words
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.fields.base import FieldEdit, Parts
from secondop_desktop.widgets.fields.calendar import CalendarPopup
from secondop_desktop.widgets.fields.captioned import Captioned
from secondop_desktop.widgets.fields.clarify import Ask
from secondop_desktop.widgets.fields.date_parts import DateParts, Needs
from secondop_desktop.widgets.fields.date_words import is_certain
from secondop_desktop.widgets.fields.line import Line
from secondop_desktop.widgets.fields.low_row import LowRow
from secondop_desktop.widgets.fields.tab_start import TabStart


class DateField(FieldEdit):
    """A PartialDate from boxes for day, month and year, which may be partly empty.

    `clock` adds a box for the time of day, `needs` says what must be known on Done. A value
    that has a time, or is only about, shows its box even where the field does not ask for it.
    """

    def __init__(
        self,
        *,
        clock: bool = False,
        about: bool = True,
        needs: Needs = "year",
        calendar: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._needs, self._with_clock, self._with_about = needs, clock, about
        self._before = ""
        self._tab_start = TabStart(self)
        self.day, self.month = Line(3, self), Line(11, self)
        self.year, self.clock = Line(5, self), Line(9, self)
        self.about = QCheckBox(_("About, not exact"), self)
        self.button = Button(_("Calendar"), "calendar", parent=self)
        self.button.setVisible(calendar)
        self._which, self._half = Ask(self), Ask(self)
        self._lay_out()
        self._connect_signals()
        self._tab_start.lead(self.parts())
        self._show_extras()

    def _lay_out(self) -> None:
        self._clock_box = Captioned(_("Time"), self.clock)
        row = LowRow(self.day)
        self.body.addLayout(row)
        boxes = ((_("Day"), self.day), (_("Month"), self.month), (_("Year"), self.year))
        for caption, box in boxes:
            row.addWidget(Captioned(caption, box))
        for widget in (self._clock_box, self.button, self.about):
            row.addWidget(widget)
        self.body.addWidget(self._which)
        self.body.addWidget(self._half)

    def _connect_signals(self) -> None:
        for box in self._boxes():
            box.textChanged.connect(self._typed_in)
        self.about.toggled.connect(self._changed)
        self.day.editingFinished.connect(self._spread_or_ask)
        self.clock.editingFinished.connect(self._ask_half)
        self.button.clicked.connect(self._open_calendar)
        self._which.answered.connect(self._spread)
        self._half.answered.connect(self._take_clock)

    # The contract -----------------------------------------------------------------------

    def value(self) -> PartialDate | None:
        """Return the date, or None when empty or not readable."""
        return self.texts().date()

    def typed(self) -> str:
        """Return the text of all boxes, a line each, while they make no date."""
        texts = self.texts()
        return "" if texts.date() else texts.draft

    def problem(self) -> str | None:
        """Describe what is missing or wrong."""
        return self.texts().problem(self.label(), self._needs)

    def parts(self) -> Parts:
        """The boxes say Day, Month, Year and Time; the label is the description of each."""
        boxes = [(self.day, _("Day")), (self.month, _("Month")), (self.year, _("Year"))]
        rest = [(self.clock, _("Time")), (self.button, self.button.text())]
        asks = [*self._which.parts(), *self._half.parts()]
        return [*boxes, *rest, (self.about, self.about.text()), *asks]

    def texts(self) -> DateParts:
        """Return what stands in the boxes."""
        day, month, year, clock = (box.text().strip() for box in self._boxes())
        return DateParts(day, month, year, clock, self.about.isChecked())

    def _fill(self, value: PartialDate | None) -> None:
        self._write(DateParts.of(value))

    def _fill_typed(self, text: str) -> None:
        self._write(DateParts.from_draft(text))
        self._ask_which()

    def focus_question(self) -> bool:
        """Go to the first answer of what is asked of the typed date; False when nothing is."""
        asked = [*self._which.buttons, *self._half.buttons]
        if asked:
            asked[0].setFocus()
        return bool(asked)

    # Inside -----------------------------------------------------------------------------

    def _boxes(self) -> tuple[Line, Line, Line, Line]:
        return self.day, self.month, self.year, self.clock

    def _write(self, texts: DateParts, *, keep_undo: bool = False) -> None:
        self._which.clear()
        self._half.clear()
        shown = (texts.day, texts.month, texts.year, texts.clock)
        for box, text in zip(self._boxes(), shown, strict=True):
            if text != box.text():
                (box.write if keep_undo else box.setText)(text)
                box.home(False)
        self.about.setChecked(texts.about)
        self._show_extras()

    def _show_extras(self) -> None:
        self._clock_box.setVisible(self._with_clock or bool(self.clock.text()))
        self.about.setVisible(self._with_about or self.about.isChecked())
        date = self.value() if self._with_clock else None
        self.set_note(date.words(weekday=True) if date and date.day else "")

    def _typed_in(self) -> None:
        pasted = len(self.day.text()) - len(self._before) > 1
        self._before = self.day.text()
        if self._filling:
            return
        self._which.clear()
        self._half.clear()
        if pasted:
            self._spread_or_ask()
        elif self.texts().meanings:
            self._ask_which()
        self._show_extras()
        self._changed()

    def _spread_or_ask(self) -> None:
        """Spread a whole date in the first box over all boxes, also over what stood there before.

        What can be two dates is asked as soon as it stands there; what can go on is not moved.
        """
        whole = self.texts().whole
        if whole and is_certain(self.day.text()):
            self._spread(whole[0])
        elif self.texts().meanings:
            self._ask_which()

    def _ask_which(self) -> None:
        meanings = self.texts().meanings
        question = _("Which date is {text}?").format(text=self.day.text().strip())
        self._which.ask(question, [(date, date.words()) for date in meanings])
        self._place_asked()

    def _ask_half(self) -> None:
        clocks = self.texts().clocks
        if len(clocks) == 2:
            question = _("Which time is {text}?").format(text=self.clock.text().strip())
            words = [(at, time_words(at.hour, at.minute)) for at in clocks]
            self._half.ask(question, words)
            self._place_asked()

    def _place_asked(self) -> None:
        self._tab_start.lead(self.parts())
        self._tell_access()

    def _spread(self, date: PartialDate) -> None:
        texts = DateParts.of(replace(date, about=date.about or self.about.isChecked()))
        kept = texts if texts.clock else replace(texts, clock=self.clock.text())
        had_focus = any(button.hasFocus() for button in self._which.buttons)
        with self._quietly():
            self._write(kept, keep_undo=True)
        if had_focus:
            self.year.setFocus()
        self._changed()

    def _take_clock(self, clock: time) -> None:
        self.clock.setFocus()
        self.clock.write(time_words(clock.hour, clock.minute))

    def _open_calendar(self) -> None:
        known = self.value()
        popup = CalendarPopup(known.first_day if known else None, self.button)
        popup.picked.connect(self._pick)
        popup.open()

    def _pick(self, day: date) -> None:
        self._spread(PartialDate.of(day))
        self.button.setFocus()
