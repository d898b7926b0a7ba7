"""Search everything: what was found, best first, with the words around it."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout

from secondop_desktop.journal.search.marking import MATCH_END, MATCH_START, unmarked
from secondop_desktop.journal.search.query import Hit
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.combo_box import StillCombo
from secondop_desktop.widgets.controls.labels import muted
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.kind_pages.take_acts import let_take_along
from secondop_desktop.widgets.lists.rich_list import RowItem, RowList
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone
from secondop_desktop.window.places import PageContext

_AT_FIRST = 40
"""So many entries found are read before the list is shown; the others once it is."""


class FindPage(Page):
    """Lists the hits of the words typed into the search box, of this person only."""

    def __init__(self, around: PageContext) -> None:
        super().__init__(_("Search everything"), "", wide=True, scrolls=False)
        self._around = around
        self._words = ""
        self.count = muted("")
        self._hits: list[Hit] = []
        self.filter = StillCombo()
        self.filter.setAccessibleName(_("Show"))
        self.filter.currentIndexChanged.connect(lambda _at: self._list())
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._list_some)
        self.list = RowList(_("What was found"), lead=True)
        self.list.opened.connect(lambda key: self.entry_wanted.emit(str(key)))
        self.menu = let_take_along(self.list, self.taking_wanted.emit)
        row = QHBoxLayout()
        self.add(row)
        row.setSpacing(Space.MEDIUM)
        row.addWidget(self.filter)
        row.addWidget(self.count, 1)
        self.add(self.list, 1)
        self.content.addStretch()
        around.watch.changed.connect(self._on_change)

    def show_words(self, words: str) -> None:
        """Search for words; several must all occur, a phrase in quotation marks as it stands."""
        self._words = words
        hits = self._around.journal.find(words, self._around.person or None)
        self._hits = list(hits)
        self._offer_kinds()
        self._list()
        if hits:
            said = ngettext(
                "{number} entry found for {words}", "{number} entries found for {words}", len(hits)
            )
        else:
            said = _("Nothing found for {words}. Try fewer letters, or one word only.")
        self.count.setText(said.format(number=len(hits), words=f"“{words}”"))
        announce(self, self.count.text())

    def _offer_kinds(self) -> None:
        """Offer each kind that was found with its number; what was chosen stays, if it is there."""
        chosen = self.filter.currentData()
        found = Counter(hit.kind for hit in self._hits)
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.addItem(_("Everything"), "")
        for kind, number in found.most_common():
            plural = _(self._around.journal.kinds[kind].plural)
            words = _("{kind} ({number})").format(kind=plural, number=number)
            self.filter.addItem(words, kind)
        self.filter.setCurrentIndex(max(0, self.filter.findData(chosen)))
        self.filter.blockSignals(False)
        self.filter.setVisible(len(found) > 1)

    def _list(self) -> None:
        """List what is of the kind chosen, the best first."""
        self._list_some(_AT_FIRST)
        self.list.setVisible(bool(self._hits))
        self._rest.start()

    def _list_some(self, most: int | None = None) -> None:
        """List the best: to read the words around all of them takes longer than to find them."""
        kind = self.filter.currentData() or ""
        shown = [hit for hit in self._hits if kind in ("", hit.kind)][:most]
        if most is not None or len(shown) > len(self.list.items()):
            self.list.set_items([self._item(hit) for hit in shown])

    def focus_start(self) -> None:
        """Begin with the first entry found."""
        if self.list.items():
            if self.list.current_key() is None:
                self.list.choose(self.list.items()[0].key)
            self.list.setFocus()

    def _on_change(self, _changes: object) -> None:
        if self._words:
            self.show_words(self._words)

    def _item(self, hit: Hit) -> RowItem:
        kind = self._around.journal.kinds[hit.kind]
        return RowItem(
            hit.id,
            hit.title,
            unmarked(hit.snippet),
            _(kind.label),
            status=_status(hit),
            icon=kind.icon,
            marked=tuple(_marks(hit.snippet)),
        )


def _status(hit: Hit) -> Status | None:
    """Say of what is only begun, and of what is not so, that it is no fact."""
    if not hit.is_fact:
        return Status(_("Taken back"), Tone.PLAIN)
    return Status(_("Draft"), Tone.PLAIN) if hit.is_draft else None


def _marks(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the words found begin, and their length, in a text without its marks."""
    at = 0
    for part in text.split(MATCH_START):
        word, ended, after = part.partition(MATCH_END)
        if ended:
            yield at, len(word)
        at += len(word) + len(after)
