"""Telling that something typed could not be saved, and trying once more."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.feedback.notice import Notice
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.widgets.theme.tone import Tone


class Trouble(Notice):
    """Hidden as long as all is well; ``again`` tries once more, where there is something to try.

    The page it stands on hears of it, so that nothing beside it says that all is saved.
    """

    def __init__(self, again: Callable[[], object] | None = None) -> None:
        super().__init__("", Tone.ERROR)
        self._told = False
        self.again = Button(_("Save again"), "redo")
        self.again.setParent(self)
        self.again.setVisible(again is not None)
        if again is not None:
            self.again.clicked.connect(again)
            self.add_action(self.again)
        self.hide()

    @property
    def told(self) -> bool:
        """Whether something is not saved."""
        return self._told

    def tell(self, text: str) -> None:
        """Say what went wrong, aloud as well."""
        self.say(text, Tone.ERROR, _("Not saved yet"))
        self.show()
        announce(self, text)

    def setVisible(self, visible: bool) -> None:
        """Let the page know when it comes or goes."""
        super().setVisible(visible)
        if visible != self._told:
            self._told = visible
            page = _page_of(self)
            if page is not None:
                page.unsaved.emit()


def troubled(page: Page) -> bool:
    """Tell whether something on a page, or in a window over it, is not saved."""
    return any(trouble.told for trouble in page.findChildren(Trouble))


def _page_of(widget: QWidget) -> Page | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, Page):
        parent = parent.parentWidget()
    return parent
