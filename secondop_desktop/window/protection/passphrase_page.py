"""The screen of the passphrase: set, change or remove it, its recovery sheet, when to lock."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal, SignalInstance

from secondop_desktop import settings
from secondop_desktop.errors import UserError
from secondop_desktop.journal.protection.passphrases import fresh_key
from secondop_desktop.journal.protection.unlocking import is_current
from secondop_desktop.journal.storage.cipher import Key
from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import paragraph
from secondop_desktop.widgets.dialogs.messages import confirm
from secondop_desktop.widgets.feedback.notice import Notice
from secondop_desktop.widgets.fields.flag import TickField
from secondop_desktop.widgets.fields.secret import SecretField
from secondop_desktop.widgets.fields.single_choice import ChoiceField
from secondop_desktop.widgets.forms.labelled_field import Question
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.widgets.theme.tone import Tone
from secondop_desktop.window.places import PageContext
from secondop_desktop.window.protection.new_passphrase import NewPassphrase
from secondop_desktop.window.protection.old_copies_notice import OldCopiesNotice
from secondop_desktop.window.protection.sheet_output import print_sheet, save_sheet

LOCK_AFTER = (
    (1, N_("1 minute")),
    (5, N_("5 minutes")),
    (15, N_("15 minutes")),
    (30, N_("30 minutes")),
    (0, N_("Never")),
)
"""Minutes without a key or the mouse, and how they are said."""


@dataclass(frozen=True, repr=False)
class Wanted:
    """What the journal is to be put under: a key, or None for no passphrase any more."""

    key: Key | None
    keep_before: bool = False


class PassphrasePage(Page):
    """Asks for everything first; the journal is closed, written anew and opened again for it."""

    change_wanted = Signal(object)
    """Carries what is ``Wanted``."""
    lock_wanted = Signal()

    def __init__(self, around: PageContext) -> None:
        super().__init__(_("Passphrase"), _lead(around.journal.encrypted))
        self._journal = around.journal
        self._by_sheet = False
        self.said = Notice("")
        self.said.hide()
        self.add(self.said)
        self.new = NewPassphrase([row.name for row in around.journal.entries("person")])
        self.current, self.current_to_remove = SecretField(), SecretField()
        if not around.journal.encrypted:
            self.add(self._set_card())
            return
        self.old = OldCopiesNotice(around.journal.path, around.run)
        self.add(self.old)
        self.add(self._sheet_card())
        self.add(self._lock_card())
        self.add(self._change_card())
        self.add(self._remove_card())

    def send_to(self, changed: SignalInstance, acted: SignalInstance) -> None:
        """Send there what is wanted, and the act of locking."""
        self.change_wanted.connect(changed)
        self.lock_wanted.connect(lambda: acted.emit("lock"))

    # What is said ---------------------------------------------------------------------------

    def say_outcome(self, trouble: str) -> None:
        """Say that the passphrase was set, changed or removed, or what went wrong."""
        if trouble:
            self._say(trouble, Tone.ERROR)
        elif self._journal.encrypted:
            self.say_done(
                _(
                    "The journal opens with the new passphrase only. Print a recovery sheet now. "
                    "One that you printed before no longer works, so tear it up."
                )
            )
        else:
            self.say_done(_("The journal has no passphrase any more."))

    def say_done(self, text: str) -> None:
        """Say what came of a change."""
        self._say(text, Tone.SUCCESS)

    def ask_after_sheet(self) -> None:
        """Ask for a new passphrase, without the one that was forgotten."""
        self._by_sheet = True
        self._current_question.hide()
        self._say(
            _("The recovery sheet opened your journal. Choose a new passphrase now."), Tone.INFO
        )
        self.new.first.setFocus()
        self.scroller.ensureWidgetVisible(self.new)

    def _say(self, text: str, tone: Tone) -> None:
        self.said.say(text, tone)
        self.said.show()
        announce(self, text)

    # Cards ----------------------------------------------------------------------------------

    def _set_card(self) -> Card:
        card = Card(_("Set a passphrase"))
        for text in (
            _("Then nobody can read the file without it, here or on a memory stick that was lost."),
            _("There is no way round it. Print a recovery sheet next, in case you forget it."),
        ):
            card.add(paragraph(text))
        card.add(self.new)
        self.keep = TickField(_("Keep a safe copy as it is now, which anybody can read"))
        card.add(self.keep)
        self.set = Button(_("Set the passphrase"), "lock", Rank.PRIMARY)
        self.set.clicked.connect(self._set)
        card.add_action(self.set)
        return card

    def _sheet_card(self) -> Card:
        card = Card(_("Recovery sheet"))
        for text in (
            _("A page of letters that opens this journal when the passphrase is forgotten."),
            _(
                "Whoever has the page can read everything. Keep it like money. Without it and "
                "without the passphrase nobody can open the journal: not you, and not us."
            ),
        ):
            card.add(paragraph(text))
        self.print_button = Button(_("Print it…"), "print")
        self.print_button.clicked.connect(self._print_sheet)
        self.save_button = Button(_("Save it as a PDF…"), "pdf")
        self.save_button.clicked.connect(self._save_sheet)
        for button in (self.print_button, self.save_button):
            card.add_action(button)
        return card

    def _lock_card(self) -> Card:
        card = Card(_("Lock"))
        card.add(paragraph(_("Locking saves what you typed and closes the journal at once.")))
        self.after = ChoiceField(
            [(value, _(words)) for value, words in LOCK_AFTER], "", across=True
        )
        self.after.set_value(settings.load().lock_after)
        self.after.edited.connect(self._use_after)
        card.add(Question(_("Lock by itself when nobody types or moves the mouse for"), self.after))
        self.lock = Button(_("Lock now"), "lock")
        self.lock.clicked.connect(self.lock_wanted)
        card.add_action(self.lock)
        return card

    def _change_card(self) -> Card:
        card = Card(_("Change the passphrase"))
        card.add(
            paragraph(
                _("A recovery sheet you have will no longer work: print a new one afterwards.")
            )
        )
        self._current_question = Question(_("The passphrase you have now"), self.current)
        card.add(self._current_question)
        card.add(self.new)
        self.keep = TickField(_("Keep a safe copy as it is now, with the old passphrase"))
        card.add(self.keep)
        self.change = Button(_("Change the passphrase"), "key")
        self.change.clicked.connect(self._change)
        card.add_action(self.change)
        return card

    def _remove_card(self) -> Card:
        card = Card(_("Remove the passphrase"))
        card.add(paragraph(_("Then whoever has the file can read it.")))
        card.add(Question(_("The passphrase you have now"), self.current_to_remove))
        self.remove = Button(_("Remove the passphrase…"), rank=Rank.DANGER)
        self.remove.clicked.connect(self._remove)
        card.add_action(self.remove)
        return card

    # What is done ---------------------------------------------------------------------------

    def _set(self) -> None:
        if chosen := self.new.chosen():
            self._want(chosen)

    def _change(self) -> None:
        if (self._by_sheet or self._knows(self.current)) and (chosen := self.new.chosen()):
            self._want(chosen)

    def _want(self, chosen: str) -> None:
        wanted = Wanted(fresh_key(chosen), bool(self.keep.value()))
        self._forget()
        self.change_wanted.emit(wanted)

    def _remove(self) -> None:
        if self._knows(self.current_to_remove) and confirm(
            self,
            _("Remove the passphrase?"),
            _("The journal is then an ordinary file again, which anybody can read who has it."),
            _("Remove it"),
            _("Keep the passphrase"),
            danger=True,
        ):
            self._forget()
            self.change_wanted.emit(Wanted(None))

    def _knows(self, field: SecretField) -> bool:
        """Ask again for what opened the journal: somebody else may sit at the open window."""
        right = is_current(self._journal.path, field.value() or "")
        field.show_problem(None if right else _("This is not the passphrase of this journal"))
        if not right:
            field.setFocus()
        return right

    def _forget(self) -> None:
        for part in (self.new, self.current, self.current_to_remove):
            part.clear()

    def _use_after(self) -> None:
        settings.save(replace(settings.load(), lock_after=int(str(self.after.value() or 0))))

    def _print_sheet(self) -> None:
        path = self._journal.path
        self._put_out(lambda: print_sheet(self, path), _("The sheet was sent to the printer."))

    def _save_sheet(self) -> None:
        path = self._journal.path
        self._put_out(
            lambda: bool(save_sheet(self, path)),
            _("The sheet was saved. Put it where only you find it, and not beside the journal."),
        )

    def _put_out(self, make: Callable[[], bool], done: str) -> None:
        try:
            if make():
                self.say_done(done)
        except UserError as error:
            self._say(str(error), Tone.ERROR)


def _lead(encrypted: bool) -> str:
    if encrypted:
        return _("This journal has a passphrase. Nobody can read its file without it.")
    return _("This journal has no passphrase: whoever can open its file can read it.")
