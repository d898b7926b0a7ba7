"""Help: what each screen is for and the keys that do the same as the mouse; works offline."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.button import Button
from secondop_desktop.widgets.card import Card
from secondop_desktop.widgets.page import Page
from secondop_desktop.widgets.text import heading, muted, paragraph
from secondop_desktop.window.actions import ACTS
from secondop_desktop.window.leads import LEADS
from secondop_desktop.window.places import Around
from secondop_desktop.window.sidebar import PLACES

_MORE = {
    "home": N_(
        "Home shows what comes next, the seven steps, open questions, what is to be done, and "
        "what you changed last. Every line leads to its screen."
    ),
    "timeline": N_(
        "Everything that has a date, the newest first. Enter opens a line. With “Show” you see "
        "one kind of entry only."
    ),
    "find": N_(
        "Type a few letters of any word. Down goes into what was found, Enter opens it, Esc "
        "goes back to where you were."
    ),
    "pdf": N_(
        "Untick what the doctor does not need. The pages on the right are the pages that are "
        "saved. What you marked as private stays out unless you tick it."
    ),
    "import": N_(
        "Choose files. You see first what would happen, and nothing is written before you agree. "
        "One step back takes all of it out again."
    ),
    "copies": N_(
        "A safe copy is made when you close the journal. Choose one in the list to go back to it."
    ),
    "bin": N_("Choose a line and bring it back. Only emptying the bin is for ever."),
    "check": N_("The check reads every entry and every file, and changes nothing."),
    "settings": N_("Choose how large and in which colours everything is shown."),
}
_KEYS = (
    ("F6", N_("From the list of screens to the page, and back")),
    ("Tab", N_("To the next field or button; with Shift to the one before")),
    ("Esc", N_("Close a window over the page; what you typed is saved")),
)


class HelpPage(Page):
    """A card for the screen the person came from, then how to begin, all screens, and the keys."""

    def __init__(self, around: Around) -> None:
        super().__init__(_("Help"), _("Everything here works without the internet."))
        self._from = ""
        self.back = Button("", "arrow-left")
        self.back.clicked.connect(lambda: self.place_wanted.emit(self._from))
        self.back.hide()
        self.screen_card = Card()
        self.words = paragraph("")
        self.screen_card.add(self.words)
        self.screen_card.add_action(self.back)
        self.screen_card.hide()
        for card in (
            self.screen_card,
            self._first(),
            self._keys(),
            self._screens(),
            self._notice(),
        ):
            self.add(card)
        self._from = ""

    def open_entry(self, entry: str) -> None:
        """Say what the screen with this key is for, and lead back to it."""
        labels = {place.key: place.label for place in PLACES}
        said = _MORE.get(entry) or LEADS.get(entry)
        if said:
            title = _(labels.get(entry, "")) if entry in labels else _("This screen")
            self._from = entry
            self.screen_card.set_title(title)
            self.words.setText(_(said))
            self.back.setText(_("Back to {screen}").format(screen=title).replace("&", "&&"))
            self.back.setVisible(entry != "find")
            self.screen_card.show()

    def focus_start(self) -> None:
        """Begin with the way back."""
        self.back.setFocus()

    def _first(self) -> Card:
        card = Card(_("How to begin"))
        for line in (
            _("Write down your question under “My question”. One sentence is enough."),
            _("Home shows seven steps. Only you say how far each of them is."),
            _("Everything you type is saved by itself. Nothing has to be complete."),
            _("Ctrl and Z takes the last step back, even after the program was closed."),
            _("What you put away lies in the bin and can be brought back."),
        ):
            card.add(paragraph(f"•  {line}"))
        return card

    def _screens(self) -> Card:
        card = Card(_("The screens"))
        for place in PLACES:
            said = LEADS.get(place.key) or _MORE.get(place.key)
            if said:
                card.add(_pair(_(place.label), _(said)))
        return card

    def _keys(self) -> Card:
        card = Card(_("Keys"))
        for act in ACTS:
            if act.shortcut:
                words = _(act.label).replace("&", "").rstrip("…")
                card.add(paragraph(f"{act.shortcut}   {words}"))
        for key, words in _KEYS:
            card.add(paragraph(f"{key}   {_(words)}"))
        return card

    def _notice(self) -> Card:
        card = Card(_("What Secondop is not"))
        card.add(
            paragraph(
                _(
                    "A personal record. Not a medical device; it does not diagnose, interpret or "
                    "advise. In an emergency call 999; for urgent advice, NHS 111."
                )
            )
        )
        return card


def _pair(title: str, text: str) -> QWidget:
    pair = QWidget()
    column = QVBoxLayout(pair)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(heading(title, 3))
    column.addWidget(muted(text))
    return pair
