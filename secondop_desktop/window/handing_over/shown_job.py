"""A job that says after half a second how far it is, and offers to stop."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from secondop_desktop.widgets.background import jobs
from secondop_desktop.widgets.dialogs.progress import ProgressDialog
from secondop_desktop.window.handing_over.one_job import OneJob

T = TypeVar("T")


class ShownJob(OneJob):
    """One job of a page, with a dialog where it takes long; what is short never shows it."""

    def __init__(self, owner: QWidget, run: jobs.Runner, title: str) -> None:
        """Work for this page; ``title`` says in the dialog what is done."""
        super().__init__(owner, run)
        self._page, self._title = owner, title

    def show_while(
        self,
        work: Callable[[jobs.Job], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        stopped: Callable[[], None],
    ) -> None:
        """Start it, unless it is busy; exactly one of the three is called at the end."""
        if self.busy:
            return
        progress = ProgressDialog(self._page, self._title)
        progress.start()
        progress.cancelled.connect(self.stop)

        def ended(found: T) -> None:
            progress.finish()
            done(found)

        def broken(error: Exception) -> None:
            progress.finish()
            failed(error)

        def ceased() -> None:
            progress.finish()
            stopped()

        self.start(work, done=ended, failed=broken, stopped=ceased, said=progress.say)
