"""The bin: what was put away, bringing it back, and emptying it for good."""

from datetime import datetime

from PySide6.QtCore import Qt

from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.dialogs.messages import confirm
from secondop_desktop.widgets.lists.rich_list import RowItem, RowList
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.window.places import PageContext


class BinPage(Page):
    """Lists what is in the bin of this journal, what was put away last first."""

    def __init__(self, around: PageContext) -> None:
        lead = _("What you put in the bin stays here until you empty it.")
        super().__init__(_("Bin"), lead, scrolls=False)
        self._around = around
        self._add_buttons()
        self.list = RowList(_("Bin"))
        self.list.chosen.connect(lambda _key: self.back.setEnabled(True))
        self.list.opened.connect(lambda _key: self._bring_back())
        self.empty = self._nothing_here()
        self.add(self.list, 1)
        self.content.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        around.watch.on(around.journal.kinds, self.refresh, self)
        self.refresh()

    def _add_buttons(self) -> None:
        self.back = Button(_("Bring back"), "undo", Rank.PRIMARY)
        self.back.clicked.connect(self._bring_back)
        self.emptying = Button(_("Empty the bin…"), "bin", Rank.DANGER)
        self.emptying.clicked.connect(self._empty_bin)
        self.add_action(self.back)
        self.add_action(self.emptying)

    def _nothing_here(self) -> Empty:
        empty = Empty(
            "bin",
            _("The bin is empty"),
            _("What you put in the bin will be here."),
            _("Back to Home"),
            action_icon="home",
        )
        empty.pressed.connect(lambda: self.place_wanted.emit("home"))
        return empty

    def refresh(self) -> None:
        """Show the bin as it is now; parts that went with their owner are not listed."""
        items = sorted(self._items(), key=lambda pair: pair[0], reverse=True)
        self.list.set_items([item for _since, item in items])
        self.list.setVisible(bool(items))
        self.empty.setVisible(not items)
        self.emptying.setVisible(bool(items))
        self.back.setVisible(bool(items))
        self.back.setEnabled(self.list.current_key() is not None)

    def focus_start(self) -> None:
        """Begin in the list."""
        (self.list if self.list.items() else self.empty.button).setFocus()

    def _items(self) -> list[tuple[str, RowItem]]:
        journal, names = self._around.journal, self._around.journal.names()
        found = []
        rows = {k: journal.entries(k, binned=True) for k in journal.kinds}
        together = {(row.id, row.deleted_at) for kind in rows.values() for row in kind}
        for name, binned in rows.items():
            kind = journal.kinds[name]
            owners = [field.name for field in kind.fields if field.owner]
            for row in binned:
                if row.person not in (self._around.person, row.id):
                    continue
                if any((getattr(row, owner), row.deleted_at) in together for owner in owners):
                    continue
                since = datetime.fromisoformat(row.deleted_at).astimezone()
                day = _("since {date}").format(date=PartialDate.of(since.date()).words())
                title = kind.title(row, names)
                found.append(
                    (
                        row.deleted_at,
                        RowItem((name, row.id), title, _(kind.label), day, icon=kind.icon),
                    )
                )
        return found

    def _bring_back(self) -> None:
        key = self.list.current_key()
        if isinstance(key, tuple):
            kind, entry = key
            title = self._around.journal.name(entry)
            label = _("Bring back: {title}").format(title=title)
            with self._around.journal.change(label) as change:
                change.bring_back(kind, entry)
            self.focus_start()

    def _empty_bin(self) -> None:
        text = _(
            "Everything in the bin, of every person in this journal, is deleted for good, and what "
            "was done before can no longer be undone. Safe copies made earlier still hold it."
        )
        title = _("Empty the bin?")
        if confirm(self, title, text, _("Empty the bin"), _("Keep it"), danger=True):
            self._around.journal.empty_bin()
            self.focus_start()
