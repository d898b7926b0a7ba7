"""Telling that something typed could not be saved, and trying once more."""

from collections.abc import Callable

from secondop_desktop.lang import _
from secondop_desktop.widgets.announce import announce
from secondop_desktop.widgets.button import Button
from secondop_desktop.widgets.notice import Notice
from secondop_desktop.widgets.tone import Tone


class Trouble(Notice):
    """Hidden as long as all is well."""

    def __init__(self, again: Callable[[], object]) -> None:
        super().__init__("", Tone.ERROR)
        self.again = Button(_("Save again"), "redo")
        self.again.clicked.connect(again)
        self.add_action(self.again)
        self.hide()

    def tell(self, text: str) -> None:
        """Say what went wrong, aloud as well."""
        self.say(text, Tone.ERROR, _("Not saved yet"))
        self.show()
        announce(self, text)
