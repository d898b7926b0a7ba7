"""Where results are entered or found: in the place of all else on the page of the tests."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from secondop_desktop.features.results.page.found_view import FoundView
from secondop_desktop.features.results.page.report_view import ReportView
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.screen.page import Page

Entering = ReportView | FoundView


class ReportPlace:
    """Shows a report under a heading of its own, and gives the page back when it is closed."""

    def __init__(self, page: Page, hides: Sequence[QWidget]) -> None:
        self._page, self._hides = page, hides
        self._heading = ""
        self.report: Entering | None = None

    def open(self, report: Entering, title: str) -> None:
        """Show a report in the place of what the page shows otherwise."""
        self.close()
        self.report, self._heading = report, self._page.heading.text()
        self._page.add(report, 1)
        self._page.show_actions(False)
        self._page.set_title(title)
        for part in self._hides:
            part.hide()
        report.focus_first()

    def close(self) -> None:
        """Take the report away; what the page shows then is up to the page."""
        if self.report is None:
            return
        drop(self.report, self._page.content)
        self.report = None
        self._page.show_actions(True)
        self._page.set_title(self._heading)
