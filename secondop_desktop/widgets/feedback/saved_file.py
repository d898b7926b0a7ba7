"""A file was saved: what it is called, and buttons that open it and the folder it lies in."""

import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from secondop_desktop.lang import _
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.dialogs.leaving import leaves
from secondop_desktop.widgets.feedback.notice import Notice
from secondop_desktop.widgets.theme.tone import Tone

_POINTS_AT: Final = {"win32": ("explorer", "/select,"), "darwin": ("open", "-R")}
"""Programs that show a folder with one file in it chosen, by system."""


class SavedFileNotice(Notice):
    """A notice that can say of a file that it was saved; hidden until it says something."""

    _path: Path | None = None

    def __init__(self) -> None:
        super().__init__("")
        self.open_button = Button(_("Open"), "pdf")
        self.open_button.clicked.connect(self._open)
        self.folder_button = Button(_("Show in folder"), "folder")
        self.folder_button.clicked.connect(self._show_folder)
        for button in (self.open_button, self.folder_button):
            self.add_action(button)
        self._buttons.hide()
        self.hide()

    def say(self, text: str, tone: Tone = Tone.INFO, title: str = "") -> None:
        """Show a message that is about no file."""
        super().say(text, tone, title)
        self._path = None
        self._buttons.hide()

    def say_saved(self, text: str, path: Path, *, locked: bool = False) -> None:
        """Show and speak that a file was saved; a ``locked`` one has a password of its own."""
        self.say(text if locked else f"{text} {leaves()}".strip(), Tone.SUCCESS)
        self._path = path
        self.open_button.setAccessibleName(_("Open {file}").format(file=path.name))
        self._buttons.show()
        self.tell()

    def tell(self) -> None:
        """Show it and speak it."""
        self.show()
        announce(self, self.text.text())

    def _open(self) -> None:
        path = self._there()
        if path is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._fail(_("No program on this computer opens {file}.").format(file=path.name))

    def _show_folder(self) -> None:
        path = self._there()
        if path is not None and not show_in_folder(path):
            self._fail(_("The folder is {folder}").format(folder=path.parent))

    def _there(self) -> Path | None:
        """Return the file, or say that it was moved since."""
        path = self._path
        if path is not None and not path.exists():
            self._fail(_("{file} is no longer where it was saved.").format(file=path.name))
            return None
        return path

    def _fail(self, text: str) -> None:
        self.say(text, Tone.WARNING)
        self.tell()


def show_in_folder(path: Path) -> bool:
    """Open the folder of a file, with the file chosen where the system can; tell whether."""
    if sys.platform in _POINTS_AT:
        program, option = _POINTS_AT[sys.platform]
        wanted = [f"{option}{path}"] if option.endswith(",") else [option, str(path)]
        return bool(QProcess.startDetached(program, wanted)[0])
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
