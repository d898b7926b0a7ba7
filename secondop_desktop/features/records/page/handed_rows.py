"""To whom a record was handed, each a way to what was put down of it."""

from typing import Any

from secondop_desktop.features.records.rules.handing import handed, handed_words
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _
from secondop_desktop.widgets.lists.button_rows import Rows
from secondop_desktop.widgets.lists.rich_row_painting import Row


class HandedRows(Rows):
    """A row for each time the record was given away; hidden while it was not."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(_("Given to"))
        self._journal = journal

    def show_of(self, record: Any) -> None:
        """List what is saved of this record now; what has the focus keeps it."""
        told = handed(record.id, self._journal.entries("told", person=record.person))
        says = [handed_words(one, self._journal.name) for one in told]
        if says != [button.row.title for button in self.buttons]:
            self.clear()
            for one, words in zip(told, says, strict=True):
                self.add(one.id, Row(words)).show()
        self.setVisible(bool(told))
