"""How far back a PDF goes: asked beside who it is for, with what is usual chosen at first."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, ngettext
from secondop_desktop.summary.since import began, years_before
from secondop_desktop.summary.snapshot import Snapshot
from secondop_desktop.widgets.controls.combo_box import StillCombo
from secondop_desktop.widgets.controls.labels import heading
from secondop_desktop.widgets.theme import Space

_YEARS = (1, 5, 10)
_USUAL = "usual"


class SinceField(QWidget):
    """A list of first days; ``chosen`` follows every choice of the person's."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = StillCombo()
        self.list.setAccessibleName(_("How far back does it go?"))
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.list.activated.connect(lambda _at: self.chosen.emit())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.HAIR)
        rows.addWidget(heading(_("How far back does it go?"), 2))
        rows.addWidget(self.list)
        self._days: dict[str, date | None] = {}

    def since(self) -> date | None:
        """Return the first day chosen, as ``Choices.since``: None for what is usual."""
        return self._days.get(str(self.list.currentData()))

    def fill(self, rows: Snapshot) -> None:
        """Offer the days for this person; what was chosen stays so. Takes rows as usual."""
        before = str(self.list.currentData() or _USUAL)
        self.list.clear()
        self._days = {}
        for key, text, day in _offered(rows):
            self.list.addItem(text, key)
            self._days[key] = day
        self.list.setCurrentIndex(max(self.list.findData(before), 0))


def _offered(rows: Snapshot) -> Iterator[tuple[str, str, date | None]]:
    """Yield a lasting key, the words and the day of each choice; the usual one first."""
    usual = PartialDate.of(rows.since).words()
    yield _USUAL, _("As usual: since {date}").format(date=usual), None
    if began(rows) is not None:
        yield "case", _("Since the question began"), began(rows)
    for count in _YEARS:
        text = ngettext("The last {n} year", "The last {n} years", count).format(n=count)
        yield str(count), text, years_before(rows.today, count)
    yield "all", _("From the beginning"), date.min
