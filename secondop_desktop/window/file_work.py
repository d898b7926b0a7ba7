"""Work on the file of the open journal: it is closed for that, and opened again either way."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.journal.backup import is_whole
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.protection.rekeying import rekey, restore
from secondop_desktop.journal.storage.header import Locked
from secondop_desktop.lang import _
from secondop_desktop.widgets.background.jobs import Runner
from secondop_desktop.widgets.dialogs.messages import tell
from secondop_desktop.window.closed_work import wait_for
from secondop_desktop.window.mending import mend_and_tell
from secondop_desktop.window.session import Session

if TYPE_CHECKING:
    from secondop_desktop.window.protection.passphrase_page import Wanted

T = TypeVar("T")
Close = Callable[[], Path | None]
"""Closes the journal and returns where it is; None where there is none, or it stays open."""
OpenAgain = Callable[[Path], Session | None]
"""Opens a journal; None where it cannot be opened, which was said."""


class FileWork(QObject):
    """Gives the journal another passphrase, mends it, or puts a safe copy in its place."""

    def __init__(self, window: QWidget, run: Runner, close: Close, open_again: OpenAgain) -> None:
        super().__init__(window)
        self._window, self._run = window, run
        self._close, self._open_again = close, open_again

    def rekey(self, wanted: "Wanted") -> None:
        """Put the journal under another passphrase, or none, and say how that went."""
        path = self._close()
        if path is None:
            return
        trouble = self._rekeyed(path, wanted)
        session = self._open_again(path)
        if session is not None:
            _say_outcome(session, trouble or _copy_under(session.journal))

    def mend(self) -> None:
        """Mend the journal and say what came of it."""
        path = self._close()
        if path is not None:
            mend_and_tell(self._window, self._run, path)
            self._open_again(path)

    def restore(self, copy: Path) -> None:
        """Put a safe copy in the journal's place."""
        path = self._close()
        if path is None:
            return
        whole = True
        try:
            whole = self._gone_back(copy, path)
        except Locked:
            text = _(
                "It opens with the passphrase that the journal had when it was made. Open it with "
                "“Open a journal”, in the menu File, and look at it there."
            )
            tell(self._window, _("The safe copy was not put in place"), text)
        except UserError as error:
            tell(self._window, _("The safe copy was not put in place"), str(error))
        session = self._open_again(path)
        if session is not None:
            session.go("copies" if whole else "check")

    def _gone_back(self, copy: Path, path: Path) -> bool:
        """Put the copy in the journal's place; tells whether all of it is as it was saved."""

        def work() -> bool:
            restore(copy, path)
            return is_whole(path)

        whole = self._wait_for(_("Going back to the safe copy"), work)
        if whole is False:
            text = _(
                "It is in place, but not all of it is as it was saved. What is whole can be used. "
                "“Check this journal” tells what is harmed. The journal as it was before is kept "
                "among the safe copies."
            )
            tell(self._window, _("This safe copy is harmed"), text)
        return whole is not False

    def _rekeyed(self, path: Path, wanted: "Wanted") -> str:
        """Give a closed journal another passphrase; returns why it kept the one it had."""
        title, before = _("Writing the journal again"), wanted.keep_before
        try:
            self._wait_for(title, lambda: rekey(path, wanted.key, keep_before=before))
        except UserError as error:
            return str(error)
        return ""

    def _wait_for(self, title: str, work: Callable[[], T]) -> T | None:
        return wait_for(self._window, self._run, title, lambda _job: work())


def _copy_under(journal: Journal) -> str:
    """Make a safe copy under the new passphrase; returns why there is none."""
    try:
        journal.backup()
    except UserError as error:
        return str(error)
    return ""


def _say_outcome(session: Session, trouble: str) -> None:
    """Say on the page of the passphrase whether it is another one now."""
    from secondop_desktop.window.protection.passphrase_page import PassphrasePage

    session.go("passphrase")
    if isinstance(session.page, PassphrasePage):
        session.page.say_outcome(trouble)
