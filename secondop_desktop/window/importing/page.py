"""Bring in files: choose them, see what would happen, and agree."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog

from secondop_desktop import settings
from secondop_desktop.errors import LockedArchiveError, UserError
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.incoming.plan import Plan
from secondop_desktop.exchange.incoming.table_memory import learned, remembered
from secondop_desktop.exchange.letting_go import let_go
from secondop_desktop.exchange.people.somebody_else import SomebodyElseError
from secondop_desktop.exchange.progress import Step
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.background import jobs
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.background.given_files import TAKES_FILES, given_files
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.controls.labels import heading
from secondop_desktop.widgets.dialogs.progress import ProgressDialog
from secondop_desktop.widgets.feedback.notice import Notice
from secondop_desktop.widgets.fields.flag import TickField
from secondop_desktop.widgets.lists.rich_list import RowItem, RowList
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.widgets.theme.tone import Tone
from secondop_desktop.window.importing.columns_panel import ColumnsPanel
from secondop_desktop.window.importing.open_questions import Asking
from secondop_desktop.window.importing.pasting import PastedFile, copied_lines
from secondop_desktop.window.importing.plan_rows import counted, items, preview
from secondop_desktop.window.importing.stranger import StrangerPanel
from secondop_desktop.window.importing.what_came import WhatCame
from secondop_desktop.window.locked_archive import LockedArchivePanel
from secondop_desktop.window.places import PageContext

T = TypeVar("T")
_ROWS_IN_SIGHT = 6
"""Of what would happen, below what is asked; where nothing is, it has all the room itself."""


def _telling(job: jobs.Job, title: str) -> Step:
    return lambda text, done, total: job.say(text or title, done, total)


class ImportPage(Page):
    """Nothing is written before the person has seen the plan and agreed."""

    def __init__(self, around: PageContext) -> None:
        super().__init__(_("Bring in files"), scrolls=False)
        self._around = around
        self.plan: Plan | None = None
        self._rows: Sequence[RowItem] = ()
        self._paths: tuple[Path, ...] = ()
        self._answers: dict[str, str] = {}
        self._person = ""
        self._zip_password = ""
        self._pasted = PastedFile()
        self.destroyed.connect(self._pasted.let_go)
        self._add_buttons()
        self.said = self.passing(Notice(""))
        self.said.hide()
        self.what = WhatCame()
        self.what.clicked.connect(lambda: self.place_wanted.emit(self.what.place))
        self.summary = heading("", 2)
        self.list = RowList(_("What would happen"))
        self.empty = self._nothing_chosen()
        self.asking = Asking()
        self.asking.answered.connect(self._answer)
        self.columns = ColumnsPanel()
        self.columns.answered.connect(self._answer_column)
        self.locked = LockedArchivePanel()
        self.locked.given.connect(self._open_archive)
        self.stranger = StrangerPanel()
        self.stranger.chosen.connect(self._read_for)
        self.stranger.other_files_wanted.connect(self._ask_files)
        self.keep = TickField(_("Keep the files themselves in the journal too"))
        self.keep.set_value(True)
        for part in (
            *(self.said, self.what, self.stranger, self.locked, self.asking, self.columns),
            *(self.summary, self.empty),
        ):
            self.add(part)
        self.add(self.list, 1)
        self.add(self.keep)
        self.content.addStretch(0)  # what is left where no list takes it
        self.setAcceptDrops(True)
        self.setProperty(TAKES_FILES, True)
        self._show_plan(None)

    def _add_buttons(self) -> None:
        self.choose = Button(_("Choose files…"), "open")
        self.paste_table = Button(_("Paste a table"), "copy")
        self.agree = Button(_("Bring them in"), "check", Rank.PRIMARY)
        self.choose.clicked.connect(self._ask_files)
        self.agree.clicked.connect(self._apply)
        self.folder = Button(_("Choose a folder or disc…"), "open")
        self.folder.clicked.connect(self._ask_folder)
        self.paste_table.clicked.connect(self._paste)
        self.add_action(self.choose)
        self.add_action(self.folder)
        self.add_action(self.paste_table)
        self.add_action(self.agree)

    def _nothing_chosen(self) -> Empty:
        empty = Empty(
            "import",
            _("Letters, scans, photos, results"),
            _(
                "Choose files, or drop them here: PDFs, photos and any other file are kept as "
                "records; spreadsheets, tables and health data (FHIR, C-CDA, Apple Health) are "
                "read entry by entry; an archive of a journal comes in whole. You see what would "
                "happen before anything is written."
            ),
            _("Choose files…"),
            action_icon="open",
        )
        empty.pressed.connect(self._ask_files)
        return empty

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the files dropped."""
        event.acceptProposedAction()
        self.read(given_files(event.mimeData()).paths)

    def _ask_files(self) -> None:
        names, _chosen = QFileDialog.getOpenFileNames(self, _("Choose files"))
        self.read([Path(name) for name in names])

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, _("Choose a folder or disc"))
        self.read([Path(name)] if name else [])

    def read(self, paths: Sequence[Path]) -> None:
        """Read files into a plan, away from the window."""
        if paths:
            self._pasted.let_go()
            self._begin(paths)

    def take_table(self, text: str) -> None:
        """Read a table that was pasted into a plan, as a file of its own."""
        try:
            path = self._pasted.write(text)
        except (UserError, OSError) as error:
            self._say(str(error), Tone.ERROR)
            return
        self._begin([path])

    def _paste(self) -> None:
        if text := copied_lines():
            self.take_table(text)
        else:
            said = _("There is no table to paste. Copy the rows first, with their headings.")
            self._say(said, Tone.WARNING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste lines of results; files and pictures go the way of every page."""
        if event.matches(QKeySequence.StandardKey.Paste) and (text := copied_lines()):
            self.take_table(text)
        else:
            super().keyPressEvent(event)

    def _begin(self, paths: Sequence[Path]) -> None:
        if paths:
            self._paths, self._answers, self._person = tuple(paths), {}, ""
            self._zip_password = ""
            self._read(self._show_first)

    def _open_archive(self, password: str) -> None:
        """Read an archive again with its password, which is kept only while it is open here."""
        self._zip_password = password
        self._read(self._show_first)

    def _read_for(self, person: str) -> None:
        """Make the plan for somebody whom the user named for these files."""
        self._person = person
        self._read(self._show_first)

    def _answer(self, answers: dict[str, str]) -> None:
        """Make the plan anew; the keyboard stays at the question, as the next may follow it."""
        columns = {key: one for key, one in self._answers.items() if key in self.columns.combos}
        self._read_anew({**columns, **answers}, self._show_answered)

    def _answer_column(self, key: str, role: str) -> None:
        """Make the plan anew with what a column holds; the keyboard stays there."""
        self._read_anew({**self._answers, key: role}, self._show_column)

    def _show_column(self, plan: Plan) -> None:
        self._show_plan(plan)
        self.columns.focus_last()

    def _read_anew(self, answers: dict[str, str], show: Callable[[Plan], None]) -> None:
        """Make the plan with other answers; where that is stopped the one before holds."""
        before, self._answers = (self.plan, self._answers), answers
        self._read(show, *before)

    def _read(
        self,
        show: Callable[[Plan], None],
        before: Plan | None = None,
        answered: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Make the plan; the one shown until now can no longer be agreed to."""
        self.plan = None
        journal, paths, answers = self._around.journal, self._paths, dict(self._answers)
        known = remembered(settings.load().table_answers)
        person, sure = self._person or self._around.person or None, bool(self._person)
        password = self._zip_password
        around = self._around

        def work(job: jobs.Job) -> tuple[Plan, Sequence[RowItem]]:
            plan = importing.read(
                paths,
                journal,
                person,
                answers,
                sure=sure,
                remembered=known,
                zip_password=password,
                step=_telling(job, _("Reading the files")),
            )
            return plan, items(plan, around)

        def done(told: tuple[Plan, Sequence[RowItem]]) -> None:
            plan, self._rows = told
            show(plan)

        def stopped() -> None:
            self._answers = dict(answered)
            self._show_plan(before)
            self._say_stopped()

        self._start(_("Reading the files"), work, done, stopped)

    def _show_first(self, plan: Plan) -> None:
        self._show_plan(plan)
        self.scroller.verticalScrollBar().setValue(0)
        self.focus_start()

    def _show_answered(self, plan: Plan) -> None:
        self._show_plan(plan)
        self.asking.focus_last()

    def _apply(self) -> None:
        """Bring in what the plan says; where a question is open, lead to it instead."""
        plan, journal = self.plan, self._around.journal
        if self.asking.focus_open():
            announce(self, _("Answer the question first."))
        elif plan is not None:
            keep = self.keep.value()
            self._remember(plan)
            done = self._done_whole if self._is_archive(plan) else self._done
            held, self.plan = [(plan, self._rows)], None
            self._show_rows(())  # which hold the plan, and would let go of all of it at once

            def work(job: jobs.Job) -> Sequence[str]:
                """Let go of a long plan bit by bit: all at once would stop the window."""
                step = _telling(job, _("Bringing them in"))
                plan, rows = held[0]
                ids = importing.apply(journal, plan, keep_files=keep, step=step)
                held.clear()
                all_of_it: list[object] = []
                if not plan.parts:
                    all_of_it += [*plan.new, *plan.changed, *plan.same]
                del plan, rows
                let_go(all_of_it)
                return ids

            title, again = _("Bringing them in"), lambda: self._take_back(held)
            self._start(title, work, done, again, at_once=plan.keeps_readers_out)

    def _take_back(self, held: list[tuple[Plan, Sequence[RowItem]]]) -> None:
        """Have the plan again that was not carried out to its end: it can be agreed to anew."""
        for self.plan, rows in held:
            self._show_rows(rows)
        self._say_stopped()

    def _say_stopped(self) -> None:
        self._say(_("You stopped it, so nothing was brought in."), Tone.INFO)
        self.focus_start()

    def _show_rows(self, rows: Sequence[RowItem]) -> None:
        self._rows = rows
        self.list.set_items(rows)

    def _remember(self, plan: Plan) -> None:
        """Keep what was answered about tables for the next ones with the same headings."""
        held = settings.load()
        told = learned(held.table_answers, plan, self._answers)
        if told != held.table_answers:
            settings.save(replace(held, table_answers=told))

    def _start(
        self,
        title: str,
        work: Callable[[jobs.Job], T],
        done: Callable[[T], None],
        stopped: Callable[[], None],
        *,
        at_once: bool = False,
    ) -> None:
        self.said.hide()
        progress = ProgressDialog(self, title)

        def end(found: T) -> None:
            progress.finish()
            done(found)

        def fail(error: Exception) -> None:
            progress.finish()
            self._fail(error)

        def stop() -> None:
            progress.finish()
            stopped()

        progress.start(at_once=at_once)
        run = self._around.run
        running = jobs.start(run, work, self, done=end, failed=fail, stopped=stop)
        running.said.connect(progress.say)
        progress.cancelled.connect(running.job.cancel)

    def _show_plan(self, plan: Plan | None) -> None:
        self.plan = plan
        self._rows = self._rows if plan else ()
        self.stranger.show_stranger(None)
        self.locked.hide()
        self.what.hide()
        shown = preview(plan, self._around) if plan else ""
        self.asking.show_questions(plan.questions if plan else (), shown)
        self.columns.show_tables(plan.tables if plan else ())
        asked = plan is not None and bool(plan.questions or plan.tables)
        self.list.keep_in_sight(_ROWS_IN_SIGHT if asked else 0)
        new = len(plan.new) + len(plan.changed) if plan else 0
        self.agree.setVisible(bool(new))
        self.keep.setVisible(plan is not None and bool(new) and not plan.of_journal)
        self.empty.setVisible(plan is None)
        self.choose.setVisible(plan is not None)
        self.list.setVisible(plan is not None)
        self.summary.setVisible(plan is not None)
        self.content.setStretch(self.content.count() - 1, int(plan is None))
        if plan is not None:
            self.summary.setText(counted(plan, self._around))
            self._show_rows(self._rows)
            announce(self, self.summary.text())
            if plan.notices:
                tone = Tone.INFO if plan.certain else Tone.WARNING
                self._say("\n".join(plan.notices), tone)

    def _is_archive(self, plan: Plan | None) -> bool:
        """Tell whether what comes in is a journal: then the file is nothing to look up later."""
        return plan is not None and plan.whole is not None

    def _done_whole(self, ids: Sequence[str]) -> None:
        self._show_plan(None)
        text = ngettext(
            "{number} entry is here again, with its files and its history.",
            "{number} entries are here again, with their files and their history.",
            len(ids),
        )
        self._say(text.format(number=len(ids)), Tone.SUCCESS)
        self.focus_start()

    def _done(self, ids: Sequence[str]) -> None:
        self._pasted.let_go()
        self._show_plan(None)
        text = ngettext(
            "{number} entry was added or changed. Undo takes it back as a whole.",
            "{number} entries were added or changed. Undo takes them back as a whole.",
            len(ids),
        )
        self._say(text.format(number=len(ids)), Tone.SUCCESS)
        only_papers = self.what.offer(self._around.journal, ids)
        self.focus_start()
        if only_papers:
            self.place_wanted.emit(self.what.place)

    def focus_start(self) -> None:
        """Begin with choosing files, or with agreeing to what certainly is this person's."""
        if self.stranger.focus_start() or self.asking.focus_open():
            return
        if not self.what.isHidden():
            self.what.setFocus()
            return
        start = self.empty.button if self.plan is None else self.choose
        agrees = self.plan is not None and self.plan.certain and not self.agree.isHidden()
        (self.agree if agrees else start).setFocus()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._show_plan(None)
        if isinstance(error, SomebodyElseError):
            self._show_stranger(error)
        elif isinstance(error, LockedArchiveError):
            self._show_locked(error)
        else:
            self._say(str(error), Tone.ERROR)

    def _show_locked(self, error: LockedArchiveError) -> None:
        self.empty.hide()
        self.locked.ask(error.in_window)
        announce(self, error.in_window)
        self.locked.focus_start()

    def _show_stranger(self, found: SomebodyElseError) -> None:
        self.empty.hide()
        self.stranger.show_stranger(found)
        announce(self, found.in_window)
        self.focus_start()

    def _say(self, text: str, tone: Tone) -> None:
        self.said.say(text, tone)
        self.said.show()
        self.bring_into_sight(self.said)
        announce(self, text)
