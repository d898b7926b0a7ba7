"""Looks whether the open file is still ours; if not, offers to keep what was written elsewhere."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.journal.beside import (
    WrittenHere,
    begin_beside,
    otherwise_there,
    without_file,
)
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.clock import local_now
from secondop_desktop.lang import _
from secondop_desktop.widgets.dialogs.messages import confirm, tell
from secondop_desktop.widgets.forms.autosave import Autosave
from secondop_desktop.window.ground_words import told_of


class WrittenOver(QObject):
    """Looks when the window comes to the front and when something could not be saved.

    ``kept`` carries the path of a new journal that holds what was written here, and what is to be
    said of the rest in it.
    """

    kept = Signal(str, str)

    def __init__(self, window: QWidget, journal: Journal, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._journal = window, journal
        self._written = WrittenHere()
        self._opened = local_now()
        self._leave = journal.watch(self._written.note)
        self._asked = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look when the window is activated; the event goes on its way."""
        if event.type() == QEvent.Type.WindowActivate:
            self.look_soon()
        return super().eventFilter(watched, event)

    def look_soon(self) -> None:
        """Look with the next turn, when what goes on just now is over."""
        QTimer.singleShot(0, self, self.look)

    def look(self) -> None:
        """Ask once what to do where the file is another one, or holds another's bytes.

        While another question stands over the window, this one waits until that is answered.
        """
        busy = QApplication.activeModalWidget() is not None
        if busy or self._asked or self._journal.is_in_place():
            return
        self._asked = True
        if self._wants_to_keep():
            self._keep()

    def _wants_to_keep(self) -> bool:
        text = _(
            "Another program has written over {file}, moved it, or put another one in its place. "
            "Programs that keep folders the same on two computers do this. Nothing more is saved "
            "in it, so that nothing gets mixed up.\n\nWhat you wrote here can be kept in a new "
            "journal beside it. The other file stays as it is, and you can compare the two."
        )
        return confirm(
            self._window,
            _("Your journal was changed from outside"),
            text.format(file=self._journal.path.name),
            _("Keep what I wrote in a new journal"),
            _("Not now"),
        )

    def _keep(self) -> None:
        try:
            beside, ground = begin_beside(self._journal, self._written)
        except UserError as error:
            self._asked = False
            tell(self._window, _("No new journal was made"), str(error))
            return
        with beside:
            told = told_of(ground, self._opened, otherwise_there(beside, self._journal.path))
            self._say_without_file(without_file(beside, self._written))
            savings = self._window.findChildren(Autosave)
            whole = not [each for each in savings if not each.move_to(beside)]
        if whole:
            self.kept.emit(str(beside.path), told)
        else:
            self._say_left(beside.path)

    def _say_without_file(self, titles: list[str]) -> None:
        if titles:
            text = _("The entry is kept, its file is not. Add the file again: {what}")
            told = "\n".join(text.format(what=title) for title in titles)
            tell(self._window, _("Some files could not be kept"), told)

    def _say_left(self, path: Path) -> None:
        """Leave the page as it is: what is typed there is nowhere else."""
        text = _(
            "What you wrote is kept in {file}, except what you typed on this page. Copy that "
            "before you open the new journal."
        )
        tell(self._window, _("One page could not be kept"), text.format(file=path.name))
