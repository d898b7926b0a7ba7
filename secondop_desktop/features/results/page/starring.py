"""The star of a result: what a doctor is to see first, set and taken away in one step to undo."""

from collections.abc import Callable, Sequence

from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _
from secondop_desktop.widgets.kind_pages.entry_acts import Write
from secondop_desktop.widgets.kind_pages.row_menu import RowAct


class Starring:
    """Stars results of a journal; ``write`` makes the change, once ``may`` lets it."""

    def __init__(self, journal: Journal, write: Write, may: Callable[[], bool]) -> None:
        self._journal, self._write, self._may = journal, write, may

    def set(self, entries: Sequence[str], on: bool) -> None:
        """Star results, or take their stars away."""
        words = _("Star for a doctor: {title}") if on else _("Take the star from: {title}")
        label = words.format(title=self._journal.name(entries[-1]))

        def does(change: Change) -> None:
            for entry in entries:
                change.edit("result", entry, star=on or None)

        if self._may():
            self._write(label, does)

    def act(self, entries: Sequence[str]) -> RowAct:
        """Return the line of a menu that stars these, or takes the stars of all away."""
        rows = [self._journal.get("result", entry) for entry in entries]
        on = not all(row.star for row in rows)
        words = _("Star it for a doctor to see first") if on else _("Take the star away")
        return RowAct(words, "star", lambda: self.set(entries, on))
