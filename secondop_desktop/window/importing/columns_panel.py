"""Which column of a table is what: a choice above each column, over the first rows below it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from secondop_desktop.exchange.tables.columns import Column, Columns
from secondop_desktop.lang import _, in_short
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.combo_box import StillCombo
from secondop_desktop.widgets.controls.labels import Label, muted
from secondop_desktop.widgets.theme import Space, Weight

_LONGEST, _SHORTEST = 28, 14
_HEADING = 90
"""Letters of a heading: two that begin alike must not look alike."""


class ColumnsPanel(QWidget):
    """The columns of each table; the plan below follows each choice.

    ``answered`` carries the key of a column and its role.
    """

    answered = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.MEDIUM)
        self._cards: list[Card] = []
        self._said: list[Label] = []
        self.openers: list[Button] = []
        self._shown: list[tuple[str, ...]] = []
        self.combos: dict[str, StillCombo] = {}
        self._last = ""
        self.hide()

    def show_tables(self, tables: Sequence[Columns]) -> None:
        """Show these; where they are the same as before, only the choices are set anew."""
        keys = [tuple(one.key for one in table.columns) for table in tables]
        keys += [tuple(choice.key for choice in table.choices) for table in tables]
        if keys != self._shown:
            self._build(tables)
            self._shown = keys
        for table, said in zip(tables, self._said, strict=True):
            text = _("Say which column holds: {names}.").format(names=", ".join(table.missing))
            usual = _("Change what is not right. The list below follows.")
            said.setText(text if table.missing else usual)
            for column in table.columns:
                combo = self.combos[column.key]
                combo.setCurrentIndex(combo.findData(column.role))
        self.setVisible(bool(tables))

    def focus_last(self) -> None:
        """Bring the focus back to the column that was answered last."""
        if self._last in self.combos:
            self.combos[self._last].setFocus()

    def _build(self, tables: Sequence[Columns]) -> None:
        for part in (*self._cards, *self.openers):
            drop(part, self._column)
        self.combos, self._cards, self._said, self.openers = {}, [], [], []
        for table in tables:
            card = Card(_("What the columns of {file} hold").format(file=table.file))
            said = muted("")
            card.add(said)
            card.add(self._grid(table))
            self._said.append(said)
            self._cards.append(card)
            self._column.addWidget(self._opener(table, card))
            self._column.addWidget(card)

    def _opener(self, table: Columns, card: Card) -> Button:
        """Keep the columns out of the way where their headings say it all."""
        words = _("What the columns of {file} hold…").format(file=table.file)
        opener = Button(words, "table", Rank.QUIET)
        opener.clicked.connect(card.show)
        opener.clicked.connect(opener.hide)
        opener.clicked.connect(lambda _on=False: self.combos[table.columns[0].key].setFocus())
        is_open = bool(table.missing) or table.chosen
        card.setVisible(is_open)
        opener.setVisible(not is_open)
        self.openers.append(opener)
        return opener

    def _grid(self, table: Columns) -> QWidget:
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 0, Space.SMALL)
        grid.setHorizontalSpacing(Space.MEDIUM)
        grid.setVerticalSpacing(Space.HAIR)
        for at, column in enumerate(table.columns):
            grid.addWidget(self._combo(column, table), 0, at)
            words = in_short(column.heading, _HEADING) or _("(no heading)")
            heading = Label(words, weight=Weight.BOLD)
            heading.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(heading, 1, at)
            for row, cell in enumerate(column.cells, 2):
                grid.addWidget(Label(in_short(cell, _LONGEST), token="muted"), row, at)
        return _Sideways(held)

    def _combo(self, column: Column, table: Columns) -> StillCombo:
        combo = StillCombo()
        combo.setSizeAdjustPolicy(StillCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(_SHORTEST)
        heading = column.heading or ", ".join(filter(None, column.cells[:1]))
        combo.setAccessibleName(_("What the column “{name}” holds").format(name=heading))
        for choice in table.choices:
            combo.addItem(choice.label, choice.key)
        combo.activated.connect(partial(self._tell, column.key))
        self.combos[column.key] = combo
        return combo

    def _tell(self, key: str, _index: int) -> None:
        self._last = key
        self.answered.emit(key, str(self.combos[key].currentData()))


class _Sideways(QScrollArea):
    """Lets a wide table be moved sideways, as high as it is, without a stop of Tab."""

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._held = held
        self.setWidget(held)
        for part in (held, self.viewport()):
            part.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """Take the height that the table needs with the bar under it."""
        bar = self.horizontalScrollBar().sizeHint().height()
        return QSize(0, self._held.sizeHint().height() + bar)

    def minimumSizeHint(self) -> QSize:
        """Never be lower than the table."""
        return self.sizeHint()
