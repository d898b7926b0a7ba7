"""The page that asks for the passphrase of a journal, or for the code of its recovery sheet."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup
from secondop_desktop.journal.protection.sheet_code import LINES, is_code, line_fits, read, spell
from secondop_desktop.journal.protection.sheet_slips import slip
from secondop_desktop.journal.protection.unlocking import unlock, why_not
from secondop_desktop.journal.storage.header import Locked
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import paragraph
from secondop_desktop.widgets.feedback.notice import Notice
from secondop_desktop.widgets.fields.line import LineField
from secondop_desktop.widgets.fields.secret import SecretField
from secondop_desktop.widgets.forms.labelled_field import Question
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone


class UnlockPage(Page):
    """Shows nothing of the journal: not even its name, until somebody asks which one it is."""

    unlocked = Signal(str, bool)
    """The path of a journal that can be opened now, and whether a recovery sheet opened it."""
    other_wanted = Signal()
    """The person wants another journal."""

    def __init__(self, journal: Path) -> None:
        lead = _("Your journal is locked. It opens with its passphrase.")
        super().__init__(_("Locked"), lead)
        self.setProperty("help", "locked")
        self._journal = journal
        self.trouble = Notice("", Tone.ERROR)
        self.trouble.hide()
        self.copies = Button(_("Open a safe copy…"), "safe-copy")
        self.copies.clicked.connect(self._ask_copy)
        self.trouble.add_action(self.copies)
        self.add(self.trouble)
        self.passphrase = self._passphrase_card()
        self.sheet = self._sheet_card()
        self.add(self.passphrase)
        self.add(self.sheet)
        self.add(self._elsewhere())
        self._show_sheet(False)
        self._stand_alone()

    def _stand_alone(self) -> None:
        """Keep the margins around the heading too: without a journal there is no top row for it."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(Space.LARGE, Space.SMALL, 0, 0)
        self.scroller.content.setContentsMargins(0, Space.SMALL, Space.LARGE, Space.LARGE)

    def _passphrase_card(self) -> Card:
        card = Card()
        self.secret = SecretField()
        self.secret.line.returnPressed.connect(self._open)
        card.add(Question(_("Passphrase"), self.secret))
        self.open_button = Button(_("Open the journal"), "lock", Rank.PRIMARY)
        self.open_button.clicked.connect(self._open)
        self.has_sheet = Button(_("I forgot it and have a recovery sheet"), rank=Rank.QUIET)
        self.has_sheet.clicked.connect(lambda: self._show_sheet(True))
        for button in (self.open_button, self.has_sheet):
            card.add_action(button)
        return card

    def _sheet_card(self) -> Card:
        card = Card(_("Your recovery sheet"))
        text = _("Type its four lines. You can use small letters, and leave out the gaps.")
        card.add(paragraph(text))
        self.lines = [LineField(chars=24) for _at in range(LINES)]
        for at, line in enumerate(self.lines, 1):
            line.edited.connect(lambda at=at: self._look_at_line(at))
            line.line.returnPressed.connect(self._open_by_sheet)
            card.add(Question(_("Line {number}").format(number=at), line))
        self.sheet_button = Button(_("Open the journal"), "lock", Rank.PRIMARY)
        self.sheet_button.clicked.connect(self._open_by_sheet)
        back = Button(_("I know the passphrase after all"), rank=Rank.QUIET)
        back.clicked.connect(lambda: self._show_sheet(False))
        for button in (self.sheet_button, back):
            card.add_action(button)
        return card

    def _elsewhere(self) -> Card:
        card = Card()
        self.which = paragraph("")
        self.which.hide()
        card.add(paragraph(_("Without the passphrase and the sheet nobody can open it.")))
        card.add(self.which)
        show = Button(_("Which journal is this?"), rank=Rank.QUIET)
        show.clicked.connect(self._tell_which)
        other = Button(_("Another journal"), "open", Rank.QUIET)
        other.clicked.connect(self.other_wanted)
        for button in (show, other):
            card.add_action(button)
        return card

    def focus_start(self) -> None:
        """Begin where the passphrase is typed."""
        self._start().setFocus()

    def _start(self) -> QWidget:
        return self.lines[0] if self.sheet.isVisibleTo(self) else self.secret

    def _show_sheet(self, shown: bool) -> None:
        self.sheet.setVisible(shown)
        self.passphrase.setVisible(not shown)
        self.trouble.hide()
        if self.isVisible():
            self.focus_start()

    def _tell_which(self) -> None:
        self.which.setText(str(self._journal))
        self.which.show()
        announce(self, str(self._journal))

    def _look_at_line(self, at: int) -> None:
        line = self.lines[at - 1]
        if is_code(line.value() or ""):  # pasted as a whole, as after a scan
            for one, letters in zip(self.lines, spell(read(line.value() or "")), strict=True):
                one.line.setText(letters)
            return
        fits = line_fits(at, line.value() or "")
        line.show_problem(None if fits is not False else _("This line is not as on the sheet"))
        line.set_note(_("As on the sheet") if fits else "")

    def _open(self) -> None:
        if typed := self.secret.value():
            self._try(typed, by_sheet=False)
        else:
            self.secret.show_problem(_("Enter the passphrase"))
            self.secret.setFocus()

    def _open_by_sheet(self) -> None:
        typed = [line.value() or "" for line in self.lines]
        wrong = [at for at, line in enumerate(typed, 1) if not line_fits(at, line)]
        if wrong:
            self._say(slip("\n".join(typed)) or _line_to_compare(wrong[0]))
            self.lines[wrong[0] - 1].setFocus()
        else:
            self._try("\n".join(typed), by_sheet=True)

    def _try(self, typed: str, *, by_sheet: bool) -> None:
        try:
            unlock(self._journal, typed)
        except Locked:
            why = why_not(typed)
            self._say(why if by_sheet else f"{_wrong()} {why}".rstrip())
            self.secret.line.selectAll()
            self.focus_start()
        except (UserError, OSError) as error:
            self._say(str(error))
        else:
            self.secret.clear()
            self.unlocked.emit(str(self._journal), by_sheet)

    def _say(self, text: str) -> None:
        found = len(backup.copies(self._journal))
        beside = ngettext(
            "There is {count} safe copy beside it. It opens with the passphrase the journal had "
            "when it was made.",
            "There are {count} safe copies beside it. Each opens with the passphrase the journal "
            "had when it was made.",
            found,
        )
        said = f"{text} {beside.format(count=found)}" if found else text
        self.copies.setVisible(bool(found))
        self.trouble.say(said, Tone.ERROR, _("It did not open"))
        self.trouble.show()
        announce(self, said, urgent=True)

    def _ask_copy(self) -> None:
        name, _chosen = QFileDialog.getOpenFileName(
            self,
            _("Open a safe copy"),
            str(backup.folder_of(self._journal)),
            _("Journals (*.secondop)"),
        )
        if name:
            self.unlocked.emit(name, False)


def _wrong() -> str:
    return _(
        "Wrong passphrase, or a damaged file. Check the Caps Lock key and type it again: "
        "capital and small letters, and gaps, matter."
    )


def _line_to_compare(number: int) -> str:
    return _("Compare line {number} with the sheet.").format(number=number)
