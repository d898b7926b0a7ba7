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
    """A low table: a column for each state, a line for each currency.

    With ``in_words`` it is a sentence, which takes the least room there is.
    """

    def __init__(self) -> None:
        super().__init__()
        self.table: Table | None = None
        self.words, self.remark = small(""), small("")
        self._in_words = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.LARGE, 0, Space.LARGE, Space.SMALL)
        self._column.setSpacing(Space.HAIR)
        for part in (self.words, self.remark):
            self._column.addWidget(part)
        self._heads: tuple[str, ...] = ()

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Add these costs up."""
        found = sums(rows, [key for key, _words in KIND.by_name["state"].choices])
        said = [
            (_state(state), *(money(one, code) for one, code in cells))
            for state, cells in found.lines
        ]
        heads = tuple(line[0] for line in said)
        codes = enumerate(found.currencies, 1)
        lines = [(code, *(line[at] for line in said)) for at, code in codes]
        if self.table is None or heads != self._heads:
            self._make_table(heads)
        assert self.table is not None
        self.table.set_rows([TableRow(line[0], line) for line in lines])
        self.words.setText(" · ".join(_in_words(line) for line in said))
        self.remark.setText(_remark(without_amount(rows), len(found.currencies)))
        self.remark.setVisible(bool(self.remark.text()))
        self.show_in_words(self._in_words)

    def show_in_words(self, in_words: bool) -> None:
        """Show the sentence in place of the table, or the table."""
        self._in_words = in_words
        some = self.table is not None and bool(self.table.keys())
        if self.table is not None:
            self.table.setVisible(some and not in_words)
        self.words.setVisible(some and in_words)

    def _make_table(self, heads: tuple[str, ...]) -> None:
        if self.table is not None:
            drop(self.table, self._column)
        columns = [
            Column(_("What it adds up to"), 1),
            *(Column(words, 1, right=True) for words in heads),
        ]
        self.table = Table(_("What it adds up to"), columns, grows=True)
        self._column.insertWidget(0, self.table)
        self._heads = heads


def _in_words(line: Sequence[str]) -> str:
    """Say a state and what it comes to in each currency: ``Paid £116.80, 80 EUR``."""
    return f"{line[0]} " + ", ".join(one for one in line[1:] if one)


def _state(state: str) -> str:
    return _(KIND.by_name["state"].label_of(state)) if state else _("Not said")


def _remark(unknown: int, currencies: int) -> str:
    said = [_("Each currency is added up separately.")] if currencies > 1 else []
    if unknown:
        text = ngettext(
            "{number} cost has no amount yet.", "{number} costs have no amount yet.", unknown
        )
        said.append(text.format(number=unknown))
    return " ".join(said)
