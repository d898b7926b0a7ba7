"""What the costs of each state come to, in each currency by itself."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.features.costs.kind import KIND
from secondop_desktop.features.costs.rules import money, sums, without_amount
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.labels import small
from secondop_desktop.widgets.lists.table import Column, Table, TableRow
from secondop_desktop.widgets.theme import Space


class Sums(QWidget):
    """A small table: a line for each state and a column for each currency.

    ``across`` it is low and wide: a column for each state, a line for each currency.
    """

    def __init__(self, *, across: bool = False) -> None:
        super().__init__()
        self._across = across
        self.table: Table | None = None
        self.remark = small("")
        self._column = QVBoxLayout(self)
        around = Space.LARGE if across else 0
        self._column.setContentsMargins(around, 0, around, Space.SMALL if across else 0)
        self._column.setSpacing(Space.HAIR)
        self._column.addWidget(self.remark)
        self._heads: tuple[str, ...] = ()

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Add these costs up."""
        found = sums(rows, [key for key, _words in KIND.by_name["state"].choices])
        heads = found.currencies
        lines = [
            (_state(state), *(money(one, code) for one, code in cells))
            for state, cells in found.lines
        ]
        if self._across:
            heads = tuple(line[0] for line in lines)
            codes = enumerate(found.currencies, 1)
            lines = [(code, *(line[at] for line in lines)) for at, code in codes]
        if self.table is None or heads != self._heads:
            self._make_table(heads)
        assert self.table is not None
        self.table.set_rows([TableRow(line[0], line) for line in lines])
        self.table.setVisible(bool(found.lines))
        self.remark.setText(_remark(without_amount(rows), len(found.currencies)))
        self.remark.setVisible(bool(self.remark.text()))

    def _make_table(self, heads: tuple[str, ...]) -> None:
        if self.table is not None:
            drop(self.table, self._column)
        columns = [
            Column(_("What it adds up to"), 1 if self._across else 2),
            *(Column(words, 1, right=True) for words in heads),
        ]
        self.table = Table(_("What it adds up to"), columns, grows=True)
        self._column.insertWidget(0, self.table)
        self._heads = heads


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
