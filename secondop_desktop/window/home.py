"""Home: what comes next, the seven steps, and what needs doing."""

from datetime import datetime

from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from secondop_desktop.features.cases.rules import STATUSES, Stage
from secondop_desktop.lang import _
from secondop_desktop.widgets.button import Button, Rank
from secondop_desktop.widgets.card import Card
from secondop_desktop.widgets.columns import Columns
from secondop_desktop.widgets.empty import Empty
from secondop_desktop.widgets.notice import Notice
from secondop_desktop.widgets.page import Page
from secondop_desktop.widgets.row_paint import Row
from secondop_desktop.widgets.rows import Rows
from secondop_desktop.widgets.tab_order import stops
from secondop_desktop.widgets.tag import Status
from secondop_desktop.widgets.text import heading, muted, paragraph
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.tone import Tone
from secondop_desktop.window.places import Around
from secondop_desktop.window.today import Today, counted_questions, facts, read_today

_TASKS_SHOWN = 4
_QUESTIONS_SHOWN = 3


class HomePage(Page):
    """The journey on the left, what is near on the right."""

    def __init__(self, around: Around) -> None:
        super().__init__(_("Home"))
        self._around = around
        self._parts: list[QWidget] = []
        around.watch.on(around.journal.kinds, self.refresh, self)
        self.refresh()

    def refresh(self) -> None:
        """Read the journal again and lay the page out anew; the focus stays on its line."""
        line = self._focused_line()
        for part in self._parts:
            self.content.removeWidget(part)
            part.hide()
            part.deleteLater()
        now = datetime.now()  # noqa: DTZ005 - appointments are kept in local time
        today = read_today(self._around.journal, self._around.person, self._around.case, now)
        self.set_title(self._around.journal.name(self._around.person) or _("Home"))
        near = self._near(today, now)
        if today.case:
            self._parts = [self._next(today), Columns(self._steps(today), near, (3, 2))]
        else:
            coming = [self._next(today)] if today.appointment else []
            self._parts = [*coming, self._start(), near]
        for part in self._parts:
            self.add(part)
            part.show()
        if line:
            self._focus_line(line)

    def _focused_line(self) -> str:
        has = QApplication.focusWidget()
        return _name(has) if has is not None and self.isAncestorOf(has) else ""

    def _focus_line(self, line: str) -> None:
        reached = (stop for stop in stops(self) if stop.isVisibleTo(self))
        same = next((stop for stop in reached if _name(stop) == line), None)
        if same is not None:
            same.setFocus()
        else:
            self.focus_start()

    # What comes next ------------------------------------------------------------------------

    def _next(self, today: Today) -> QWidget:
        """Say the one thing that comes next, with a button that leads there."""
        text, verb, target = self._next_words(today)
        box = Notice(text, Tone.INFO, _("Next"))
        go = Button(verb, "arrow-right", Rank.PRIMARY)
        go.clicked.connect(lambda: self.place_wanted.emit(target))
        box.add_action(go)
        return box

    def _next_words(self, today: Today) -> tuple[str, str, str]:
        row = today.appointment
        if row is not None:
            who = self._around.journal.name(row.provider) or row.purpose
            when = row.when.words(weekday=True)
            text = _("Get ready for {who}, {when}").format(who=who, when=when)
            return text, _("See the appointment"), f"appointment:{row.id}"
        if today.next_step is not None:
            title = _(today.next_step.step.title)
            text = _("Step {number}: {title}").format(number=today.next_step.step.key, title=title)
            return text, _("Open this step"), f"case:{today.next_step.key}"
        return _("All seven steps are done."), _("See them"), "case"

    # The journey ----------------------------------------------------------------------------

    def _start(self) -> QWidget:
        empty = Empty(
            "case",
            _("What is your question?"),
            _(
                "A second opinion begins with a question. From there seven steps lead to the day "
                "you tell your doctors what you decided."
            ),
            _("Start with the question"),
        )
        empty.pressed.connect(lambda: self.place_wanted.emit("case"))
        return empty

    def _steps(self, today: Today) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addWidget(heading(_("Seven steps to a second opinion"), 2))
        if today.case.question:
            column.addWidget(muted(f"“{today.case.question}”"))
        rows = Rows(_("Seven steps to a second opinion"))
        known = facts(today)
        for stage in today.stages:
            rows.add(stage.key, step_row(stage, known.get(stage.key, "")))
        rows.chosen.connect(lambda key: self.place_wanted.emit(f"case:{key}"))
        column.addWidget(rows)
        column.addStretch(1)
        return whole

    # What is near ---------------------------------------------------------------------------

    def _near(self, today: Today, now: datetime) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.LARGE)
        for part in (self._questions(today), self._tasks(today, now), self._recent(today)):
            column.addWidget(part)
        column.addStretch(1)
        return whole

    def _questions(self, today: Today) -> QWidget:
        card = Card(_("Questions to ask"))
        shown = today.questions[:_QUESTIONS_SHOWN]
        if not shown:
            card.add(paragraph(_("No open questions. Write them down as they come to you.")))
        for row in shown:
            card.add(paragraph(f"• {row.text}"))
        if len(today.questions) > len(shown):
            card.add(muted(counted_questions(today.questions)))
        card.add_action(self._way(_("All questions"), "question"))
        return card

    def _tasks(self, today: Today, now: datetime) -> QWidget:
        if not today.tasks:
            card = Card(_("To do"))
            card.add(paragraph(_("Nothing to do at the moment.")))
            card.add_action(self._way(_("Add something to do"), "task"))
            return card
        whole, rows = _titled(_("To do"))
        for task in today.tasks[:_TASKS_SHOWN]:
            due = _("by {date}").format(date=task.due.words()) if task.due else ""
            late = bool(task.due and task.due.last_day < now.date())
            status = Status(_("Overdue"), Tone.WARNING) if late else None
            rows.add(task.id, Row(task.text, due, status=status, icon="task"))
        rows.chosen.connect(lambda key: self.entry_wanted.emit(str(key)))
        return whole

    def _recent(self, today: Today) -> QWidget:
        whole, rows = _titled(_("Changed last"))
        for kind, entry, title in today.recent:
            icon = self._around.journal.kinds[kind].icon
            rows.add(entry, Row(title, _(self._around.journal.kinds[kind].label), icon=icon))
        rows.chosen.connect(lambda key: self.entry_wanted.emit(str(key)))
        if not today.recent:
            whole.hide()
        return whole

    def _way(self, text: str, place: str) -> Button:
        button = Button(text, "arrow-right", Rank.QUIET)
        button.clicked.connect(lambda: self.place_wanted.emit(place))
        return button


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def _titled(title: str) -> tuple[QWidget, Rows]:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.SMALL)
    rows = Rows(title)
    column.addWidget(heading(title, 2))
    column.addWidget(rows)
    return whole, rows


def step_row(stage: Stage, known: str) -> Row:
    """Return a step as a row: finished ones say so plainly, others wear a tag."""
    title = f"{stage.step.key}  {_(stage.step.title)}"
    if stage.round > 1:
        title = _("{step} (time {number})").format(step=title, number=stage.round)
    words = _(dict(STATUSES)[stage.status])
    if stage.finished:
        return Row(title, known, words)
    tone = Tone.INFO if stage.status == "in progress" else Tone.PLAIN
    return Row(title, known, status=Status(words, tone))
