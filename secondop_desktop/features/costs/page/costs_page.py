"""Costs: the list with what is due, filters, and what each state comes to."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from secondop_desktop.features.costs.kind import KIND
from secondop_desktop.features.costs.page.sums import Sums
from secondop_desktop.features.costs.rules import due_words, overdue
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.lang import N_, _, ngettext
from secondop_desktop.widgets.controls.combo_box import StillCombo
from secondop_desktop.widgets.controls.labels import Label, muted
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.kind_pages.entries_page import EntriesPage, row_item
from secondop_desktop.widgets.lists.rich_list import RowItem
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone

_TONES = {"due": Tone.INFO, "paid": Tone.SUCCESS, "refunded": Tone.SUCCESS}
_OVERDUE = "overdue"
_STATES = (("", N_("All of them")), (_OVERDUE, N_("Overdue")), *KIND.by_name["state"].choices)
_FUNDING = (("", N_("All of them")), ("nhs", N_("NHS")), ("private", N_("Private")))


class CostsPage(EntriesPage):
    """Lists costs, those that a filter leaves, and adds up the ones that are listed."""

    def build(self) -> None:
        """Place the filters above the list, and the sums beside it or above it."""
        self.state, self.funding = _choice(_STATES), _choice(_FUNDING)
        self.beside, self.above = Sums(), Sums()
        self.filters = self._filters()
        self.nothing = muted(_("No cost fits what is chosen above."))
        for part in (self.above, self.beside, self.filters, self.nothing):
            part.setParent(self)  # what is shown without one would be a window of its own
        super().build()
        column = self.panes.first.layout()
        assert isinstance(column, QVBoxLayout)
        self.panes.set_rest(self.beside)
        for at, part in enumerate((self.above, self.filters, self.nothing)):
            column.insertWidget(at, part)
        for box in (self.state, self.funding):
            box.currentIndexChanged.connect(lambda _at: self.refresh())
        self.refresh()

    def _filters(self) -> QWidget:
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Space.SMALL)
        grid.setColumnStretch(1, 1)
        asked = ((_("Show"), self.state), (_("NHS or private"), self.funding))
        for at, (words, box) in enumerate(asked):
            label = Label(words)
            label.setWordWrap(False)
            label.setBuddy(box)
            box.setAccessibleName(words)
            grid.addWidget(label, at, 0)
            grid.addWidget(box, at, 1)
        return whole

    def rows(self) -> list[Any]:
        """Return the costs that the filters leave, the newest first."""
        funding = self._funding()
        state, paid = self.state.currentData(), self.funding.currentData()
        found = [row for row in super().rows() if _fits_state(row, state)]
        return [row for row in found if not paid or funding.get(row.id, "") in {paid, "both"}]

    def _funding(self) -> Mapping[str, str]:
        """Return for each cost whether the one who charges it is NHS or private."""
        doctors = {row.id: row.funding for row in self.journal.entries("provider")}
        costs = self.journal.entries("cost", person=self.person)
        return {row.id: doctors.get(row.provider, "") for row in costs}

    def rows_as_items(self, rows: Sequence[Any]) -> list[RowItem]:
        """Return the costs with a tag for how far each is, and when it is due."""
        names, funding = self.journal.names(), self._funding()
        words = dict(self.journal.kinds["provider"].by_name["funding"].choices)
        today = local_today()
        return [
            _item(row_item(self.kind, row, names), row, _(words.get(funding[row.id], "")), today)
            for row in rows
        ]

    def refresh(self) -> None:
        """Show the costs as they are saved now."""
        super().refresh()
        rows = self.rows()
        for part in (self.beside, self.above):
            part.show_rows(rows)
        filtered = bool(self.state.currentData() or self.funding.currentData())
        some = bool(rows) or filtered
        self.nothing.setVisible(filtered and not rows)
        if filtered:
            self.empty.hide()
            self.panes.show()
            self.add_button.show()
        self.filters.setVisible(some)
        self._fit_sums()

    def counted(self, number: int) -> str:
        """Say how many are listed."""
        text = ngettext("{number} cost", "{number} costs", number)
        return text.format(number=number) if number else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the sums stand above the list where nothing is beside it."""
        super().resizeEvent(event)
        self._fit_sums()

    def _fit_sums(self) -> None:
        self.above.setVisible(self.panes.single and bool(self.list.items()))


def _choice(words: Sequence[tuple[str, str]]) -> StillCombo:
    box = StillCombo()
    for key, text in words:
        box.addItem(_(text), key)
    return box


def _fits_state(row: Any, state: str) -> bool:
    if state == _OVERDUE:
        return overdue(row, local_today())
    return not state or row.state == state


def _item(item: RowItem, row: Any, funding: str, today: date) -> RowItem:
    """Say on a row what the tag does not: the sum, who charges it, NHS or private, when due."""
    state = _(KIND.by_name["state"].label_of(row.state)) if row.state else ""
    parts = [part for part in item.detail.split(" · ") if part and part != state]
    detail = " · ".join(part for part in (*parts, funding, due_words(row, today)) if part)
    late = overdue(row, today)
    tag = Status(_("Overdue"), Tone.WARNING) if late else None
    if tag is None and state:
        tag = Status(state, _TONES.get(row.state, Tone.PLAIN))
    return RowItem(item.key, item.title, detail, item.date, item.status or tag, item.icon)
