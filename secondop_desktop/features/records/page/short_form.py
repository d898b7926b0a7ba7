"""A few questions about a record in a window over the page, saved by one press."""

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.labels import Label, heading
from secondop_desktop.widgets.dialogs.scrolling_dialog import ScrollingDialog
from secondop_desktop.widgets.feedback.notice import ErrorSummary, Problem
from secondop_desktop.widgets.fields import FieldEdit, LineField
from secondop_desktop.widgets.forms.field_factory import bound_field
from secondop_desktop.widgets.forms.labelled_field import Question
from secondop_desktop.widgets.forms.question_problems import show_problems


class ShortForm(ScrollingDialog):
    """Asks what ``put`` places into it; Enter saves, Escape leaves all as it was.

    ``missing`` says, untranslated, what to do where a question must be answered and is not.
    """

    missing: ClassVar[Mapping[str, str]] = {}

    def __init__(self, parent: QWidget, journal: Journal, title: str, text: str = "") -> None:
        super().__init__(parent, title)
        self.journal, self.kind = journal, journal.kinds["record"]
        self.edits: dict[str, FieldEdit] = {}
        self.summary = ErrorSummary()
        self.content.addWidget(heading(title, 2))
        if text:
            self.content.addWidget(Label(text))
        self.content.addWidget(self.summary)
        self._add_buttons()

    def _add_buttons(self) -> None:
        self.save = Button(_("Save"), "check", Rank.PRIMARY)
        self.save.setDefault(True)
        self.save.clicked.connect(self.finish)
        self.buttons.addWidget(self.save)
        self.leave = self.add_cancel()
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
        self.content.addWidget(Question(label, edit, hint))
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
        first = next(iter(self.edits.values()))
        first.focus_widget().setFocus(Qt.FocusReason.OtherFocusReason)
