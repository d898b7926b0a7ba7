"""What the journal already knows about a step, as rows that lead to where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.features.cases.rules.facts import Fact
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.labels import heading
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.lists.button_rows import Rows
from secondop_desktop.widgets.lists.rich_row_painting import Row
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone


def fact_row(fact: Fact) -> Row:
    """Return a fact as a row; a day that has passed says so."""
    status = Status(_("Due now"), Tone.WARNING) if fact.late else None
    return Row(fact.text, status=status)


class KnownRows(QWidget):
    """A heading and a row for each fact; ``place_wanted`` carries the key of its screen."""

    place_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.facts: tuple[Fact, ...] = ()
        self.rows = Rows(_("What your journal knows"))
        self.rows.chosen.connect(lambda at: self.place_wanted.emit(self.facts[at].place))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addWidget(heading(_("What your journal knows"), 3))
        column.addWidget(self.rows)
        self.hide()

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these; the row with the focus keeps it while its place is still there."""
        if tuple(facts) == self.facts:
            return
        focused = next((at for at, row in enumerate(self.rows.buttons) if row.hasFocus()), -1)
        place = self.facts[focused].place if focused >= 0 else ""
        self.facts = tuple(facts)
        self.rows.clear()
        for at, fact in enumerate(self.facts):
            self.rows.add(at, fact_row(fact)).show()
        self.setVisible(bool(self.facts))
        again = next((at for at, one in enumerate(self.facts) if one.place == place), -1)
        if focused >= 0 and again >= 0:
            self.rows.buttons[again].setFocus()
