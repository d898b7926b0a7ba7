"""The options in a few lines beside the decision; each leads to its card."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from secondop_desktop.features.decisions.rules.options import STANCES, WAITING_NAME, lacks_waiting
from secondop_desktop.journal.kinds import Names
from secondop_desktop.lang import _, in_short
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import small
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.lists.button_rows import Rows
from secondop_desktop.widgets.lists.rich_row_painting import Row
from secondop_desktop.widgets.theme.tone import Tone


class OptionsCard(Card):
    """Lists the options with what each opinion says about them, the one chosen marked."""

    place_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What could be done"), parent)
        self.add(small(_("Open one to see its benefits and risks beside the others.")))
        self.rows = Rows(_("What could be done"))
        self.rows.chosen.connect(lambda entry: self.place_wanted.emit(f"option:{entry}"))
        self.add(self.rows)

    def show_options(
        self,
        options: Sequence[Any],
        opinions: Sequence[tuple[str, str]],
        chosen: str | None,
        names: Names,
    ) -> None:
        """Show these options, and waiting also while nobody has written about it."""
        self.rows.clear()
        mark = Status(_("Your choice"), Tone.SUCCESS)
        for row in options:
            title = in_short(names(row.id))
            status = mark if row.id == chosen else None
            self.rows.add(row.id, Row(title, _stances(row, opinions), status=status)).show()
        if lacks_waiting(options):
            said = _("Always one of the options. Nothing is written about it yet.")
            self.rows.add("", Row(_(WAITING_NAME), said)).show()


def _stances(row: Any, opinions: Sequence[tuple[str, str]]) -> str:
    words = dict(STANCES)
    said = [
        _("{opinion}: {stance}").format(opinion=title, stance=_(words.get(stance, stance)))
        for opinion, title in opinions
        if (stance := row.stances.get(opinion))
    ]
    return "\n".join(said)
