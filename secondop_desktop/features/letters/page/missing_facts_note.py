"""The remark above a letter: what it could say besides, and where to add it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from secondop_desktop.features.letters.operations.missing_facts import MissingFact
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import small
from secondop_desktop.widgets.lists.button_rows import Rows
from secondop_desktop.widgets.lists.rich_row_painting import Row

_MOST = 5


class Lacks(Card):
    """Lists what is not known yet; each row leads to where it is added."""

    wanted = Signal(object)
    """The person wants to add this Lack."""
    again = Signal()

    def __init__(self) -> None:
        super().__init__(_("What the letter leaves out"))
        self.about = small("")
        self.rows = Rows(_("What the letter leaves out"))
        self.refill = Button(_("Fill in again"), "redo")
        self.rows.chosen.connect(self.wanted)
        self.refill.clicked.connect(self.again)
        self.all = Button(_("Show all"), "chevron-down")
        self.all.clicked.connect(self._show_all)
        self.add(self.about)
        self.add(self.rows)
        self.add_action(self.all)
        self.add_action(self.refill)
        self._lacks: Sequence[MissingFact] = ()
        self._whole = False

    def show_lacks(self, lacks: Sequence[MissingFact]) -> None:
        """List these; without any the card goes away."""
        if tuple(lacks) != tuple(self._lacks) or not self.rows.buttons:
            self._lacks = lacks
            self._list()
        self.setVisible(bool(lacks))

    def _show_all(self) -> None:
        self._whole = True
        self._list()
        first = self.rows.buttons[_MOST]
        first.show()  # what was only just listed is not seen yet
        first.setFocus()

    def _list(self) -> None:
        lacks = self._lacks if self._whole else self._lacks[:_MOST]
        self.all.setVisible(len(lacks) < len(self._lacks))
        self.about.setText(
            ngettext(
                "{number} thing is not in the journal yet, so its sentence was left out. Add it, "
                "come back, and fill the letter in again. Or write it in yourself.",
                "{number} things are not in the journal yet, so their sentences were left out. "
                "Add what you like, come back, and fill the letter in again. Or write it in "
                "yourself.",
                len(self._lacks),
            ).format(number=len(self._lacks))
        )
        self.rows.clear()
        for lack in lacks:
            self.rows.add(lack, Row(_(lack.words), icon="add"))
