"""The user's own mark on one aspect: four buttons, the word and a note, and a menu for the rest."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from secondop_desktop.features.opinions.page.cell_editors import TextEditor
from secondop_desktop.features.opinions.page.inline_editing import InPlace
from secondop_desktop.features.opinions.page.mark_buttons import MarkButtons, mark_words
from secondop_desktop.features.opinions.rules.side_by_side import Row
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import IconButton
from secondop_desktop.widgets.forms.autosave import Autosave
from secondop_desktop.widgets.forms.draft import EntryDraft
from secondop_desktop.widgets.theme import Space, Text, icons

NOT_DISCUSSED = "not discussed"
_OPENS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_NOTE_LINES = 2
"""Lines of a note that are shown; all of it is there once it is pressed."""


class MarkEdit(QWidget):
    """How the opinions compare in one aspect, in the user's own judgement.

    ``stepped`` carries columns and rows to move by, away from the mark.
    """

    failed = Signal(str)
    saved = Signal()
    resized = Signal()
    stepped = Signal(int, int)
    asked = Signal()
    """The person wants to turn this aspect into a question."""

    def __init__(
        self, journal: Journal, row: Row, given: dict[str, Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._label = _(row.label)
        draft_given = {**given, "aspect": row.aspect}
        self.draft = EntryDraft(journal, journal.kinds["mark"], row.mark_id or None, draft_given)
        self.mark = MarkButtons(self)
        self.mark.set_label(_("Your mark: {aspect}").format(aspect=self._label))
        self.autosave = Autosave(self.draft, {"mark": self.mark}, self)
        self.autosave.follow("mark", self.mark)
        self._add_menu()
        self._add_note()
        self._connect_signals()
        self.show_row(row)

    def _add_menu(self) -> None:
        self.more = IconButton(_("More for: {aspect}").format(aspect=self._label), "more", self)
        self.more.installEventFilter(self)
        self.menu = QMenu(self.more)
        self.menu.setAccessibleName(self.more.accessibleName())
        self.menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self.menu)

    def _add_note(self) -> None:
        named = _("Your note: {aspect}").format(aspect=self._label)
        self.note = InPlace(
            _("Not marked yet"),
            lambda: TextEditor(self.draft, "note", named),
            self,
            Text.SMALL,
            lines=_NOTE_LINES,
            unfolds=False,
        )
        self.note.name(named)

    def _connect_signals(self) -> None:
        self.mark.edited.connect(self._keep)
        self.mark.pointed.connect(self._point)
        self.mark.stepped.connect(self.stepped)
        self.autosave.failed.connect(self.failed)
        self.autosave.saved.connect(self.saved)
        self.note.failed.connect(self.failed)
        self.note.saved.connect(self.saved)
        self.note.resized.connect(self.resized)
        self.note.stepped.connect(self.stepped)
        self.note.changed.connect(self._say_note)

    # What is shown -------------------------------------------------------------------------

    def show_row(self, row: Row) -> None:
        """Show what is saved, except what is being typed."""
        if self.draft.entry != (row.mark_id or None):
            self.draft.entry = row.mark_id or None
            self.note.drop_editor()
            self.autosave.forget()
        if "mark" not in self.autosave.waiting():
            self.mark.put(row.mark)
        self.note.words.say(row.note)
        self._say_mark()
        if self.note.editor is not None:
            self.note.editor.show_saved()

    def _say_note(self, _entry: str) -> None:
        row = self.draft.row()
        self.note.words.say(row.note if row is not None else "")

    def _say_mark(self) -> None:
        """Say the mark in words before the note."""
        if self.note.words.lead(mark_words(self.mark.value() or "")):
            self.resized.emit()

    def _point(self, mark: str) -> None:
        """Say what a button means while the pointer or the focus is on it."""
        if not self.note.words.said():
            self.note.words.lead(mark_words(mark or self.mark.value() or ""))

    def _keep(self) -> None:
        """Save the mark at once, and say it aloud."""
        self._say_mark()
        self.autosave.flush()
        announce(self, mark_words(self.mark.value() or "") or _("Not marked"))

    # What can be done ----------------------------------------------------------------------

    def _fill_menu(self) -> None:
        self.menu.clear()
        note = _("Change your note") if self.note.words.said() else _("Add a note")
        self.menu.addAction(icons.menu_icon("note"), note, self._open_note)
        ask = _("Turn into a question")
        self.menu.addAction(icons.menu_icon("question"), ask, self.asked.emit)
        self.menu.addSeparator()
        value = self.mark.value() or ""
        sign = icons.menu_icon("not-discussed")
        other = self.menu.addAction(sign, _("Mark as not discussed"))
        other.setCheckable(True)
        other.setChecked(value == NOT_DISCUSSED)
        other.triggered.connect(lambda: self.mark.choose(NOT_DISCUSSED))
        none = self.menu.addAction(_("Take the mark away"), lambda: self.mark.set_mark(""))
        none.setEnabled(bool(value))

    def _open_note(self) -> None:
        self.note.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys of the marks work on the menu's button too; Enter opens the menu."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return event.key() not in _OPENS and self.mark.press_key(event)
        return super().eventFilter(watched, event)

    def flush(self) -> bool:
        """Save what is waiting; False when the file could not take it."""
        return self.autosave.flush() and self.note.flush()

    # Room ----------------------------------------------------------------------------------

    def stops(self) -> Iterator[QWidget]:
        """Yield what Tab reaches, in order."""
        yield from self.mark.buttons.values()
        yield self.more
        yield from self.note.stops()

    def _beside(self, width: int) -> bool:
        """Tell whether the menu finds room beside the buttons, else beside the word."""
        needed = self.mark.sizeHint().width() + Space.HAIR + self._menu_width()
        return needed <= width

    def _menu_width(self) -> int:
        return min(self.more.sizeHint().width(), self.mark.sizeHint().height() + Space.SMALL)

    def _note_width(self, width: int) -> int:
        return width if self._beside(width) else width - self._menu_width()

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width in device-independent pixels."""
        note = self.note.heightForWidth(self._note_width(width))
        high = self.mark.sizeHint().height()
        return high + (note if self._beside(width) else max(note, high))

    def place(self) -> None:
        """Put the buttons over the word and the note."""
        wide, row, width = self.width(), self.mark.sizeHint(), self._note_width(self.width())
        self.mark.setGeometry(0, 0, row.width(), row.height())
        self.mark.place()
        beside = self._beside(wide)
        left, top = (wide - self._menu_width(), 0) if beside else (width, row.height())
        self.more.setGeometry(left, top, self._menu_width(), row.height())
        self.note.setGeometry(0, row.height(), width, self.note.heightForWidth(width))
        self.note.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        super().resizeEvent(event)
        self.place()
