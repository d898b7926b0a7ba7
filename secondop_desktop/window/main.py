"""Which journal is open in the window, and what is shown while none is."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThread, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from secondop_desktop import settings
from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage import keys
from secondop_desktop.journal.storage.disk import DamagedJournal
from secondop_desktop.journal.storage.header import Locked
from secondop_desktop.journal.values.clock import local_now
from secondop_desktop.lang import _
from secondop_desktop.paths import documents_folder
from secondop_desktop.widgets.background import preview_lane
from secondop_desktop.widgets.background.jobs import Lanes
from secondop_desktop.widgets.dialogs.leaving import protect
from secondop_desktop.widgets.dialogs.messages import tell
from secondop_desktop.window import text_size, visits
from secondop_desktop.window.bringing_back import names_archive, wants_back
from secondop_desktop.window.opening import opened, tell_of_place
from secondop_desktop.window.protection.locking import Locking, forget_copied, save_all_typed
from secondop_desktop.window.protection.process import replace_process
from secondop_desktop.window.session import Session
from secondop_desktop.window.shell import Shell
from secondop_desktop.window.written_over import WrittenOver

if TYPE_CHECKING:
    from secondop_desktop.window.file_work import FileWork
    from secondop_desktop.window.protection.passphrase_page import PassphrasePage

_PATIENCE_MS = 300
"""Locking waits so long for work that is under way: within a second nothing may be left."""
_LOOK_AGAIN_MS = 200
"""After so long it is looked again whether a question that stands open was answered."""


class Main(QObject):
    """Opens and closes journals in one shell, and keeps this device's settings."""

    def __init__(self, shell: Shell, write_example: Callable[[Path], None]) -> None:
        super().__init__(shell)
        self.shell = shell
        self._write_example = write_example
        self.lanes, self.looking = Lanes(), Lanes()
        preview_lane.use(self.looking)
        self.session: Session | None = None
        self.leave: Callable[[], None] = replace_process
        """Puts a fresh program in the place of this one, once the journal was locked."""
        self.locking = Locking(lambda: not self.lanes.empty_in(0), self)
        self.locking.wanted.connect(self.lock)
        shell.acted.connect(self._act)
        shell.closing.connect(self._on_closing)
        self._offer_recent()

    def start(self, journal: Path | None) -> None:
        """Open this journal, else the last one, else Welcome, which says why it could not."""
        wanted = journal or settings.last_opened(settings.load())
        if wanted is None:
            self.welcome()
        elif journal is None and not _there(wanted):
            text = _("The journal {file} is no longer there. Open it where it is now.")
            self.welcome(text.format(file=wanted))
        else:
            self.open(wanted)

    def welcome(self, trouble: str = "", archive: Path | None = None) -> None:
        """Show how to begin, and what stands in the way; of an archive a journal is made."""
        from secondop_desktop.window.welcome import WelcomePage

        found = [
            (Path(one), when)
            for one, when in settings.opened_before(settings.load())
            if _there(Path(one))
        ]
        page = WelcomePage(self._write_example, recent=found, run=self._in_a_lane)
        page.opened.connect(lambda path: self._begin(Path(path), page.start.protect.value()))
        self.shell.setWindowTitle("Secondop")
        self.shell.show_page(page, "")
        keys.forget_all()
        if trouble:
            page.say_trouble(trouble)
        if archive is not None:
            page.take(archive)

    def _begin(self, path: Path, protect: bool) -> None:
        """Open what was chosen on Welcome, and go on to its passphrase where that was ticked."""
        if self.open(path) and protect and self.session is not None:
            self.session.go("passphrase")

    def open(self, path: Path) -> bool:
        """Open a journal in place of the one before; says why when it cannot.

        Of an archive a journal can be made: that goes on by itself, so False is returned.
        """
        if self.session is not None and path.resolve() == self.session.journal.path.resolve():
            return True
        if names_archive(path):
            return self._offer_bringing_back(path)
        return self._open_journal(path)

    def _open_journal(self, path: Path) -> bool:
        try:
            journal = opened(path)
        except Locked:
            self._ask_passphrase(path)
            return False
        except UserError as error:
            return self._mended_and_open(path, error)
        if not self._close():
            journal.close()
            return False
        try:
            self._use(journal)
        except UserError as error:
            return self._let_unreadable_go(journal, error)
        return True

    def _offer_bringing_back(self, archive: Path) -> bool:
        """Make a journal of an archive, in place of the open one if that is wanted."""
        if self.session is None or (wants_back(self.shell, archive) and self._close()):
            self.welcome(archive=archive)
        return False

    @cached_property
    def file_work(self) -> "FileWork":
        """What works on the file of the open journal; brought in when a page first asks for it."""
        from secondop_desktop.window.file_work import FileWork

        return FileWork(self.shell, self._in_a_lane, self._let_go_of_path, self._open_again)

    def _work_on_file_for(self, session: Session) -> None:
        session.restore_wanted.connect(lambda copy: self.file_work.restore(Path(copy)))
        session.mend_wanted.connect(lambda: self.file_work.mend())  # noqa: PLW0108 - made by then
        session.passphrase_wanted.connect(lambda wanted: self.file_work.rekey(wanted))  # noqa: PLW0108

    def _in_a_lane(self, work: Callable[[], None], *, journal: bool) -> None:
        self.lanes(work, journal=journal)

    def _mended_and_open(self, path: Path, why: UserError) -> bool:
        """Offer to mend a journal that is damaged; say of any other why it does not open."""
        if isinstance(why, DamagedJournal):
            from secondop_desktop.window.mending import mends

            if mends(self.shell, self._in_a_lane, path, str(why)):
                return self.open(path)
        self._refuse(str(why))
        return False

    def _ask_passphrase(self, path: Path) -> None:
        """Ask for what opens a journal, in the place of the one that was open."""
        from secondop_desktop.window.protection.unlock_page import UnlockPage

        if not self._close():
            return
        page = UnlockPage(path)
        page.unlocked.connect(lambda path, by_sheet: self._unlocked(Path(path), by_sheet))
        page.other_wanted.connect(self.welcome)
        self.shell.setWindowTitle("Secondop")
        self.shell.show_page(page, "")

    def _unlocked(self, path: Path, by_sheet: bool) -> None:
        """Open a journal whose key is known now; whoever forgot the passphrase chooses another."""
        if self.open(path) and by_sheet:
            self._passphrase_page(lambda page: page.ask_after_sheet())

    def _passphrase_page(self, does: Callable[["PassphrasePage"], None]) -> None:
        from secondop_desktop.window.protection.passphrase_page import PassphrasePage

        if self.session is not None:
            self.session.go("passphrase")
            if isinstance(self.session.page, PassphrasePage):
                does(self.session.page)

    def _let_unreadable_go(self, journal: Journal, why: UserError) -> bool:
        """Leave no window on a journal that cannot be shown at all; True once it was mended."""
        if self.session is not None:
            self.session.close(copy=False)
            self.session = None
        journal.close()
        return self._mended_and_open(journal.path, why)

    def come_forward(self, journal: str) -> None:
        """Raise the window, and open the journal that a second start named, if it did.

        While a question stands open the journal waits for its answer.
        """
        self.shell.setWindowState(self.shell.windowState() & ~Qt.WindowState.WindowMinimized)
        self.shell.show()
        self.shell.raise_()
        self.shell.activateWindow()
        if journal:
            self._open_when_free(Path(journal))

    def _open_when_free(self, path: Path) -> None:
        nested = QThread.currentThread().loopLevel() > 1  # of a dialog of the system, too
        if nested or QApplication.activeModalWidget() is not None:
            QTimer.singleShot(_LOOK_AGAIN_MS, self, lambda: self._open_when_free(path))
        else:
            self.open(path)

    def _refuse(self, why: str) -> None:
        """Say why a journal did not open: on Welcome, or over the journal that stays open."""
        from secondop_desktop.window.welcome import WelcomePage

        page = self.shell.page()
        if self.session is not None:
            tell(self.shell, _("This journal could not be opened"), why)
        elif isinstance(page, WelcomePage):
            page.say_trouble(why)
        else:
            self.welcome(why)

    def _use(self, journal: Journal) -> None:
        path = journal.path
        # What the frame itself shows; every screen says for itself what it cannot read.
        (
            journal.entries("person"),
            journal.undo_label(),
            journal.redo_label(),
            journal.history(limit=1),
        )
        begin = visits.kept(path)
        self.session = Session(self.shell, journal, self.lanes, begin)
        self._work_on_file_for(self.session)
        over = WrittenOver(self.shell, journal, self.session)
        over.kept.connect(self._use_kept)
        self.session.unsaved.connect(over.look_soon)
        self.session.person_shown.connect(lambda name: self._say_title(path, name))
        self._say_title(path, journal.name(self.session.person))
        if begin is not None and self.session.page is not None:
            from secondop_desktop.window.protection.focus_place import come_back_to

            come_back_to(self.session.page, begin.field)
        self._remember(journal)
        self.locking.follow(journal.encrypted)
        protect(journal.encrypted)
        if journal.elsewhere:
            self._warn_elsewhere(journal.elsewhere)
        tell_of_place(self.shell, journal)

    def _remember(self, journal: Journal) -> None:
        """Keep what was opened last; of a journal with a passphrase not even its name."""
        chosen, path = settings.load(), journal.path.resolve()
        if journal.encrypted:
            settings.save(settings.with_hidden(chosen, path))
        else:
            settings.save(settings.with_recent(chosen, str(path), local_now()))
        self._offer_recent()

    def _use_kept(self, path: str, told: str) -> None:
        """Go on in the journal that keeps what was written here; ``told`` is said of the rest."""
        if self._close(copy=False) and self.open(Path(path)):
            text = _("You are now in {file}. The other file is as it was.")
            name = Path(path).name
            said = f"{text.format(file=name)}\n\n{told}"
            tell(self.shell, _("What you wrote is kept"), said)

    def _say_title(self, path: Path, person: str) -> None:
        """Name the person whose pages are shown, and the journal where it has another name."""
        if self.session is not None and self.session.journal.encrypted:
            self.shell.setWindowTitle("Secondop")
            return
        named = person if person == path.stem or not person else f"{person} – {path.stem}"
        self.shell.setWindowTitle(f"{named or path.stem} – Secondop")

    def _offer_recent(self) -> None:
        found = [path for path in settings.load().recent_journals if _there(Path(path))]
        words = [
            (path, _("{name} in {folder}").format(name=Path(path).stem, folder=Path(path).parent))
            for path in found
        ]
        self.shell.acts.set_recent(words, lambda path: self.open(Path(path)))

    def _warn_elsewhere(self, computer: str) -> None:
        text = _(
            "It seems to be open on {computer} as well. Two computers that write to one file "
            "can lose what was written: close it there first."
        )
        tell(self.shell, _("Open on another computer"), text.format(computer=computer))

    def _close(self, *, copy: bool = True) -> bool:
        if self.session is None:
            return True
        if not self.session.may_close():
            return False
        self._let_go(self.session, copy=copy)
        return True

    def _let_go(self, session: Session, *, copy: bool = True) -> None:
        """Keep where the person was, wait for the work that runs, and close the journal."""
        visits.keep(session.journal.path, session.place())
        session.stop_work()
        _end_decoding()  # no preview is waited for
        self.looking.wait()
        self.lanes.wait()
        _end_decoding()  # nor is what such work began since
        session.close(copy=copy)
        self.session = None
        self.locking.follow(False)
        protect(False)

    def end(self) -> None:
        """Save what is being typed and let the journal go without a question: nobody may be there.

        What cannot be saved as a value is kept as it was typed.
        """
        if self.session is not None:
            if self.session.page is not None:
                self.session.page.flush()
            self._let_go(self.session)
        preview_lane.leave()

    def lock(self) -> None:
        """Save what is typed, and begin anew with nothing of the journal in the memory."""
        session = self.session
        if session is None:
            return
        if not session.journal.encrypted:
            session.go("passphrase")
            return
        if not save_all_typed():
            self._say_not_locked()
            return
        self._keep_place(session)
        forget_copied()
        session.stop_work()
        _end_decoding()
        path = session.journal.path
        if self.lanes.empty_in(_PATIENCE_MS):  # what goes on else is taken back by the next start
            session.close(copy=False)
        self.session = None
        self.locking.follow(False)
        protect(False)
        _end_decoding()
        self.leave()
        keys.forget_all()  # where no program could take this one's place
        self.open(path)

    def _keep_place(self, session: Session) -> None:
        from secondop_desktop.window.protection.focus_place import focused_field

        field = focused_field(session.page) if session.page is not None else ""
        visits.keep(session.journal.path, session.place()._replace(field=field))
        settings.save(replace(settings.load(), window=self.shell.place_kept()))

    def _say_not_locked(self) -> None:
        if QApplication.activeModalWidget() is None:
            tell(
                self.shell,
                _("Not locked"),
                _("What you typed last could not be saved. Save it or clear it, then lock."),
            )

    def _let_go_of_path(self) -> Path | None:
        """Close the journal for work on its file; None where there is none, or it stays open."""
        path = self.session.journal.path if self.session is not None else None
        return path if self._close(copy=False) else None

    def _open_again(self, path: Path) -> Session | None:
        return self.session if self.open(path) else None

    def _act(self, key: str) -> None:
        if key in text_size.STEPS or key == text_size.USUAL:
            text_size.resize_text(key)
        elif key == "new":
            if self._close():
                self.welcome()
        elif key == "open":
            self._ask_open()
        elif key == "lock":
            self.lock()
        elif key == "quit":
            self.shell.close()
        elif key == "about":
            self._about()

    def _ask_open(self) -> None:
        name, _chosen = QFileDialog.getOpenFileName(
            self.shell,
            _("Open a journal"),
            str(documents_folder()),
            _("Journals and archives (*.secondop *.zip)"),
        )
        if name:
            self.open(Path(name))

    def _about(self) -> None:
        from secondop_desktop.window.about.about_dialog import AboutDialog

        AboutDialog(self.shell, self.shell.open_help).exec()

    def _on_closing(self, event: QCloseEvent) -> None:
        if self._close():
            kept = replace(settings.load(), window=self.shell.place_kept())
            settings.save(kept)
            preview_lane.leave()
            event.accept()


def _end_decoding() -> None:
    """End the processes that hold pages of the journal in plain, and purge what was lent."""
    from secondop_desktop.journal.storage import handed_files
    from secondop_desktop.sandbox import process

    process.end_all()
    handed_files.purge()


def _there(path: Path) -> bool:
    """Tell whether a file is there; a folder that may not be read counts as not."""
    try:
        return path.exists()
    except OSError:
        return False
