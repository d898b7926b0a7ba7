"""One test over time: a sentence, the chart with the printed range, and the table beside it."""

from collections.abc import Sequence
from functools import cache, partial
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.exchange.pdf.structure.saving import write_whole
from secondop_desktop.features.results.rules.series import Point, Series, side_words, summary
from secondop_desktop.journal.values.quantities import Quantity, Range, Side
from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.chart import Chart
from secondop_desktop.widgets.chart import Point as Spot
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.labels import heading, muted, paragraph
from secondop_desktop.widgets.feedback.saved_file import SavedFileNotice
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.lists.made_later import MadeLater
from secondop_desktop.widgets.lists.table import Column, Table, TableRow
from secondop_desktop.widgets.lists.table.table import WRAPPED_ROWS
from secondop_desktop.widgets.screen.chart_picture import ChartPicture
from secondop_desktop.widgets.theme import Space

_WORDS = {Side.BELOW: N_("below"), Side.WITHIN: N_("within"), Side.ABOVE: N_("above")}


class SeriesView(QWidget):
    """Shows a series; ``opened`` carries the id of a result, ``added`` asks for one more."""

    opened = Signal(str)
    added = Signal()
    star_wanted = Signal(object, bool)
    """Star the results with these ids for a doctor to see first, or take the star away."""

    def __init__(self, series: Series) -> None:
        super().__init__()
        self.title = heading("", 2)
        self.said = paragraph("")
        self.chart = Chart()
        self.unplotted = muted("")
        columns = [
            Column(_("Date"), 2),
            Column(_("Value"), 1, right=True),
            Column(_("Printed range"), 1),
            Column(_("Compared with it"), 1),
        ]
        self.table = Table(_("Results"), columns, grows=True)
        self.table.let_choose_several()
        self.table.opened.connect(lambda key: self.opened.emit(str(key)))
        self.more = Button(_("Add another result"), "add")
        self.more.clicked.connect(self.added)
        self.star = Button(_("Star it for a doctor"), "star")
        self.star.setCheckable(True)
        self.star.setToolTip(_("A starred result stands first in the PDF"))
        self.star.clicked.connect(self._ask_for_star)
        self.table.chosen.connect(lambda _key: self._show_star())
        self.chart_said = SavedFileNotice()
        self.picture = ChartPicture(self.chart, self.chart_said, write_whole)
        self.save_picture = Button(_("Save the chart…"), "export", Rank.QUIET)
        self.save_picture.clicked.connect(self.picture.ask_target)
        self.foot = QWidget()
        row = Flow(self.foot)
        for button in (self.more, self.star, self.save_picture):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        for part in (
            self.title,
            self.said,
            self.chart_said,
            self.chart,
            self.unplotted,
            self.table,
        ):
            column.addWidget(part)
        column.addStretch(1)
        self.show_series(series)

    def show_series(self, series: Series) -> None:
        """Show the results as they are saved now."""
        self.series = series
        name = titled(series)
        self.title.setText(name)
        said, plotted = summary(series), series.plotted
        self.said.setText(said)
        spots = _spots(plotted, series.unit)
        self.chart.set_points(spots, name, series.unit, said)
        self.chart.setVisible(len(plotted) > 1)
        self.save_picture.setVisible(len(plotted) > 1)
        left_out = len(series.points) - len(plotted)
        text = _("{number} without a date or in words are only in the table.")
        self.unplotted.setText(text.format(number=left_out))
        self.unplotted.setVisible(bool(left_out) and len(plotted) > 1)
        self.table.set_rows(_rows(series))
        self._show_star()

    def chosen(self) -> list[str]:
        """Return the results chosen in the table; of none, the newest."""
        return self.table.chosen_keys() or [self.series.newest.id]

    def all_starred(self) -> bool:
        """Tell whether every result chosen bears a star."""
        starred = {point.id for point in self.series.points if point.starred}
        return starred.issuperset(self.chosen())

    def _show_star(self) -> None:
        self.star.setChecked(self.all_starred())

    def _ask_for_star(self, on: bool) -> None:
        self.star_wanted.emit(self.chosen(), on)


class Named(Protocol):
    """What bears the name of a test."""

    @property
    def test(self) -> str:
        """The test as printed."""

    @property
    def unit(self) -> str:
        """Its unit as printed."""

    @property
    def specimen(self) -> str:
        """What was tested, such as blood; may be empty."""


def titled(series: Named) -> str:
    """Name a series by its test, specimen and unit."""
    specimen = f" ({series.specimen})" if series.specimen else ""
    return f"{series.test}{specimen}" + (f", {series.unit}" if series.unit else "")


def side_word(side: Side | None) -> str:
    """Say the side in one word: below, within or above the printed range."""
    return _(_WORDS[side]) if side else ""


def valued(point: Point, unit: str) -> str:
    """Say a value with its unit as printed."""
    return _with_unit(point.value, unit)


def _with_unit(value: Quantity, unit: str) -> str:
    return f"{value} {unit}".strip()


def _spots(points: Sequence[Point], unit: str) -> list[Spot]:
    """Return results as the chart shows them; what many have alike is said once."""
    limits, where = cache(_limits), cache(side_words)
    measured = cache(partial(_measured, unit))
    return [
        _spot(point, measured(point.value), limits(point.range), where(point.side))
        for point in points
    ]


def _measured(unit: str, value: Quantity) -> tuple[str, float, str]:
    """Return a value with its unit as printed, its number and the sign before that."""
    assert value.number is not None
    return _with_unit(value, unit), float(value.number), value.comparator


def _limits(printed: Range | None) -> tuple[float | None, float | None]:
    ends = (printed.low, printed.high) if printed else (None, None)
    low, high = (float(end) if end is not None else None for end in ends)
    return low, high


def _spot(
    point: Point,
    measured: tuple[str, float, str],
    limits: tuple[float | None, float | None],
    where: str,
) -> Spot:
    assert point.date is not None
    value, number, sign = measured
    label = f"{point.date.words()}: {value}"
    words = f"{label}, {where}" if where else label
    return Spot(point.date.first_day, number, words, sign, *limits)


def _rows(series: Series) -> Sequence[TableRow]:
    """Return the results as rows, the newest first; of thousands each is made when it is seen."""
    points, unit = series.points[::-1], series.unit
    later = MadeLater([point.id for point in points], lambda at: _row(points[at], unit))
    return later if len(points) > WRAPPED_ROWS else list(later)


def _row(point: Point, unit: str) -> TableRow:
    day = point.date.words() if point.date else _("No date")
    day = _("{date} ★ first").format(date=day) if point.starred else day
    words = (day, valued(point, unit), str(point.range or ""), side_word(point.side))
    number = float(point.value.number) if point.value.number is not None else None
    order = (point.date.stored if point.date else None, number, words[2], words[3])
    return TableRow(point.id, words, order)
