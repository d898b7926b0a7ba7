"""The plain page of a kind: a list of one person's entries beside the form of one."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind, Names
from secondop_desktop.journal.values.dates import PartialDate, undated_last
from secondop_desktop.lang import _, time_words
from secondop_desktop.widgets.background.watch import Watch
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.controls.labels import muted
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.forms.unsaved_changes import leave_unsaved
from secondop_desktop.widgets.lists.rich_list import RowItem, RowList
from secondop_desktop.widgets.screen.list_detail import Panes
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.widgets.theme.tone import Tone

FormOf = type[Form]
NEW = "new"
"""What ``open_entry`` is asked for to begin an entry that does not exist yet."""


def row_item(kind: Kind, row: Any, names: Names) -> RowItem:
    """Return an entry as a row: title, second line, date, and whether it is a draft."""
    when = getattr(row, kind.when) if kind.when else None
    draft = Status(_("Draft"), Tone.PLAIN) if kind.is_draft(row) else None
    line = kind.line(row, names).replace("\n", " ")
    return RowItem(
        row.id,
        kind.title(row, names),
        line if line or draft is None else started(row),
        when.words() if when else "",
        draft,
        kind.icon,
    )


def started(row: Any) -> str:
    """Say when an entry was begun, which tells drafts apart that say nothing else yet."""
    at = datetime.fromisoformat(row.created).astimezone()
    words = {"date": PartialDate.of(at.date()).words(), "time": time_words(at.hour, at.minute)}
    return _("Started {date}, {time}").format(**words)


def add_words(kind: Kind) -> str:
    """Return what the button says that makes a new entry."""
    return _(kind.add) or _("Add: {kind}").format(kind=_(kind.label))


def newest_first(kind: Kind, rows: Sequence[Any]) -> list[Any]:
    """Order by the kind's date, the newest first; entries without a date come first of all."""

    def key(row: Any) -> str:
        return undated_last(getattr(row, kind.when) if kind.when else None)

    return sorted(rows, key=key, reverse=True)


class KindPage(Page):
    """The page of one kind for one person; ``given`` is what a new entry starts with.

    ``lead`` says what the page is for while it is empty.
    """

    def __init__(
        self,
        journal: Journal,
        watch: Watch,
        kind: Kind,
        person: str,
        form: FormOf,
        lead: str = "",
        given: Mapping[str, Any] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_(kind.plural), "", parent, wide=True, scrolls=False)
        self.journal, self.watch, self.kind, self.person = journal, watch, kind, person
        self.form_of = form
        self.purpose = lead
        self.given: dict[str, Any] = {"person": person or None, **(given or {})}
        self.build()

    @abstractmethod
    def build(self) -> None:
        """Lay the page out and fill it."""

    @abstractmethod
    def start_new(self) -> object:
        """Open an empty form."""


class EntriesPage(KindPage):
    """Lists a person's entries of one kind and opens, adds and keeps them.

    ``opened`` carries the id of the entry in the form.
    """

    opened = Signal(str)
    shares = (2, 3)
    """How the list and what is opened from it share the width."""

    def build(self) -> None:
        """Place the list beside the form."""
        self.form: Form | None = None
        self._place_parts()
        self.watch.on([self.kind.name, "provider"], self.refresh, self)
        self.refresh()

    def _place_parts(self) -> None:
        self.add_button = Button(add_words(self.kind), "add", Rank.PRIMARY)
        self.add_button.clicked.connect(self.start_new)
        self.add_action(self.add_button)
        self.list = RowList(_(self.kind.plural))
        self.list.opened.connect(lambda key: self.open_entry(str(key), focus=True))
        self.count = muted("")
        first = QWidget()
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addWidget(self.count)
        self.panes = Panes(first, shares=self.shares)
        self.panes.left.connect(self.close_form)
        self.panes.follow(self.list, lambda key: self.open_entry(str(key), focus=self.panes.single))
        self.empty = Empty(
            self.kind.icon,
            _("Nothing here yet"),
            self.purpose,
            add_words(self.kind),
        )
        self.empty.pressed.connect(self.start_new)
        self.add(self.panes, 1)
        self.content.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)

    def rows(self) -> list[Any]:
        """Return the entries to list, in order; the people of a journal are all listed."""
        whose = {} if self.kind.name == "person" else {"person": self.person}
        made = self.journal.entries(self.kind.name, as_made=True, **whose)
        return newest_first(self.kind, made)

    def rows_as_items(self, rows: Sequence[Any]) -> list[RowItem]:
        """Return entries as the list shows them."""
        names = self.journal.names()
        return [row_item(self.kind, row, names) for row in rows]

    def refresh(self) -> None:
        """Show the entries as they are now."""
        rows = self.rows()
        self.list.set_items(self.rows_as_items(rows))
        self.count.setText(self.counted(len(rows)))
        nothing = not rows and self.form is None
        self.empty.setVisible(nothing)
        self.panes.setVisible(not nothing)
        self.add_button.setVisible(not nothing)

    def counted(self, number: int) -> str:
        """Say how many are listed; nothing while the first one is being written."""
        return _("{number} in the list").format(number=number) if number else ""

    def start_new(self) -> object:
        """Open an empty form."""
        if not self.may_leave():
            return None
        self.list.choose_none()
        return self._show(None)

    def open_entry(self, entry: str, *, focus: bool = False) -> None:
        """Open the form of an entry; one that is gone opens nothing, ``new`` an empty form."""
        if entry == NEW:
            self.start_new()
            return
        if self.form is None or self.form.draft.entry != entry:
            if not self._is_here(entry):
                return
            if not self.may_leave():
                self.list.choose(self.form.draft.entry if self.form else None)
                return
            self._show(entry)
            self.list.choose(entry)
            self.opened.emit(entry)
        if focus:
            self._focus_first()

    def _is_here(self, entry: str) -> bool:
        return bool(self.journal.entries(self.kind.name, id=entry))

    def may_leave(self) -> bool:
        """Save the form that is open; False when it cannot be saved and the person stays."""
        return self.form is None or self.form.flush() or leave_unsaved(self, self.form)

    def _show(self, entry: str | None) -> Form:
        form = self.form_of(self.journal, self.watch, self.kind, entry, self.given)
        form.finished.connect(self.close_form)
        form.created.connect(self.list.choose)
        self.form = form
        self.panes.show_detail(self._placed(form))
        self.refresh()
        if entry is None:
            self._focus_first()
        return form

    def _placed(self, form: Form) -> QWidget:
        """Return what is shown in the second pane while an entry is written: its form."""
        return form

    def _focus_first(self) -> None:
        if self.form is not None:
            self.form.focus_first()

    def close_form(self) -> None:
        """Save and close the form; the list has the focus again."""
        if self.form is not None and self.may_leave():
            self.form = None
            self.panes.show_detail(None)
            self.list.choose_none()  # else the list would open the same entry again
            self.refresh()
            self.focus_start()

    def focus_start(self) -> None:
        """Begin in the form when there is one open alone, else in the list."""
        if self.panes.single and self.form is not None:
            self._focus_first()
        else:
            (self.list if self.list.items() else self.empty.button).setFocus()

    def here(self) -> str:
        """Return the entry that is open."""
        return (self.form.draft.entry or "") if self.form is not None else ""

    def flush(self) -> bool:
        """Save what is being typed; False when the file could not take it."""
        return self.form is None or self.form.flush()
