"""What a cell becomes while someone writes in it: the inputs of one statement, note or summary."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.combo_box import StillCombo
from secondop_desktop.widgets.controls.labels import small
from secondop_desktop.widgets.fields import (
    FieldEdit,
    LineField,
    NumberField,
    TextField,
    TickField,
)
from secondop_desktop.widgets.fields.base import Parts
from secondop_desktop.widgets.forms.autosave import Autosave
from secondop_desktop.widgets.forms.draft import EntryDraft
from secondop_desktop.widgets.forms.entry_offers import source
from secondop_desktop.widgets.picker.matching import Choice
from secondop_desktop.widgets.theme import Space

MOST_LINES = 14
_MOST_PAGES = 9_999
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Editor(QWidget):
    """Saves what is typed into one entry.

    ``failed`` carries a sentence when the file could not take it, ``done`` follows Escape,
    ``went_on`` Ctrl+Enter, ``resized`` says that another height is wanted.
    """

    failed = Signal(str)
    saved = Signal()
    done = Signal()
    went_on = Signal()
    resized = Signal()

    def __init__(self, draft: EntryDraft, edits: dict[str, FieldEdit], text: TextField) -> None:
        super().__init__()
        self.draft, self.edits, self.text = draft, edits, text
        self.autosave = Autosave(draft, edits, self)
        self.autosave.failed.connect(self.failed)
        self.autosave.saved.connect(self.saved)
        for name, edit in edits.items():
            self.autosave.follow(name, edit)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Space.HAIR)
        self.column.addWidget(text)
        self.show_saved()

    def show_saved(self) -> None:
        """Show what is saved, except what is being typed."""
        row, waiting = self.draft.row(), self.autosave.waiting()
        for name, edit in self.edits.items():
            if name not in waiting:
                unread = row.unread.get(name, "") if row is not None else ""
                edit.put(getattr(row, name) if row is not None else None, unread)

    def begin(self, typed: str = "") -> None:
        """Take the focus; a letter typed before goes to the end of the text."""
        self.text.setFocus()
        cursor = self.text.text.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.text.text.setTextCursor(cursor)
        if typed:
            self.text.text.insertPlainText(typed)

    def flush(self) -> bool:
        """Save what is waiting; False when the file could not take it."""
        return self.autosave.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is done, Ctrl+Enter too and goes on; what was typed is saved, as everywhere."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        elif event.key() in _ENTER and held == Qt.KeyboardModifier.ControlModifier:
            self.went_on.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Ask for another height when the text grows."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return super().event(event)


class TextEditor(Editor):
    """One text of an entry, such as a note."""

    def __init__(self, draft: EntryDraft, field: str, label: str) -> None:
        text = TextField(1, MOST_LINES)
        text.set_label(label)
        super().__init__(draft, {field: text}, text)


class ListField(FieldEdit):
    """One of some answers, or none, in a list no wider than ``letters`` need."""

    def __init__(
        self, none: str, answers: Iterable[tuple[str, str]], letters: int, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.combo = StillCombo(self)
        self.combo.setMinimumContentsLength(letters)
        self.combo.addItem(none, None)
        for key, text in answers:
            self.combo.addItem(text, key)
        self.combo.currentIndexChanged.connect(self._changed)
        self.body.addWidget(self.combo)

    def value(self) -> str | None:
        """Return the key of the answer, or None."""
        found = self.combo.currentData()
        return str(found) if found else None

    def parts(self) -> Parts:
        """The list carries the label's name."""
        return [(self.combo, "")]

    def _fill(self, value: str | None) -> None:
        self.combo.setCurrentIndex(max(0, self.combo.findData(value)))


class RecordField(ListField):
    """One of the person's records, or none, in a list that fits into a column."""

    def __init__(self, records: Sequence[Choice]) -> None:
        super().__init__(_("In no record"), ((one.id, one.title) for one in records), 8, None)

    def _fill(self, value: str | None) -> None:
        if value and self.combo.findData(value) < 0:
            self.combo.addItem(_("A record that is in the bin"), value)
        super()._fill(value)


class PageField(NumberField):
    """The number of a page, which takes little room."""

    def __init__(self) -> None:
        super().__init__(1, _MOST_PAGES)


class StatementEdit(Editor):
    """The text of one statement, where it says so, and "not discussed"."""

    def __init__(
        self,
        journal: Journal,
        entry: str | None,
        given: dict[str, Any],
        opinion: str,
        aspect: str,
    ) -> None:
        records = source(journal, (journal.kinds["record"],), lambda: str(given["person"] or ""))
        self.source, self.record, self.page = LineField(), RecordField(records()), PageField()
        self.not_discussed = TickField(_("Not discussed"))
        text = TextField(2, MOST_LINES)
        edits: dict[str, FieldEdit] = {
            "text": text,
            "source": self.source,
            "record": self.record,
            "page": self.page,
            "not_discussed": self.not_discussed,
        }
        super().__init__(EntryDraft(journal, journal.kinds["statement"], entry, given), edits, text)
        self._sourced: list[QWidget] = []
        self._beside(_("Where it says so"), self.source)
        self._beside(_("The letter or record, and its page"), self.record)
        self._place_page()
        self.column.addWidget(self.not_discussed)
        self._name(opinion, aspect)
        for edit in (text, self.record):
            edit.edited.connect(self._arrange)
        self._arrange()

    def _beside(self, label: str, edit: FieldEdit) -> None:
        words = small(label)
        words.setBuddy(edit.focus_widget())
        self.column.addWidget(words)
        self.column.addWidget(edit)
        self._sourced += [words, edit]

    def _place_page(self) -> None:
        """Put the page beside the record."""
        self.column.removeWidget(self.record)
        row = QHBoxLayout()
        self.column.addLayout(row)
        row.setSpacing(Space.HAIR)
        row.addWidget(self.record, 1)
        row.addWidget(self.page)

    def _name(self, opinion: str, aspect: str) -> None:
        """Name the inputs for screen readers: the aspect and whose words these are."""
        said = f"{aspect}, {opinion}"
        self.text.set_label(said)
        self.source.set_label(
            _("Where {opinion} says so: {aspect}").format(opinion=opinion, aspect=aspect)
        )
        self.record.set_label(_("Letter or record: {what}").format(what=said))
        self.page.set_label(_("Page of that record: {what}").format(what=said))
        self.not_discussed.set_label(
            _("{opinion}: {aspect} not discussed").format(opinion=opinion, aspect=aspect)
        )

    def show_saved(self) -> None:
        """Show what is saved, and what there is to ask beside it."""
        super().show_saved()
        if hasattr(self, "_sourced"):
            self._arrange()

    def _arrange(self) -> None:
        """Ask for the source only beside a text, and for "not discussed" only without one."""
        said = bool(self.text.value())
        for part in self._sourced:
            part.setVisible(said)
        self.page.setVisible(said and bool(self.record.value() or self.page.line.text()))
        self.not_discussed.setVisible(not said)
