"""Which journal is open in the window, and what is shown while none is."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from secondop_desktop import settings
from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _
from secondop_desktop.paths import documents_folder
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.dialogs import tell
from secondop_desktop.widgets.jobs import Lanes
from secondop_desktop.widgets.theme import Scheme
from secondop_desktop.window.session import Session
from secondop_desktop.window.shell import Shell
from secondop_desktop.window.welcome import WelcomePage

_SIZES = {"larger": 25, "smaller": -25}


class Main(QObject):
    """Opens and closes journals in one shell, and keeps this device's settings."""

    def __init__(self, shell: Shell, write_example: Callable[[Path], None]) -> None:
        super().__init__(shell)
        self.shell = shell
        self._write_example = write_example
        self.lanes = Lanes()
        self.session: Session | None = None
        shell.acted.connect(self._act)
        shell.closing.connect(self._on_closing)

    def start(self, journal: Path | None) -> None:
        """Open this journal, else the last one, else Welcome."""
        last = settings.load().last_journal
        if journal is None and last and Path(last).exists():
            journal = Path(last)
        if journal is None or not self.open(journal):
            self.welcome()

    def welcome(self) -> None:
        """Show how to begin."""
        page = WelcomePage(self._write_example)
        page.opened.connect(lambda path: self.open(Path(path)))
        self.shell.show_page(page, "")

    def open(self, path: Path) -> bool:
        """Open a journal in place of the one before; says why when it cannot."""
        if not self._close():
            return False
        try:
            journal = Journal.open(path, KINDS)
        except UserError as error:
            tell(self.shell, _("This journal could not be opened"), str(error))
            return False
        self.session = Session(self.shell, journal, self.lanes)
        self.shell.setWindowTitle(f"{path.stem} – Secondop")
        settings.save(replace(settings.load(), last_journal=str(path.resolve())))
        if journal.elsewhere:
            self._warn_elsewhere(journal.elsewhere)
        return True

    def _warn_elsewhere(self, computer: str) -> None:
        text = _(
            "It seems to be open on {computer} as well. Two computers that write into one file "
            "can lose what was written: close it there first."
        )
        tell(self.shell, _("Open on another computer"), text.format(computer=computer))

    def _close(self) -> bool:
        if self.session is not None and not self.session.close():
            return False
        self.session = None
        return True

    def _act(self, key: str) -> None:
        if key in _SIZES or key == "usual":
            self._resize(key)
        elif key == "new":
            if self._close():
                self.welcome()
        elif key == "open":
            self._ask_open()
        elif key == "quit":
            self.shell.close()
        elif key == "about" or (key in {"settings", "help"} and self.session is None):
            self._about()

    def _resize(self, key: str) -> None:
        chosen = settings.load()
        percent = 100 if key == "usual" else theme.current().percent + _SIZES[key]
        percent = min(200, max(100, percent))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, Scheme(chosen.scheme), percent)
        settings.save(replace(chosen, text_percent=percent))

    def _ask_open(self) -> None:
        name, _chosen = QFileDialog.getOpenFileName(
            self.shell,
            _("Open a journal"),
            str(documents_folder()),
            _("Journals (*.secondop)"),
        )
        if name:
            self.open(Path(name))

    def _about(self) -> None:
        from secondop_desktop import __version__

        text = _(
            "A personal record. Not a medical device; it does not diagnose, interpret or advise. "
            "In an emergency call 999; for urgent advice, NHS 111."
        )
        tell(self.shell, _("Secondop {version}").format(version=__version__), text)

    def _on_closing(self, event: QCloseEvent) -> None:
        if self._close():
            self.lanes.wait()
            event.accept()
        else:
            event.ignore()
