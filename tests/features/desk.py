"""What a test of a form needs: entries to refer to, and the form on a screen."""

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.journal.file import Journal
from secondop_desktop.widgets.background.watch import Watch
from secondop_desktop.widgets.controls.disclosure import More
from secondop_desktop.widgets.fields import FieldEdit
from secondop_desktop.widgets.forms.entry_dialog import EntryDialog
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.layout.scroll_column import ScrollColumn
from secondop_desktop.window.kind_lookup import form_of

WIDTH, HEIGHT = 640, 800


class Desk:
    """A journal with Margaret Evans and her case; ``open`` shows a form as a page would."""

    def __init__(self, journal: Journal, qtbot: QtBot) -> None:
        self.journal, self.qtbot = journal, qtbot
        self.watch = Watch(journal)
        self._shown: list[QWidget] = []
        self.person: str | None = None
        self.case: str | None = None
        self.person = self.add("person", name="Margaret Evans")
        self.case = self.add("case", question="Operate now, or wait?")

    def add(self, kind: str, **values: Any) -> str:
        """Write an entry of hers."""
        own: dict[str, Any] = {} if kind == "person" else {"person": self.person}
        if "case" in self.journal.kinds[kind].types:
            own["case"] = self.case
        with self.journal.change("add") as change:
            return change.add(kind, **{**own, **values})

    def full(self, kind: str, values: dict[str, Any]) -> str:
        """Write an entry with these values; as a person it is she herself."""
        if kind != "person" or self.person is None:
            return self.add(kind, **values)
        with self.journal.change("edit") as change:
            change.edit(kind, self.person, **values)
        return self.person

    def get(self, form: Form) -> Any:
        """Return the form's entry as it is saved, after saving what waits."""
        assert form.flush()
        assert form.draft.entry is not None
        return self.journal.get(form.kind.name, form.draft.entry)

    def open(self, kind: str, entry: str | None = None, **given: Any) -> Any:
        """Show the form of an entry, or an empty one."""
        found = self.journal.kinds[kind]
        own = {"case": self.case} if "case" in found.types else {}
        start = {"person": self.person, **own, **given}
        form = form_of(found)(self.journal, self.watch, found, entry, start)
        self.show(form)
        return form

    def show(self, form: Form) -> None:
        """Put it into a column that scrolls, as wide as beside a list."""
        column = ScrollColumn(wide=True)
        column.content.addWidget(form)
        column.resize(WIDTH, HEIGHT)
        self.qtbot.addWidget(column)
        self._shown.append(column)
        column.show()
        settle()

    def clear(self) -> None:
        """Take everything off the screen, so that the next test begins with none of it."""
        self.watch.stop()
        for column in self._shown:
            column.close()
            column.deleteLater()
        self._shown.clear()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def type(self, edit: FieldEdit, text: str) -> None:
        """Type into the field's first input."""
        into = edit.focus_widget()
        into.setFocus()
        QTest.keyClicks(into, text)

    def answer(self, edit: FieldEdit, words: str) -> None:
        """Choose an answer by its words."""
        button = next(part for part, name in edit.parts() if name == words)
        assert isinstance(button, QAbstractButton)
        button.click()

    def press(self, button: QAbstractButton) -> None:
        """Press a button by keyboard."""
        QTest.keyClick(button, Qt.Key.Key_Space)


def opened() -> EntryDialog:
    """Return the window that is open over the page."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EntryDialog)
    return dialog


def settle() -> None:
    """Let layouts take their places."""
    for _turn in range(4):
        QApplication.processEvents()


def unfold(form: QWidget) -> None:
    """Open all that is folded away."""
    for fold in form.findChildren(More):
        fold.open()
    settle()
