"""The page of appointments: those to come first, and one of them before, at and after it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from secondop_desktop.features.appointments.form import QuestionForm, TaskForm
from secondop_desktop.features.appointments.page import calendar
from secondop_desktop.features.appointments.page.after import AfterView
from secondop_desktop.features.appointments.page.appointment_view import AppointmentView
from secondop_desktop.features.appointments.page.during import DuringView
from secondop_desktop.features.appointments.page.prepare import PrepareView
from secondop_desktop.features.appointments.page.visit import Visit
from secondop_desktop.features.appointments.rules.coming import coming_first, is_over
from secondop_desktop.journal.values.clock import local_now
from secondop_desktop.lang import N_, _, ngettext
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.feedback.saved_file import SavedFileNotice
from secondop_desktop.widgets.forms.entry_dialog import edit_in_dialog
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.forms.unsaved_changes import leave_unsaved
from secondop_desktop.widgets.kind_pages.entry_rows import row_item, row_items
from secondop_desktop.widgets.kind_pages.reading_page import ReadingPage
from secondop_desktop.widgets.lists.rich_list import RowItem
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone

_SHOWN = ("question", "answer", "task", "opinion", "record")
"""What the views of an appointment show besides it."""


class AppointmentsPage(ReadingPage):
    """Lists appointments; one that is opened shows its views, a new one its form."""

    own_order = N_("What comes next first")
    not_copied = frozenset({"status", "notes", "summary", "next_steps", "unsure", "opinion_place"})
    """What came of an appointment is not what comes of the next one like it."""

    def build(self) -> None:
        """Place the list, the notice, and what takes the whole window at an appointment."""
        self.at_visit: DuringView | None = None
        self._last: dict[str, str] = {}
        self._views: dict[str, str] = {}
        self._coming: list[str] = []
        self.said = SavedFileNotice()
        self.passing(self.said)
        self.calendar_button = Button(_("Save all to a calendar…"), "calendar", parent=self)
        super().build()
        self.calendar_button.clicked.connect(self._save_all)
        self.add_action(self.calendar_button)
        self.content.insertWidget(0, self.said)
        self.watch.day.turned.connect(self.look)

    @property
    def view(self) -> AppointmentView | None:
        """The appointment that is shown."""
        return self.reading if isinstance(self.reading, AppointmentView) else None

    def _set_margins(self, around: int = 0) -> None:
        self.scroller.set_margins(around)

    def heard(self) -> Iterable[str]:
        """Return the kinds listed, and those that the views show."""
        return *super().heard(), *_SHOWN

    def rows(self) -> list[Any]:
        """Return the appointments, those to come first."""
        held = self.journal.entries("appointment", person=self.person)
        return list(coming_first(held, local_now()))

    def rows_as_items(self, rows: Sequence[Any]) -> Sequence[RowItem]:
        """Return the rows; what is still to come says so."""
        kind, names, now = self.kind, self.journal.names(), local_now()

        def made(row: Any) -> RowItem:
            item = row_item(kind, row, names)
            if item.status is not None or is_over(row, now):
                return item
            return replace(item, status=Status(_("To come"), Tone.INFO))

        return row_items(rows, made, lambda row: kind.is_draft(row) or not is_over(row, now))

    def refresh(self) -> None:
        """Show the appointments as they are saved now."""
        if self.at_visit is not None and self._is_here(self.at_visit.visit.entry):
            self.at_visit.refresh()  # The list behind it is shown again, and anew, afterwards.
            return
        self._drop_visit()
        super().refresh()
        self._coming = self._to_come(self.listed)
        self.calendar_button.setVisible(bool(self.list.items()))

    def look(self) -> None:
        """Show what is over by now, and what comes next."""
        if self._to_come(self.rows()) != self._coming:
            self.refresh()

    def _to_come(self, rows: Sequence[Any]) -> list[str]:
        """Return what is not over yet, by its ids: such rows stand first and say so."""
        now = local_now()
        return [row.id for row in rows if not is_over(row, now)]

    # Opening ---------------------------------------------------------------------------------

    def open_entry(self, entry: str, *, focus: bool = False) -> None:
        """Show an appointment, or with the focus in it; one that is gone opens nothing."""
        super().open_entry(entry)
        if focus:
            self._focus_first()

    def _read(self, entry: str) -> None:
        if self.view is not None and self.view.entry == entry:
            self.view.refresh()
            return
        view = AppointmentView(Visit(self.journal, entry), self.kind)
        view.made.connect(lambda: self._join_view(view))
        view.during_wanted.connect(self.go_during)
        view.begin(self._views.pop(entry, ""))
        self._show_reading(view)

    def _join_view(self, view: AppointmentView) -> None:
        shown = view.shown
        if shown is None:
            return
        shown.question_wanted.connect(self._edit_question)
        if isinstance(shown, PrepareView):
            shown.change_wanted.connect(self.edit_chosen)
            shown.calendar_wanted.connect(self._save_one)
            shown.pdf_wanted.connect(partial(self.place_wanted.emit, "pdf"))
            shown.record_wanted.connect(self.entry_wanted)
        elif isinstance(shown, AfterView):
            shown.task_wanted.connect(self._edit_task)
            shown.opinion_wanted.connect(self.entry_wanted)
            shown.record_wanted.connect(self.entry_wanted)

    def _show(self, entry: str | None) -> Form:
        """Let the form take the pane; after Done the same view comes back."""
        self._drop_visit()
        if self.view is not None:
            self._views[self.view.entry] = self.view.view
        return super()._show(entry)

    def may_leave(self) -> bool:
        """Save what is being typed; False when it cannot be saved and the person stays."""
        return self.flush() or leave_unsaved(self, self)

    def flush(self) -> bool:
        """Save what is being typed; False when the file could not take it."""
        parts = (self.form, self.view, self.at_visit)
        saved = [part.flush() for part in parts if part is not None]
        return all(saved)

    def focus_start(self) -> None:
        """Begin where the person was: at the appointment, else in the list."""
        if self.at_visit is not None:
            self.at_visit.take_focus()
        elif self.panes.single and self.here():
            self._focus_first()
        else:
            super().focus_start()

    def _focus_first(self) -> None:
        if self.view is not None and self.view.shown is not None:
            self.view.shown.take_focus()
        else:
            super()._focus_first()

    # At the appointment ----------------------------------------------------------------------

    def go_during(self) -> None:
        """Let the appointment take the whole window, at the question that was shown last."""
        if self.view is None or not self.flush():
            return
        entry = self.view.visit.entry
        self.at_visit = DuringView(self.view.visit, self._last.get(entry, ""))
        self.at_visit.left.connect(self._come_back)
        self.add(self.at_visit, 1)
        self._take_page(True)
        self.at_visit.show()
        self.at_visit.take_focus()
        announce(self, self.at_visit.accessibleName())

    def _take_page(self, whole: bool) -> None:
        """Leave the window to the appointment, or show again what else there is."""
        for part in (self.bar, self.panes):
            part.setVisible(not whole)
        self.act_row.hold_back(whole)
        self._set_margins(Space.MEDIUM if whole else 0)
        self.whole_window_wanted.emit(whole)
        if whole:
            self.said.hide()
            self.empty.hide()

    def _come_back(self, finished: bool) -> None:
        """Return to where the person was, or go on to After when all was asked."""
        visit, self._last[self.here()] = (
            self.at_visit,
            self.at_visit.current if self.at_visit else "",
        )
        self._drop_visit()
        if visit is None or self.view is None:
            return
        if finished:
            count = visit.visit.settle()
            self.view.turn_to("after")
            self._tell_settled(count)
        self.refresh()
        if finished:
            self._focus_first()
        else:
            self.view.during.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_settled(self, count: int) -> None:
        if count and self.view is not None:
            text = ngettext(
                "{count} question is marked as answered.",
                "{count} questions are marked as answered.",
                count,
            )
            self.view.say(text.format(count=count), Tone.SUCCESS)

    def _drop_visit(self) -> None:
        if self.at_visit is not None:
            drop(self.at_visit, self.content)
            self.at_visit = None
            self._take_page(False)

    # What its views ask for ------------------------------------------------------------------

    def _edit_question(self, question: str) -> None:
        self._edit("question", QuestionForm, question, {})

    def _edit_task(self, task: str) -> None:
        """Open a task, or begin one that belongs to this appointment."""
        visit = self.here()
        self._edit("task", TaskForm, task or None, {"linked": (visit,)})
        shown = self.view.shown if self.view is not None else None
        if not task and isinstance(shown, AfterView):
            shown.add_task.setFocus()

    def _edit(self, kind: str, form: type[Form], entry: str | None, more: dict[str, Any]) -> None:
        if self.view is None or not self.flush():
            return
        case = self.view.visit.row.case
        given = {"person": self.person, "case": case, **more}
        edit_in_dialog(form(self.journal, self.watch, self.journal.kinds[kind], entry, given), self)

    def _save_one(self) -> None:
        if self.view is not None and self.flush():
            row = self.view.visit.row
            said = calendar.ask_and_save(self, self.journal, [row], self.view.visit.title)
            if said is not None:
                self.view.tell(said)

    def _save_all(self) -> None:
        """Save all but private ones, which are told."""
        rows = self.rows()
        open_rows = [row for row in rows if not row.private]
        name = _("Appointments {name}").format(name=self.journal.name(self.person))
        said = calendar.ask_and_save(self, self.journal, open_rows, name)
        if said is None:
            return
        text = " ".join(filter(None, (said.text, _private(len(rows) - len(open_rows)))))
        calendar.tell(self.said, said._replace(text=text))
        self.calendar_button.setFocus()


def _private(count: int) -> str:
    text = ngettext(
        "{count} private appointment is left out.",
        "{count} private appointments are left out.",
        count,
    )
    return text.format(count=count) if count else ""
