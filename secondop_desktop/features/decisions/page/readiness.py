"""The four checks before deciding: the newest one, what each "no" leads to, and earlier ones."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from secondop_desktop.features.decisions.rules.checks import CHECKS, Check, answered_no, tasks_of
from secondop_desktop.lang import N_, _, in_short
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import heading, paragraph, small
from secondop_desktop.widgets.controls.tag import Status, Tag
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.lists.button_rows import Rows
from secondop_desktop.widgets.lists.rich_row_painting import Row
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone

_ANSWERS = {
    True: Status(N_("Yes"), Tone.SUCCESS),
    False: Status(N_("Not yet"), Tone.PLAIN, "circle"),
    None: Status(N_("Not answered"), Tone.PLAIN),
}
_HELPS = {
    "sure": ("option", N_("Go to the options")),
    "know_options": ("question", N_("Go to your questions")),
    "clear_values": ("option", N_("Go to benefits and risks")),
}
"""The screen that helps after a "no", and the words of the button that leads there."""


def past_row(row: Any) -> Row:
    """Say the day of a check, and what was answered with no or is still open."""
    no = [_(check.label) for check in answered_no(row)]
    left = [_(check.label) for check in CHECKS if getattr(row, check.field) is None]
    said = (
        _("Not yet: {checks}").format(checks=" · ".join(no)) if no else "",
        _("Not answered: {checks}").format(checks=" · ".join(left)) if left else "",
        in_short(row.notes),
    )
    detail = "\n".join(part for part in said if part)
    return Row(row.date.words() if row.date else _("No date"), detail or _("Yes to all four"))


class ReadinessCard(Card):
    """Shows checks, the newest first; what is to be done about them is left to its page."""

    check_wanted = Signal(str)
    """A check is to be opened in its form; an empty text asks for a new one."""
    task_wanted = Signal(str, str)
    """A "no" is to become a task: the id of the check, and which of the four it is."""
    entry_wanted = Signal(str)
    place_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Are you ready to decide?"), parent)
        self.tasks: dict[str, Button] = {}
        self._newest = ""
        self.add(small(_("Four short checks. You can go through them again on another day.")))
        self._body: QWidget | None = None
        self.again = Button("", "add")
        self.again.clicked.connect(lambda: self.check_wanted.emit(""))
        self.change = Button(_("Change these answers"), "edit", Rank.QUIET)
        self.add_action(self.again)
        self.add_action(self.change)
        self.change.clicked.connect(lambda: self.check_wanted.emit(self._newest))
        self.past = Rows(_("Earlier checks"))
        self.past.chosen.connect(lambda entry: self.check_wanted.emit(str(entry)))
        self._past_heading = heading(_("Earlier checks"), 3)
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.addWidget(self._past_heading)
        outer.addWidget(self.past)

    def show_checks(self, rows: Sequence[Any], tasks: Sequence[Any]) -> None:
        """Show the newest check whole and the others as rows."""
        self._clear()
        self._newest = rows[0].id if rows else ""
        words = _("Check again") if rows else _("Go through the four checks")
        self.again.setText(words)
        self.change.setVisible(bool(rows))
        if rows:
            self._show_newest(rows[0], tasks_of(rows[0], tasks))
        for row in rows[1:]:
            self.past.add(row.id, past_row(row)).show()
        for part in (self.past, self._past_heading):
            part.setVisible(len(rows) > 1)

    def _clear(self) -> None:
        self.tasks = {}
        self.past.clear()
        if self._body is not None:
            drop(self._body, self.content)
            self._body = None

    def _show_newest(self, row: Any, tasks: Mapping[str, Any]) -> None:
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addWidget(heading(row.date.words() if row.date else _("No date"), 3))
        for check in CHECKS:
            column.addWidget(self._check(row, check, tasks.get(check.field)))
        if row.notes:
            column.addWidget(small(in_short(row.notes)))
        self.add(self._body)
        self._body.show()

    def _check(self, row: Any, check: Check, task: Any) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        answer = getattr(row, check.field)
        status = _ANSWERS[answer]
        line = QHBoxLayout()
        column.addLayout(line)
        line.setSpacing(Space.SMALL)
        line.addWidget(paragraph(_(check.label)), 1)
        tag = Tag(Status(_(status.word), status.tone, status.icon))
        line.addWidget(tag, 0, Qt.AlignmentFlag.AlignTop)
        if answer is False:
            column.addWidget(small(_(check.to_do)))
            column.addWidget(self._what_helps(row, check, task))
        return made

    def _what_helps(self, row: Any, check: Check, task: Any) -> QWidget:
        made = QWidget()
        line = Flow(made)
        button = self._task_button(row, check, task)
        button.setObjectName(f"task/{check.field}")
        self.tasks[check.field] = button
        line.addWidget(button)
        if check.field in _HELPS:
            place, words = _HELPS[check.field]
            go = Button(_(words), "arrow-right", Rank.QUIET)
            go.setAccessibleDescription(_(check.to_do))
            go.clicked.connect(lambda: self.place_wanted.emit(place))
            line.addWidget(go)
        return made

    def _task_button(self, row: Any, check: Check, task: Any) -> Button:
        """Lead to the task that this has become, or make it one."""
        if task is None:
            button = Button(_("Make it a task"), "task")
            button.clicked.connect(lambda: self.task_wanted.emit(row.id, check.field))
        else:
            words = _("Open the task (done)") if task.done else _("Open the task")
            button = Button(words, "check" if task.done else "task")
            button.clicked.connect(lambda: self.entry_wanted.emit(task.id))
        button.setAccessibleDescription(task.text if task else _(check.to_do))
        return button
