"""Says of safe copies that are not under the journal's passphrase, until something was done."""

from pathlib import Path

from secondop_desktop.journal.protection import old_copies
from secondop_desktop.journal.protection.old_copies import Settled
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.background import jobs
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.background.jobs import Runner
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.dialogs.messages import confirm
from secondop_desktop.widgets.feedback.notice import Notice
from secondop_desktop.widgets.theme.tone import Tone


class OldCopiesNotice(Notice):
    """Offers to put them under it, or to delete them; hidden where there is none."""

    def __init__(self, journal: Path, run: Runner) -> None:
        super().__init__("", Tone.WARNING)
        self._journal, self._run = journal, run
        self._working = False
        self.renew = Button(_("Give them the passphrase"), "lock")
        self.renew.clicked.connect(self._renew)
        self.delete = Button(_("Delete them…"), "bin")
        self.delete.clicked.connect(self._ask_delete)
        for button in (self.renew, self.delete):
            self.add_action(button)
        self.refresh()

    def _found(self) -> list[Path]:
        return old_copies.unlike(self._journal)

    def refresh(self) -> None:
        """Look into the folder again."""
        found = self._found()
        self.say(_told(found), Tone.WARNING, _("Safe copies made before"))
        self.setVisible(bool(found))

    def _renew(self) -> None:
        """Write them again beside the window: each is a whole journal."""
        if self._working:
            return
        self._working = True
        found, journal = self._found(), self._journal
        self.say(_("They are being given the passphrase…"), Tone.INFO)
        jobs.start(
            self._run,
            lambda _job: old_copies.renew(found, journal),
            self,
            done=self._settle,
            failed=self._fail,
        )

    def _fail(self, error: Exception) -> None:
        self._working = False
        raise error

    def _ask_delete(self) -> None:
        found = self._found()
        if not self._working and confirm(
            self,
            _("Delete these safe copies?"),
            _("They are gone for ever. The journal itself stays, and its newer safe copies."),
            _("Delete them"),
            _("Keep them"),
            danger=True,
        ):
            self._settle(old_copies.delete(found))

    def _settle(self, settled: Settled) -> None:
        self._working = False
        self.refresh()
        if settled.left:
            self.say(_not_done(len(settled.left)), Tone.WARNING)
        else:
            announce(self, _("Done"))


def _told(found: list[Path]) -> str:
    anybody = len(old_copies.plain(found))
    if anybody:
        text = ngettext(
            "{count} safe copy has no passphrase: whoever finds it can read it.",
            "{count} safe copies have no passphrase: whoever finds them can read them.",
            anybody,
        )
        return text.format(count=anybody)
    text = ngettext(
        "{count} safe copy opens with an earlier passphrase only.",
        "{count} safe copies open with an earlier passphrase only.",
        len(found),
    )
    return text.format(count=len(found))


def _not_done(count: int) -> str:
    text = ngettext(
        "{count} safe copy could not be changed: it is under a passphrase that is not known now.",
        "{count} safe copies could not be changed: they are under a passphrase not known now.",
        count,
    )
    return text.format(count=count)
