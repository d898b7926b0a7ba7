"""Costs: the list with what is due, filters, and what each state comes to."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from secondop_desktop.features.costs.kind import KIND
from secondop_desktop.features.costs.page.sums import Sums
from secondop_desktop.features.costs.rules import due_words, money, overdue
from secondop_desktop.journal.kinds import Field, Names
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.lang import N_, _, ngettext
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.combo_box import StillCombo
from secondop_desktop.widgets.controls.labels import Label, muted
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.fields.inline_caption import captioned
from secondop_desktop.widgets.kind_pages.entry_rows import row_item, row_items
from secondop_desktop.widgets.kind_pages.entry_view import Reading
from secondop_desktop.widgets.kind_pages.reading_page import ReadingPage
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.lists.rich_list import RowItem
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone

_TONES = {"due": Tone.INFO, "paid": Tone.SUCCESS, "refunded": Tone.SUCCESS}
_OVERDUE = "overdue"
_TABLE_LINES = 28
"""A page of fewer lines keeps its room for the list."""
_BOX_CHARS = 13
"""So that both boxes stand on one line, also with the largest text."""
_STATES = (("", N_("All costs")), (_OVERDUE, N_("Overdue")), *KIND.by_name["state"].choices)
_FUNDING = (("", N_("NHS and private")), ("nhs", N_("NHS")), ("private", N_("Private")))


class CostReading(Reading):
    """Says the sum with its currency, as a bill does."""

    def words_of(self, field: Field, names: Names) -> str:
        """Say the answer to one question."""
        if field.name == "amount" and self.row.amount is not None:
            return money(self.row.amount, self.row.currency)
        return "" if field.name == "currency" else super().words_of(field, names)


class CostsPage(ReadingPage):
    """Lists costs, those that a filter leaves, and adds up the ones that are listed."""

    reading_of = CostReading

    def build(self) -> None:
        """Place the filters above the list, and the sums under the page."""
        self.state, self.funding = _choice(_STATES), _choice(_FUNDING)
        self.sums = Sums()
        self.filters = self._filters()
        self.nothing = muted(_("No cost matches what you chose above."))
        for part in (self.sums, self.filters, self.nothing):
            part.setParent(self)  # what is shown without one would be a window of its own
        super().build()
        for box in (self.state, self.funding):
            box.currentIndexChanged.connect(lambda _at: self.refresh())

    def _place_parts(self) -> None:
        super()._place_parts()
        self.add_action(self.filters)
        self.add(self.sums)
        self.column.insertWidget(0, self.nothing)

    def _filters(self) -> QWidget:
        whole = QWidget()
        row = Flow(whole, spacing=Space.LARGE)
        label = Label(_("Show"))
        label.setWordWrap(False)
        label.setBuddy(self.state)
        self.state.setAccessibleName(label.text())
        self.funding.setAccessibleName(_("NHS or private"))
        row.addWidget(captioned(label, self.state))
        row.addWidget(self.funding)
        return whole

    def rows(self) -> list[Any]:
        """Return the costs that the filters leave, the newest first."""
        state, paid = self.state.currentData(), self.funding.currentData()
        found = [row for row in super().rows() if _fits_state(row, state)]
        funding = self._funding() if paid else {}
        return [row for row in found if not paid or funding.get(row.provider) in {paid, "both"}]

    def _funding(self) -> Mapping[str | None, str]:
        """Return for each who may charge something whether it is NHS or private."""
        return {row.id: row.funding for row in self.journal.entries("provider")}

    def rows_as_items(self, rows: Sequence[Any]) -> Sequence[RowItem]:
        """Return the costs with a tag for how far each is, and when it is due."""
        kind, names, funding = self.kind, self.journal.names(), self._funding()
        words = dict(self.journal.kinds["provider"].by_name["funding"].choices)
        today = local_today()

        def made(row: Any) -> RowItem:
            paid = _(words.get(funding.get(row.provider, ""), ""))
            return _item(row_item(kind, row, names), row, paid, today)

        return row_items(rows, made, lambda row: bool(row.state) or kind.is_draft(row))

    def refresh(self) -> None:
        """Show the costs as they are saved now."""
        super().refresh()
        rows = self.listed
        self.sums.show_rows(rows)
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
        """Say the sums in a line where a table would take the room of the list."""
        super().resizeEvent(event)
        self._fit_sums()

    def _fit_sums(self) -> None:
        low = self.height() < theme.current().line_height() * _TABLE_LINES
        self.sums.show_in_words(self.panes.single or low)
        self.sums.setVisible(bool(self.list.items()) and self.panes.isVisibleTo(self))


def _choice(words: Sequence[tuple[str, str]]) -> StillCombo:
    box = StillCombo()
    box.setMinimumContentsLength(_BOX_CHARS)
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
