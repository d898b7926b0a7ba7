"""Reading the words on the pages of a scan, page by page, while the window goes on."""

from PySide6.QtCore import QObject, Signal

from secondop_desktop.errors import UserError
from secondop_desktop.journal.files.scan_words import ScannedPage, ScanReader
from secondop_desktop.lang import _
from secondop_desktop.widgets.background import preview_lane
from secondop_desktop.widgets.background.jobs import start

_BETWEEN_PAGES = "\n\n"


class ReadingScan(QObject):
    """Sends the words of all pages, or why there are none; ``stop`` ends it without a word.

    Each page is a job of its own, so that pages which are looked at meanwhile are drawn between.
    """

    at_page = Signal(int, int)
    done = Signal(str)
    failed = Signal(str)

    def __init__(self, data: bytes, file_type: str, parent: QObject) -> None:
        super().__init__(parent)
        self._reader, self._run = ScanReader(data, file_type), preview_lane.current()
        self._texts: list[str] = []
        self._pages = 0
        self._stopped = False

    def begin(self) -> None:
        """Count the pages, then read them one after the other."""
        start(
            self._run,
            lambda _job: len(self._reader),
            self,
            done=self._go_on,
            failed=self._fail,
            journal=False,
        )

    def stop(self) -> None:
        """Leave it; nothing is sent any more."""
        self._stopped = True
        self._reader.close()

    def _go_on(self, pages: int) -> None:
        self._pages = pages
        self._next()

    def _next(self) -> None:
        number = len(self._texts)
        if self._stopped:
            return
        if number >= self._pages:
            self._end()
            return
        self.at_page.emit(number + 1, self._pages)
        start(
            self._run,
            lambda _job: self._reader.page(number),
            self,
            done=self._take,
            failed=self._fail,
            journal=False,
        )

    def _take(self, page: ScannedPage) -> None:
        self._texts.append(page.text)
        self._next()

    def _end(self) -> None:
        self._reader.close()
        words = _BETWEEN_PAGES.join(filter(None, self._texts))
        if words:
            self.done.emit(words)
        else:
            self.failed.emit(_("No words were found on these pages."))

    def _fail(self, error: Exception) -> None:
        self._reader.close()
        if not self._stopped:
            known = isinstance(error, UserError)
            self.failed.emit(str(error) if known else _("The words could not be read."))
