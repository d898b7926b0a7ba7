"""Safe copies: when they were made, making one now, and going back to one."""

from PySide6.QtCore import Qt, Signal

from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, time_words
from secondop_desktop.widgets.background import jobs
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.controls.labels import muted
from secondop_desktop.widgets.dialogs.messages import confirm
from secondop_desktop.widgets.feedback.notice import Notice
from secondop_desktop.widgets.lists.rich_list import RowItem, RowList
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.widgets.theme.tone import Tone
from secondop_desktop.window.places import PageContext
from secondop_desktop.window.protection.old_copies_notice import OldCopiesNotice


class CopiesPage(Page):
    """Lists the safe copies beside the journal, the newest first."""

    copied = Signal()
    """A safe copy was made."""
    restore_wanted = Signal(str)
    """The person wants the safe copy with this path in the journal's place."""

    mend_wanted = Signal()
    """The person wants to save what can be saved of a damaged journal."""

    def __init__(self, around: PageContext) -> None:
        lead = _(
            "A safe copy is a whole journal of its own. Secondop makes them while you work and "
            "when you close it, checks them, and keeps fewer of the older ones."
        )
        super().__init__(_("Safe copies"), lead, scrolls=False)
        self._around = around
        self._making = False
        self._add_buttons()
        self.said = self.passing(Notice(""))
        self.said.hide()
        self.where = muted("")
        self.list = RowList(_("Safe copies"))
        self.list.chosen.connect(lambda _key: self.back.setEnabled(True))
        self.empty = Empty("safe-copy", _("No safe copy yet"), _("Make the first one now."))
        self.add(self.said)
        if around.journal.encrypted:
            self.add(OldCopiesNotice(around.journal.path, around.run))
        self.add(self.where)
        self.add(self.list, 1)
        self.content.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        self.refresh()

    def _add_buttons(self) -> None:
        self.make = Button(_("Make a safe copy now"), "safe-copy", Rank.PRIMARY)
        self.make.clicked.connect(self.make_copy)
        self.back = Button(_("Go back to this copy…"), "undo")
        self.back.clicked.connect(self._ask_restore)
        self.mend = Button(_("Mend the journal…"), "check", Rank.QUIET)
        self.mend.clicked.connect(self._ask_mend)
        for button in (self.make, self.back, self.mend):
            self.add_action(button)

    def refresh(self) -> None:
        """Look into the folder again."""
        found = backup.copies(self._around.journal.path)
        self.list.set_items([_item(copy) for copy in found])
        self.list.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.back.setVisible(bool(found))
        self.back.setEnabled(self.list.current_key() is not None)
        folder = backup.folder_of(self._around.journal.path)
        text = _("They are in the folder {folder}. Copy it to a memory stick now and then.")
        self.where.setText(text.format(folder=folder))
        self.where.setVisible(bool(found))

    def focus_start(self) -> None:
        """Begin in the list, or with the first copy."""
        (self.list if self.list.items() else self.make).setFocus()

    def make_copy(self) -> None:
        """Make a safe copy beside the window, unless one is being made."""
        if self._making:
            return
        self._making = True
        jobs.start(
            self._around.run,
            lambda _job: self._around.journal.backup(),
            self,
            done=lambda path: self._made(path.name),
            failed=self._fail,
        )

    def _made(self, name: str) -> None:
        self._end(_("A safe copy was made: {name}").format(name=name))
        self.copied.emit()

    def _end(self, text: str, tone: Tone = Tone.SUCCESS) -> None:
        self._making = False
        self.said.say(text, tone)
        self.said.show()
        self.refresh()
        self.focus_start()
        announce(self, text)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._making = False
            raise error
        self._end(str(error), Tone.ERROR)

    def _ask_mend(self) -> None:
        if confirm(
            self,
            _("Mend this journal?"),
            _(
                "For a journal that “Check this journal” calls damaged. Every entry and file that "
                "is whole is kept; what is missing is looked for in the history and in the safe "
                "copies; what is lost is named. The journal as it is now is kept as a safe copy."
            ),
            _("Mend it"),
            _("Leave it as it is"),
        ):
            self.mend_wanted.emit()

    def _ask_restore(self) -> None:
        key = self.list.current_key()
        chosen = next((item for item in self.list.items() if item.key == key), None)
        if chosen is not None and confirm(
            self,
            _("Go back to this safe copy?"),
            _(
                "The journal will be as it was on {day}. As it is now, it is kept as a safe copy "
                "first, so that you can come back."
            ).format(day=chosen.title),
            _("Go back to it"),
            _("Keep the journal as it is"),
            danger=True,
        ):
            self.restore_wanted.emit(str(key))


def _item(copy: backup.Copy) -> RowItem:
    day = PartialDate.of(copy.made.date()).words(weekday=True)
    size = _("{size} MB").format(size=f"{copy.size / 1_000_000:.1f}")
    clock = time_words(copy.made.hour, copy.made.minute)
    return RowItem(str(copy.path), f"{day}, {clock}", copy.path.name, size, icon="safe-copy")
