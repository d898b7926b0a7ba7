"""A list to search and to tick: several are taken at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.background.text_folding import fold
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.labels import Label, heading, muted
from secondop_desktop.widgets.dialogs.scrolling_dialog import ScrollingDialog
from secondop_desktop.widgets.fields.wrapping import WrapCheck
from secondop_desktop.widgets.theme import Space


@dataclass(frozen=True)
class Offer:
    """One thing to tick: its key, its words, and what is known of it; taken ones stay as they are.

    ``group`` is the heading it stands under.
    """

    key: str
    text: str
    group: str = ""
    note: str = ""
    taken: bool = False


class PickDialog(ScrollingDialog):
    """Type to narrow the list, tick, then add all that is ticked; Escape adds nothing."""

    chars = 76

    def __init__(self, parent: QWidget, title: str, offers: Sequence[Offer]) -> None:
        super().__init__(parent, title)
        self.offers = list(offers)
        self.boxes = [self._box(offer) for offer in self.offers]
        self.search = QLineEdit()
        self.count = muted("")
        self.groups: dict[str, QWidget] = {}
        self.add_button = Button("", "add", Rank.PRIMARY)
        self._place(title)
        self._connect_signals()
        self._tell()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _box(self, offer: Offer) -> WrapCheck:
        words = f"{offer.text} ({offer.note})" if offer.note else offer.text
        box = WrapCheck(words.replace("&", "&&"))
        box.setAccessibleName(words)
        box.setChecked(offer.taken)
        box.setEnabled(not offer.taken)
        box.toggled.connect(self._tell)
        return box

    def _place(self, title: str) -> None:
        prompt = Label(_("Type a word to look for"))
        prompt.setBuddy(self.search)
        self.search.setAccessibleName(prompt.text())
        self.keep_above(heading(title, 2), prompt, self.search, self.count)
        self._fill()
        self.buttons.addWidget(self.add_button)
        self.cancel = self.add_cancel()

    def _fill(self) -> None:
        for offer, box in zip(self.offers, self.boxes, strict=True):
            if offer.group and offer.group not in self.groups:
                self.groups[offer.group] = heading(offer.group, 3)
                self.content.addSpacing(Space.SMALL)
                self.content.addWidget(self.groups[offer.group])
            self.content.addWidget(box)
        self.content.addStretch(1)

    def _connect_signals(self) -> None:
        # Enter in the search line goes to what it found; it must not add anything yet.
        for button in (self.add_button, self.cancel):
            button.setAutoDefault(False)
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self._to_first)
        self.add_button.clicked.connect(self.accept)

    def _narrow(self, text: str) -> None:
        """Show what holds every word typed, in its text or in its heading."""
        words = fold(text).split()
        shown = set()
        for offer, box in zip(self.offers, self.boxes, strict=True):
            whole = fold(f"{offer.text} {offer.group} {offer.note}")
            fits = all(word in whole for word in words)
            box.setVisible(fits)
            shown |= {offer.group} if fits else set()
        for group, head in self.groups.items():
            head.setVisible(group in shown)
        self._tell()
        announce(self, self.count.text())

    def _to_first(self) -> None:
        first = (box for box in self.boxes if box.isEnabled() and not box.isHidden())
        found = next(first, None)
        if found is not None:
            found.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self) -> None:
        """Say how many are shown and how many are ticked."""
        shown, ticked = sum(not box.isHidden() for box in self.boxes), len(self.ticked())
        here = ngettext("{count} shown", "{count} shown", shown).format(count=shown)
        chosen = ngettext("{count} ticked", "{count} ticked", ticked).format(count=ticked)
        self.count.setText(f"{here} · {chosen}")
        words = ngettext("Add {count} question", "Add {count} questions", ticked)
        self.add_button.setText(words.format(count=ticked) if ticked else _("Tick some to add"))
        self.add_button.setEnabled(ticked > 0)

    def ticked(self) -> list[Offer]:
        """Return what is ticked now and was not taken before, also where the search hides it."""
        pairs = zip(self.offers, self.boxes, strict=True)
        return [offer for offer, box in pairs if box.isChecked() and not offer.taken]


def pick(parent: QWidget, title: str, offers: Sequence[Offer]) -> list[Offer]:
    """Show the list and return what was ticked; nothing when the dialog was left."""
    dialog = PickDialog(parent, title, offers)
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    found = dialog.ticked() if agreed else []
    dialog.deleteLater()
    return found
