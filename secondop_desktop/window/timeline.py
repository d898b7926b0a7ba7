"""The timeline: all that has a date, the newest first, by year."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel

from secondop_desktop.journal.timeline import Dated, timeline
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.controls.combo_box import StillCombo
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.controls.labels import muted
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.lists.rich_list import RowItem, RowList
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.widgets.theme import Space
from secondop_desktop.window.places import PageContext


class TimelinePage(Page):
    """One list of everything dated; choosing a row opens its entry."""

    def __init__(self, around: PageContext) -> None:
        super().__init__(_("Timeline"), "", scrolls=False)
        self._around = around
        self._found: list[Dated] = []
        self.list = RowList(_("Timeline"))
        self.list.opened.connect(lambda key: self.entry_wanted.emit(str(key)))
        self.empty = Empty(
            "timeline",
            _("Nothing with a date yet"),
            _("Appointments, results, letters and notes appear here in order, once dated."),
            _("Add an appointment"),
        )
        self.empty.pressed.connect(lambda: self.place_wanted.emit("appointment"))
        self.add(self._choice())
        self.add(self.list, 1)
        self.content.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        dated = [kind.name for kind in around.journal.kinds.values() if kind.when]
        around.watch.on([*dated, "provider"], self.refresh, self)
        self.refresh()

    def _choice(self) -> QHBoxLayout:
        """Return what chooses the kind to show, beside how many there are."""
        self.filter = StillCombo()
        self.filter.setAccessibleName(_("Show"))
        self.filter.currentIndexChanged.connect(self._list)
        self.count = muted("")
        self.label = QLabel(_("Show"))
        self.label.setBuddy(self.filter)
        row = QHBoxLayout()
        row.setSpacing(Space.MEDIUM)
        for part, stretch in ((self.label, 0), (self.filter, 0), (self.count, 1)):
            row.addWidget(part, stretch)
        return row

    def refresh(self) -> None:
        """Read the journal again."""
        self._found = timeline(self._around.journal, self._around.person or None)
        self._offer_kinds()
        self._list()

    def focus_start(self) -> None:
        """Begin in the list."""
        (self.list if self._found else self.empty.button).setFocus()

    def _offer_kinds(self) -> None:
        chosen = self.filter.currentData()
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.addItem(_("Everything"), "")
        for kind in dict.fromkeys(one.kind.name for one in self._found):
            self.filter.addItem(_(self._around.journal.kinds[kind].plural), kind)
        self.filter.setCurrentIndex(max(0, self.filter.findData(chosen)))
        self.filter.blockSignals(False)

    def _list(self) -> None:
        wanted = self.filter.currentData()
        shown = [one for one in reversed(self._found) if wanted in ("", None, one.kind.name)]
        self.list.set_items([_item(one) for one in shown])
        text = ngettext(
            "{number} entry, the newest first", "{number} entries, the newest first", len(shown)
        )
        self.count.setText(text.format(number=len(shown)))
        for part in (self.list, self.filter, self.label, self.count):
            part.setVisible(bool(self._found))
        self.empty.setVisible(not self._found)


def _item(one: Dated) -> RowItem:
    return RowItem(
        one.id,
        one.title,
        " · ".join(part for part in (_(one.kind.label), one.line.replace("\n", " ")) if part),
        one.date.words(),
        Status(_("Draft")) if one.draft else None,
        one.kind.icon,
    )
