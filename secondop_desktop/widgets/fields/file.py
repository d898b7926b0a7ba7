"""A file to take into the journal: chosen, dropped or pasted."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QFileDialog, QWidget

from secondop_desktop.journal.values.sizes import size_words
from secondop_desktop.lang import _
from secondop_desktop.paths import documents_folder
from secondop_desktop.widgets.background.given_files import TAKES_FILES, given_files
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.labels import muted
from secondop_desktop.widgets.fields.base import FieldEdit, Parts
from secondop_desktop.widgets.fields.chosen_box import Chosen
from secondop_desktop.widgets.fields.file_words import type_words
from secondop_desktop.widgets.layout.flow_row import Flow


class FileField(FieldEdit):
    """The path of the file chosen, or None; a file kept already is shown by `show_kept`.

    Several files at once are told by `several`, and chosen is none: whoever asked says what becomes
    of them. A picture pasted from another program is told by `pasted`, because it has no path.
    """

    chosen = Signal(Path)
    several = Signal(list)
    pasted = Signal(QImage)

    def __init__(self, filters: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters = filters
        self._value: Path | None = None
        self.setAcceptDrops(True)
        self.setProperty(TAKES_FILES, True)
        self.choose = Button(_("Choose a file…"), "attach")
        self.paste = Button(_("Paste"), "copy")
        self.change = Button(_("Change…"), rank=Rank.QUIET)
        self.shown = Chosen(self.change)
        self._way_in = QWidget()
        self._lay_out()
        self.choose.clicked.connect(self.ask)
        self.change.clicked.connect(self.ask)
        self.paste.clicked.connect(self.take_pasted)
        self._show()

    def _lay_out(self) -> None:
        row = Flow(self._way_in)
        row.addWidget(self.choose)
        row.addWidget(self.paste)
        drop = muted(_("or drop it here"))
        drop.setWordWrap(False)
        row.addWidget(drop)
        self.body.addWidget(self._way_in)
        self.body.addWidget(self.shown)

    def value(self) -> Path | None:
        """Return the path chosen, or None."""
        return self._value

    def parts(self) -> Parts:
        """Each button says what it is about."""
        return [
            (self.choose, f"{self.choose.text()} {self.label()}"),
            (self.paste, f"{self.paste.text()} {self.label()}"),
            (self.change, f"{self.change.text()} {self.shown.name.text()}"),
        ]

    def focus_widget(self) -> QWidget:
        """Return the button that opens the file dialog."""
        return self.choose if self.shown.isHidden() else self.change

    def show_kept(self, name: str, size: int) -> None:
        """Show a file that is in the journal already; `size` in bytes."""
        self.shown.say(name, f"{type_words(name)}, {size_words(size)}")
        self._show(kept=True)

    def clear(self) -> None:
        """Show that there is no file."""
        self._fill(None)

    def ask(self) -> None:
        """Let the user choose a file."""
        dialog = QFileDialog(self, _("Choose a file"), str(documents_folder()), self._filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self._take([Path(path)]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_pasted(self) -> None:
        """Take what was copied elsewhere: files or a picture."""
        copied = QGuiApplication.clipboard().mimeData()
        if paths := given_files(copied).files:
            self._take(paths)
        elif copied.hasImage():
            self.pasted.emit(QGuiApplication.clipboard().image())
        else:
            self.set_note(_("Nothing to paste. Copy a file or a picture first."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste by keyboard as well."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take_pasted()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files."""
        if given_files(event.mimeData()).files:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files dropped."""
        self._take(given_files(event.mimeData()).files)
        event.acceptProposedAction()

    def _fill(self, value: Path | None) -> None:
        self._value = value
        if value:
            size = value.stat().st_size if value.is_file() else 0
            self.shown.say(value.name, f"{type_words(value.name)}, {size_words(size)}")
        self._show()

    def _show(self, *, kept: bool = False) -> None:
        there = kept or self._value is not None
        self.shown.setVisible(there)
        self._way_in.setVisible(not there)
        self.set_note("")
        self._tell_access()

    def _take(self, paths: Sequence[Path]) -> None:
        if len(paths) > 1:
            self.several.emit(list(paths))
        elif paths:
            self._fill(paths[0])
            self._changed()
            self.chosen.emit(paths[0])
