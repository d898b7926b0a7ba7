"""What the costs of each state come to, in each currency by itself."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.features.costs.kind import KIND
from secondop_desktop.features.costs.rules import money, sums, without_amount
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import small
from secondop_desktop.widgets.lists.table import Column, Table, TableRow


class Sums(Card):
    """A small table: a line for each state, a column for each currency."""

    def __init__(self) -> None:
        super().__init__(_("What it adds up to"))
        self.table: Table | None = None
        self._place = QWidget()
        self._column = QVBoxLayout(self._place)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.remark = small("")
        self.add(self._place)
        self.add(self.remark)
        self._currencies: tuple[str, ...] = ()

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Add these costs up."""
        found = sums(rows, [key for key, _words in KIND.by_name["state"].choices])
        if self.table is None or found.currencies != self._currencies:
            self._make_table(found.currencies)
        assert self.table is not None
        self.table.set_rows(
            [
                TableRow(state, (_state(state), *(money(one, code) for one, code in cells)))
                for state, cells in found.lines
            ]
        )
        self.table.setVisible(bool(found.lines))
        self.remark.setText(_remark(without_amount(rows), len(found.currencies)))
        self.remark.setVisible(bool(self.remark.text()))

    def _make_table(self, currencies: tuple[str, ...]) -> None:
        if self.table is not None:
            drop(self.table, self._column)
        columns = [
            Column(_("Where it has got to"), 2),
            *(Column(code, 1, right=True) for code in currencies),
        ]
        self.table = Table(_("What it adds up to"), columns, grows=True)
        self._column.addWidget(self.table)
        self._currencies = currencies


def _state(state: str) -> str:
    return _(KIND.by_name["state"].label_of(state)) if state else _("Not said")


def _remark(unknown: int, currencies: int) -> str:
    said = [_("Each currency is added up by itself.")] if currencies > 1 else []
    if unknown:
        text = ngettext(
            "{number} cost has no amount yet.", "{number} costs have no amount yet.", unknown
        )
        said.append(text.format(number=unknown))
    return " ".join(said)
