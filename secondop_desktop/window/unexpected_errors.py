"""What nobody caught: said calmly in the window, without what the journal holds."""

import sys
import traceback
from contextlib import suppress
from types import TracebackType

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.lang import _
from secondop_desktop.widgets.dialogs.messages import Answer, ask, tell


class Faults(QObject):
    """Takes the place of ``sys.excepthook`` while a window is open.

    A UserError is a sentence for the person. Anything else is a fault of the program: its
    message may hold health data, so only its kind and the places in the program are told.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._telling = False
        self._before = sys.excepthook
        sys.excepthook = self.report
        window.destroyed.connect(self.stop)

    def stop(self) -> None:
        """Let Python tell its faults again."""
        sys.excepthook = self._before

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Tell of an exception that nobody caught; of one at a time."""
        if not isinstance(error, Exception):
            self._before(kind, error, trace)
            return
        details = describe_exception(error)
        if not isinstance(error, UserError) and sys.stderr is not None:
            print(details, file=sys.stderr)  # noqa: T201
        if not self._telling:
            self._telling = True
            try:
                self._tell(error, details)
            finally:
                self._telling = False

    def _tell(self, error: Exception, details: str) -> None:
        over = QApplication.activeModalWidget() or self._window
        if said := str(error) if isinstance(error, UserError) else _lacking(error):
            tell(over, _("That could not be done"), said)
            return
        text = _(
            "Something in Secondop itself went wrong, and it could not finish what it was doing. "
            "What was saved before is safe. You can go on; if it happens again, close Secondop "
            "and open it again. The details say where in the program it was, and nothing from "
            "your journal."
        )
        answers = (Answer("", _("Go on")), Answer("copy", _("Copy the details")))
        if ask(over, _("A fault in the program"), text, answers) == "copy":
            QApplication.clipboard().setText(details)


def describe_exception(error: BaseException) -> str:
    """Return where an exception came from: its kind and the lines of the program, no values."""
    places = traceback.extract_tb(error.__traceback__)
    lines = [f"{place.filename}:{place.lineno} {place.name}" for place in places]
    return "\n".join([type(error).__name__, *lines])


def _lacking(error: Exception) -> str:
    """Say which part of the program lacks, or nothing.

    What knows the parts is loaded only then; it may be the very part that lacks.
    """
    with suppress(ImportError, OSError):
        from secondop_desktop.parts import lacking

        return lacking(error)
    return ""
