"""Choices beside the pages they lead to; where there is no room for both, one of them."""

from abc import abstractmethod
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.controls.view_switch import ViewSwitch
from secondop_desktop.widgets.feedback.saved_file import SavedFileNotice
from secondop_desktop.widgets.layout.scroll_column import ScrollColumn
from secondop_desktop.widgets.layout.two_columns import Columns
from secondop_desktop.widgets.preview.roomy import RoomyPreview
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone
from secondop_desktop.window.places import PageContext

CHOICES, PAGES = "choices", "pages"
_LEAST_CHARS = 26
"""Choices are short words: they stand beside the pages in a small window too."""


class Sides(Columns):
    """The choices beside the pages, each scrolling by itself; with no room for both, one of them.

    ``turned`` is sent when they part or come together.
    """

    turned = Signal()

    def __init__(self, choices: QWidget, pages: QWidget) -> None:
        self._view = CHOICES
        super().__init__(choices, pages, (5, 7), least=_LEAST_CHARS)

    def put_switch(self, put: Callable[[ViewSwitch], None]) -> None:
        """Hand what chooses one of the two to its place; seen while there is no room for both."""
        views = [(CHOICES, _("Choose"), "list"), (PAGES, _("Pages"), "pdf")]
        self._switch = ViewSwitch(views)
        self._switch.chosen.connect(self.show_view)
        put(self._switch)
        self.turned.connect(self._fit_switch)
        self._fit_switch()

    def _fit_switch(self) -> None:
        for button in self._switch.buttons.values():
            button.setVisible(self.stacked)

    def show_view(self, view: str) -> None:
        """Show the choices or the pages, where there is room for one."""
        self._view = view
        self._arrange()

    def _arrange(self) -> None:
        before = self.stacked
        super()._arrange()
        for part, view in zip(self._parts, (CHOICES, PAGES), strict=True):
            part.setVisible(not self.stacked or view == self._view)
        if self.stacked != before:
            self.turned.emit()


class ChoicesPage(Page):
    """A page that makes something on paper for one person, shown as it is being chosen.

    It is drawn ``pause_ms`` milliseconds after the last choice.
    """

    def __init__(self, around: PageContext, title: str, save: Button, *, pause_ms: int) -> None:
        super().__init__(title, "", wide=True, scrolls=False)
        self.scroller.set_margins(Space.MEDIUM, 0)
        self._around = around
        self._data = b""
        self._pause = QTimer(self, singleShot=True, interval=pause_ms)
        self._pause.timeout.connect(self._draw)
        self.save = save
        self.save.clicked.connect(self._ask_target)
        self.print_button = Button(_("Print…"), "print")
        self.print_button.clicked.connect(self.print_out)
        self.add_action(self.save)
        self.add_action(self.print_button)
        self.said = SavedFileNotice()
        self.passing(self.said)
        self.add(self.said)

    @abstractmethod
    def refresh(self) -> None:
        """Offer what the journal holds now and draw it."""

    @abstractmethod
    def _fill_left(self, left: ScrollColumn) -> None:
        """Put the choices on the left side."""

    @abstractmethod
    def _draw(self) -> None:
        """Draw the pages as they are chosen now."""

    @abstractmethod
    def _ask_target(self) -> None:
        """Ask where it is saved, and save it."""

    @abstractmethod
    def _name(self) -> str:
        """Return what the file is called at first."""

    def add_sides(self) -> None:
        """Place the choices beside the pages, which follow them after a pause."""
        self.left = ScrollColumn(self, wide=True)
        self.left.set_margins(Space.HAIR)
        self.left.content.setSpacing(Space.SMALL)
        self._fill_left(self.left)
        self.left.content.addStretch(1)
        self.preview = RoomyPreview(self._around.run)
        self.preview.setAccessibleName(_("How the pages will look"))
        self.columns = Sides(self.left, self.preview)
        self.add(self.columns, 1)
        self.columns.put_switch(self.add_views)
        self._around.watch.on(self._around.journal.kinds, self.refresh, self)
        self.refresh()

    def say_nobody(self, nobody: Empty) -> None:
        """Say in the place of it all that a person is needed first."""
        for button in (self.save, self.print_button):
            button.setEnabled(False)
        self.nobody = nobody
        self.nobody.pressed.connect(lambda: self.place_wanted.emit("person"))
        self.add(self.nobody)
        self.content.addStretch(1)

    def print_out(self) -> None:
        """Print the pages as they are shown."""
        from secondop_desktop.widgets.dialogs.print_dialog import print_pdf

        try:
            if print_pdf(self, self._data, Path(self._name()).stem):
                self.say(_("The pages were sent to the printer."), Tone.SUCCESS)
        except UserError as error:
            self.say(str(error), Tone.ERROR)

    def say(self, text: str, tone: Tone) -> None:
        """Say over the pages how it went, aloud too."""
        self.said.say(text, tone)
        self.said.tell()

    def say_failed(self, error: Exception) -> None:
        """Say why it could not be done; raises what no person can do anything about."""
        if not isinstance(error, UserError):
            raise error
        self.say(str(error), Tone.ERROR)
