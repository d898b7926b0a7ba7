"""What is done with a letter that is read or written: the buttons of the top row."""

from collections.abc import Callable, Iterator
from typing import Any

from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button, Rank

_WRITING = frozenset({"back", "keep", "again"})
"""Only while a letter is written."""
_NOT_SENT = frozenset({"sent", "again"})


class LetterButtons:
    """Buttons by name; ``act`` is called with the name of the one pressed."""

    def __init__(self, act: Callable[[str], object]) -> None:
        self.named = {
            "back": Button(_("Done"), "check", Rank.PRIMARY),
            "print": Button(_("Print…"), "print"),
            "sent": Button(_("Mark as sent…"), "told"),
            "unsent": Button(_("Not sent after all"), "undo"),
            "pdf": Button(_("Save as PDF…"), "pdf"),
            "docx": Button(_("Save for Word…"), "export"),
            "keep": Button(_("Keep this version"), "history"),
            "again": Button(_("Fill in again"), "redo"),
        }
        for name, button in self.named.items():
            button.clicked.connect(lambda _checked=False, name=name: act(name))
        self.show_for(None, writing=False)

    def __iter__(self) -> Iterator[Button]:
        return iter(self.named.values())

    def show_for(self, row: Any, *, writing: bool) -> None:
        """Show what can be done with a letter; nothing where there is none."""
        for name, button in self.named.items():
            sent = row is not None and bool(row.sent)
            fits = writing or name not in _WRITING
            stands = not sent if name in _NOT_SENT else sent if name == "unsent" else True
            button.setVisible(row is not None and fits and stands)
