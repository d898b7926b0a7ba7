"""Safe copies: when they were made, making one now, and opening one again."""

from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup
from secondop_desktop.journal.dates import PartialDate
from secondop_desktop.lang import _, time_words
from secondop_desktop.widgets import jobs
from secondop_desktop.widgets.button import Button, Rank
from secondop_desktop.widgets.empty import Empty
from secondop_desktop.widgets.notice import Notice
from secondop_desktop.widgets.page import Page
from secondop_desktop.widgets.row_list import RowItem, RowList
from secondop_desktop.widgets.text import muted
from secondop_desktop.widgets.tone import Tone
from secondop_desktop.window.places import Around


class CopiesPage(Page):
    """Lists the safe copies beside the journal, the newest first."""

    def __init__(self, around: Around) -> None:
        lead = _(
            "A safe copy is a whole journal of its own. Secondop makes one when you close it, "
            "checks it, and keeps older ones further apart."
        )
        super().__init__(_("Safe copies"), lead, scrolls=False)
        self._around = around
        self.make = Button(_("Make a safe copy now"), "safe-copy", Rank.PRIMARY)
        self.make.clicked.connect(self._make)
        self.add_action(self.make)
        self.said = Notice("")
        self.said.hide()
        self.where = muted("")
        self.list = RowList(_("Safe copies"))
        self.empty = Empty("safe-copy", _("No safe copy yet"), _("Make the first one now."))
        self.add(self.said)
        self.add(self.where)
        self.add(self.list, 1)
        self.add(self.empty)
        self.refresh()

    def refresh(self) -> None:
        """Look into the folder again."""
        found = backup.copies(self._around.journal.path)
        self.list.set_items([_item(copy) for copy in found])
        self.list.setVisible(bool(found))
        self.empty.setVisible(not found)
        folder = backup.folder_of(self._around.journal.path)
        text = _("They are in the folder {folder}. Copy it to a memory stick now and then.")
        self.where.setText(text.format(folder=folder))
        self.where.setVisible(bool(found))

    def _make(self) -> None:
        self.make.setEnabled(False)
        jobs.start(
            self._around.run,
            lambda _job: self._around.journal.backup(),
            self,
            done=lambda path: self._end(_("A safe copy was made: {name}").format(name=path.name)),
            failed=self._fail,
        )

    def _end(self, text: str, tone: Tone = Tone.SUCCESS) -> None:
        self.make.setEnabled(True)
        self.said.say(text, tone)
        self.said.show()
        self.refresh()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._end(str(error), Tone.ERROR)


def _item(copy: backup.Copy) -> RowItem:
    day = PartialDate.of(copy.made.date()).words(weekday=True)
    size = _("{size} MB").format(size=f"{copy.size / 1_000_000:.1f}")
    clock = time_words(copy.made.hour, copy.made.minute)
    return RowItem(str(copy.path), f"{day}, {clock}", copy.path.name, size, icon="safe-copy")
