"""A few questions about a record in a window over the page, saved by one press."""

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.labels import Label, heading
from secondop_desktop.widgets.feedback.notice import ErrorSummary, Problem
from secondop_desktop.widgets.fields import FieldEdit, LineField
from secondop_desktop.widgets.forms.field_factory import bound_field
from secondop_desktop.widgets.forms.labelled_field import Question
from secondop_desktop.widgets.forms.question_problems import show_problems
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.layout.scroll_column import ScrollColumn
from secondop_desktop.widgets.theme import Space

_CHARS = 64


class ShortForm(QDialog):
    """Asks what ``put`` places into it; Enter saves, Escape leaves all as it was.

    ``missing`` says, untranslated, what to do where a question must be answered and is not.
    """

    missing: ClassVar[Mapping[str, str]] = {}

    def __init__(self, parent: QWidget, journal: Journal, title: str, text: str = "") -> None:
        super().__init__(parent)
        self.journal, self.kind = journal, journal.kinds["record"]
        self.edits: dict[str, FieldEdit] = {}
        self.summary = ErrorSummary()
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.column = ScrollColumn(self, wide=True)
        self.column.set_margins(Space.WIDE)
        self._into = self.column.content
        self._into.setSpacing(Space.MEDIUM)
        self._into.addWidget(heading(title, 2))
        if text:
            self._into.addWidget(Label(text))
        self._into.addWidget(self.summary)
        self.save = Button(_("Save"), "check", Rank.PRIMARY)
        self.leave = Button(_("Cancel"))
        self._place()

    def _place(self) -> None:
        buttons = Flow()
        buttons.setContentsMargins(Space.WIDE, Space.SMALL, Space.WIDE, Space.LARGE)
        buttons.addWidget(self.save)
        buttons.addWidget(self.leave)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.column, 1)
        whole.addLayout(buttons)
        self.save.setDefault(True)
        self.save.clicked.connect(self.finish)
        self.leave.clicked.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.finish)

    def ask(self, name: str, label: str = "", hint: str = "", value: Any = None) -> FieldEdit:
        """Ask for a field of the record with the input that fits it."""
        field = self.kind.by_name[name]
        return self.put(name, bound_field(self.kind, field), label or _(field.label), hint, value)

    def ask_who(self, name: str, label: str, hint: str = "", who: str | None = None) -> FieldEdit:
        """Ask for a doctor or place by name; those known are offered while typing."""
        known = sorted({row.name for row in self.journal.entries("provider") if row.name})
        value = self.journal.name(who) or None if who else None
        return self.put(name, LineField(known), label, hint, value)

    def put(self, name: str, edit: FieldEdit, label: str, hint: str, value: Any) -> FieldEdit:
        """Place a question with this input, answered already where a value is known."""
        self.edits[name] = edit
        self._into.addWidget(Question(label, edit, hint))
        if value is not None:
            edit.put(value)
        return edit

    def value(self, name: str) -> Any:
        """Return what is answered, or None."""
        return self.edits[name].value()

    def problems(self) -> list[Problem]:
        """Return what is missing or cannot be read, in the order of the questions."""
        return show_problems(self.edits, self._lacks)

    def _lacks(self, name: str, edit: FieldEdit) -> str:
        return "" if edit.value() else _(self.missing.get(name, ""))

    def finish(self) -> None:
        """Close with the answers, or say what stands in the way."""
        problems = self.problems()
        self.summary.show_problems(problems)
        if not problems:
            self.accept()

    def run(self) -> bool:
        """Wait; True when the answers are to be saved."""
        self._make_ready()
        return bool(self.exec())

    def begin(self) -> None:
        """Open over the window; ``accepted`` or ``rejected`` follow."""
        self._make_ready()
        self.open()

    def _make_ready(self) -> None:
        self._fit()
        first = next(iter(self.edits.values()))
        first.focus_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """Be as tall as the questions need, as far as the window over which it stands allows."""
        parent = self.parentWidget()
        room = (parent.window() if parent is not None else self).size()
        width = min(self.fontMetrics().averageCharWidth() * _CHARS, room.width() - Space.HUGE)
        wanted = self.column.content.totalHeightForWidth(width - 2 * Space.WIDE) + 2 * Space.WIDE
        foot = self.save.sizeHint().height() + 2 * Space.LARGE + Space.SMALL
        self.resize(width, min(wanted + foot, room.height() - Space.HUGE))
