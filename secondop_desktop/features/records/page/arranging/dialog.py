"""The window in which photographs become the pages of a record."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.photographs.arrangement import Crop, Sheet
from secondop_desktop.exchange.photographs.sheets import as_pdf
from secondop_desktop.features.records.operations.photographs import Paper
from secondop_desktop.features.records.page.arranging.cut_boxes import CutBoxes
from secondop_desktop.features.records.page.arranging.cut_frame import CutFrame
from secondop_desktop.features.records.page.arranging.page_list import PageList, what_was_done
from secondop_desktop.features.records.page.arranging.page_tools import PageTools
from secondop_desktop.features.records.page.arranging.shown_pages import ShownPages
from secondop_desktop.features.records.page.arranging.steps import Steps
from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background import preview_lane
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.background.jobs import Job, start
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.labels import Label, heading
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.layout.screen_room import screen_room
from secondop_desktop.widgets.layout.tab_order import follow_layout
from secondop_desktop.widgets.theme import Space

_SIZE: Final = QSize(1100, 760)


class ArrangingDialog(QDialog):
    """Pages at the side, the one in hand beside them; ``arranged`` and ``pdf`` are what was made.

    Everything is done by button, key or mouse; Escape leaves all as it was.
    """

    def __init__(self, parent: QWidget | None, paper: Paper, title: str = "") -> None:
        super().__init__(parent)
        self.paper, self.arranged, self.pdf = paper, paper, b""
        self.steps = Steps(paper.sheets, paper.as_taken)
        self._making = False
        self._job: Job | None = None
        self.setWindowTitle(title or _("Arrange the pages"))
        self.setAccessibleName(self.windowTitle())
        self.pages = PageList([picture.name for picture in paper.pictures])
        self.frame, self.boxes, self.said = CutFrame(), CutBoxes(self), Label()
        self.shown = ShownPages(paper.pictures, self)
        self.tools = PageTools(several=len(self.steps.whole) > 1)
        self.save = Button(_("Keep these pages"), "check", Rank.PRIMARY)
        self.cancel = Button(_("Cancel"))
        self._lay_out()
        self._connect_signals()
        self._refresh(0)
        self.shown.want(self.steps.now)
        self.resize(self._fitting())
        follow_layout(self)
        self.pages.setFocus()

    def run(self) -> bool:
        """Wait for the person; True when the pages are made."""
        return bool(self.exec())

    def _lay_out(self) -> None:
        stacked = theme.current().stacked
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.LARGE, Space.MEDIUM, Space.LARGE, Space.MEDIUM)
        column.setSpacing(Space.SMALL)
        if not stacked:  # with large letters the title of the window must do
            column.addWidget(heading(self.windowTitle(), 2))
        both, foot = QHBoxLayout(), Flow(spacing=Space.SMALL)
        column.addLayout(both, 1)
        column.addLayout(foot)
        cuts = self._place_page_and_list(both)
        for part in self.boxes.parts:
            (foot if stacked else cuts).addWidget(part)
        for button in (self.save, self.cancel, self.said):
            foot.addWidget(button)

    def _place_page_and_list(self, both: QHBoxLayout) -> Flow:
        """Place the list beside the page with its tools; return the empty row under the page."""
        both.setSpacing(Space.MEDIUM)
        both.addWidget(self.pages, 1)
        right, cuts = QVBoxLayout(), Flow(spacing=Space.SMALL)
        both.addLayout(right, 4)
        right.setSpacing(Space.SMALL)
        right.addWidget(self.tools)
        right.addWidget(self.frame, 1)
        right.addLayout(cuts)
        return cuts

    def _fitting(self) -> QSize:
        return _SIZE.boundedTo(screen_room(self))

    def _connect_signals(self) -> None:
        tools = self.tools
        self.pages.currentRowChanged.connect(lambda _row: self._show_page())
        tools.turned.connect(self._turn)
        tools.moved.connect(self._move)
        tools.out.clicked.connect(self._leave_out)
        tools.brought_back.connect(self._bring_back)
        tools.undo.clicked.connect(lambda: self._step(self.steps.undo, _("Undone")))
        tools.redo.clicked.connect(lambda: self._step(self.steps.redo, _("Done again")))
        tools.light.activated.connect(self._lighten)
        tools.light_all.clicked.connect(self._lighten_all)
        self.frame.cut.connect(self._cut)
        self.boxes.cut.connect(self._cut)
        self.shown.ready.connect(self._take_picture)
        self.save.clicked.connect(self._make)
        self.cancel.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.save.click)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.pages)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(tools.out.click)

    # The page in hand --------------------------------------------------------------------

    def at(self) -> int:
        """Return which page is in hand, from 0."""
        return max(self.pages.currentRow(), 0)

    def _turn(self, by: int) -> None:
        self.steps.turn(self.at(), by)
        self._refresh(self.at(), _("Page {page} turned").format(page=self.at() + 1))

    def _move(self, by: int) -> None:
        at = self.steps.move(self.at(), by)
        self._refresh(at, _("Now page {page}").format(page=at + 1))

    def _leave_out(self) -> None:
        at = self.at()
        self.steps.leave_out(at)
        said = _("Page {page} left out").format(page=at + 1)
        self._refresh(min(at, len(self.steps.now) - 1), said)

    def _bring_back(self, sheet: Sheet) -> None:
        self.steps.bring_back(sheet)
        last = len(self.steps.now) - 1
        self._refresh(last, _("Now page {page}").format(page=last + 1))

    def _lighten(self, light: int) -> None:
        self.steps.lighten(self.at(), light)
        self._refresh(self.at(), self.tools.light.currentText())

    def _lighten_all(self) -> None:
        self.steps.lighten_all(self.tools.light.currentIndex())
        said = _("All pages: {light}").format(light=self.tools.light.currentText())
        self._refresh(self.at(), said)

    def _cut(self, crop: Crop) -> None:
        self.steps.cut(self.at(), crop)
        self._refresh(self.at())

    def _step(self, does: Callable[[], None], said: str) -> None:
        does()
        self._refresh(min(self.at(), len(self.steps.now) - 1), said)

    # What is shown -----------------------------------------------------------------------

    def _refresh(self, at: int, said: str = "") -> None:
        self.pages.show_sheets(self.steps.now, at)
        self._show_page()
        if said:
            announce(self, said)

    def _show_page(self) -> None:
        at = self.at()
        sheet = self.steps.now[at]
        image = self.shown.picture(sheet)
        if image is not None:
            self._show_small(sheet, image)
        self.frame.show_page(image, sheet.crop, self._trouble(sheet))
        self.frame.setAccessibleName(_("Page {page}").format(page=at + 1))
        done = ", ".join(what_was_done(sheet))
        self.frame.setAccessibleDescription(
            ". ".join(filter(None, (self.paper.pictures[sheet.picture].name, done)))
        )
        self.boxes.show_crop(sheet.crop)
        self.tools.show_state(self.steps, at, [one.name for one in self.paper.pictures])

    def _take_picture(self, key: Sheet, image: QImage | None) -> None:
        """Show a picture that is ready where it is wanted."""
        for sheet in self.steps.now:
            if sheet.uncut() == key:
                self._arrived(sheet, image)

    def _arrived(self, sheet: Sheet, image: QImage | None) -> None:
        if image is not None:
            self._show_small(sheet, image)
        if self.steps.now[self.at()] == sheet:
            self.frame.show_page(image, sheet.crop, self._trouble(sheet))

    def _trouble(self, sheet: Sheet) -> str:
        return _("This photo cannot be shown.") if self.shown.is_broken(sheet) else ""

    def _show_small(self, sheet: Sheet, image: QImage) -> None:
        if not self.pages.has_small(sheet):
            self.pages.show_small(sheet, image)
            self.pages.show_sheets(self.steps.now, self.at())

    # Making the pages --------------------------------------------------------------------

    def _make(self) -> None:
        """Make the pages, away from the window."""
        if self._making:
            return
        pictures, sheets = self.paper.pictures, self.steps.now
        self._making = True
        self.save.setEnabled(False)
        self.said.setText(_("Making the pages…"))
        running = start(
            preview_lane.current(),
            lambda job: as_pdf(pictures, sheets, lambda at, of: job.say("", at, of)),
            self,
            done=lambda pdf: self._made(pdf, sheets),
            failed=self._not_made,
            stopped=lambda: self._not_made(None),
            journal=False,
        )
        running.said.connect(self._tell)
        self._job = running.job

    def _tell(self, _text: str, at: int, of: int) -> None:
        if self._making:
            self.said.setText(_("Making page {page} of {count}…").format(page=at + 1, count=of))

    def _made(self, pdf: bytes, sheets: tuple[Sheet, ...]) -> None:
        self.pdf = pdf
        self.arranged = replace(self.paper, sheets=sheets)
        self.accept()

    def _not_made(self, error: Exception | None) -> None:
        """Say which photo stands in the way; it can be left out."""
        self._making = False
        self.save.setEnabled(True)
        known = isinstance(error, UserError)
        self.said.setText(str(error) if known else _("The pages could not be made."))
        announce(self, self.said.text())

    def reject(self) -> None:
        """Leave all as it was; pages that are being made are not waited for."""
        if self._job is not None:
            self._job.cancel()
        super().reject()
