"""Check this journal: looks it through for damage and says what was found."""

from PySide6.QtCore import Qt

from secondop_desktop.journal.check import Finding, check
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.background import jobs
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.feedback.notice import Notice
from secondop_desktop.widgets.lists.rich_list import RowItem, RowList
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.widgets.theme.tone import Tone
from secondop_desktop.window.places import PageContext


class CheckPage(Page):
    """Runs the check beside the window and lists what is not as it was saved."""

    def __init__(self, around: PageContext) -> None:
        lead = _("Checks that every entry and every file is still exactly as it was saved.")
        super().__init__(_("Check this journal"), wide=True, scrolls=False)
        self._around = around
        self._checking = False
        self.begin = Button(_("Check now"), "check", Rank.PRIMARY)
        self.begin.clicked.connect(self.start)
        self.add_action(self.begin)
        copies = Button(_("Safe copies"), "safe-copy")
        copies.clicked.connect(lambda: self.place_wanted.emit("copies"))
        self.add_action(copies)
        self.said = Notice("")
        self.said.hide()
        self.before = Empty(
            "safe-copy", _("Is everything still there?"), lead, _("Check now"), action_icon="check"
        )
        self.before.pressed.connect(self.start)
        self.list = RowList(_("What was found"), lead=True)
        self.list.opened.connect(self._open)
        self.list.hide()
        self.begin.hide()  # till it has been done once the same stands on the page
        self.content.addWidget(self.before, 0, Qt.AlignmentFlag.AlignTop)
        self.add(self.said)
        self.add(self.list, 1)
        self.content.addStretch(1)

    def start(self) -> None:
        """Begin the check, unless one is under way; the button keeps the focus."""
        if self._checking:
            return
        self._checking = True
        self._say(_("Checking…"), Tone.INFO)
        jobs.start(
            self._around.run,
            lambda _job: check(self._around.journal),
            self,
            done=self._show,
            failed=self._fail,
        )

    def say_trouble(self, text: str) -> None:
        """Say why the screen that was wanted could not be shown."""
        self._say(text, Tone.ERROR)

    def _show(self, found: list[Finding]) -> None:
        self._checking = False
        self.list.setVisible(bool(found))
        self.list.set_items([RowItem(one.id, one.text, icon="warning") for one in found])
        if not found:
            self._say(_("Everything is as it was saved."), Tone.SUCCESS)
            return
        text = ngettext(
            "{number} thing is not as it was saved. A safe copy may still have it.",
            "{number} things are not as they were saved. A safe copy may still have them.",
            len(found),
        )
        self._say(text.format(number=len(found)), Tone.WARNING)

    def _fail(self, error: Exception) -> None:
        self._checking = False
        self._say(str(error), Tone.ERROR)

    def _say(self, text: str, tone: Tone) -> None:
        had = self.before.button.hasFocus()
        self.before.hide()
        self.begin.show()
        if had:
            self.begin.setFocus()
        self.said.say(text, tone)
        self.said.show()
        announce(self, text)

    def _open(self, entry: object) -> None:
        if entry:
            self.entry_wanted.emit(str(entry))
