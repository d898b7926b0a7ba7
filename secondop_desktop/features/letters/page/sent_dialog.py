"""The question that marks a letter as sent: when, how, and what else to note."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from secondop_desktop.features.letters.operations.sending import Offer
from secondop_desktop.features.letters.rules import HOW
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.dialogs.messages import Dialog
from secondop_desktop.widgets.fields import ChoiceField, DateField, TickField
from secondop_desktop.widgets.forms.labelled_field import Question

_USUAL = "post"


class SentDialog(Dialog):
    """Asks for the day and the way; ``day``, ``how`` and ``chosen`` hold the answers."""

    def __init__(self, parent: QWidget | None, offers: Sequence[Offer], today: date) -> None:
        super().__init__(parent, _("Mark as sent"), "")
        self.when = DateField(about=False)
        self.when.set_value(PartialDate.of(today))
        self.way = ChoiceField([(key, _(words)) for key, words in HOW], across=True)
        self.way.set_value(_USUAL)
        self.ticks = {offer.key: _tick(offer) for offer in offers}
        self.content.addWidget(Question(_("When you sent it"), self.when))
        self.content.addWidget(Question(_("How you sent it"), self.way))
        for tick in self.ticks.values():
            self.content.addWidget(tick)
        self.mark = Button(_("Mark as sent"), "check", Rank.PRIMARY)
        self.mark.setDefault(True)
        self.mark.clicked.connect(self._finish)
        self.buttons.addWidget(self.mark)
        self.add_cancel()
        self.when.setFocus()

    @property
    def day(self) -> PartialDate | None:
        """The day it was sent, as far as it was told."""
        return self.when.value()

    @property
    def how(self) -> str:
        """The way it was sent, empty when not told."""
        return str(self.way.value() or "")

    @property
    def chosen(self) -> frozenset[str]:
        """The keys of what is to be noted besides."""
        return frozenset(key for key, tick in self.ticks.items() if tick.value())

    def _finish(self) -> None:
        problem = self.when.problem()
        if not problem and self.day is None:
            problem = _("Enter the day you sent it")
        self.when.show_problem(problem or None)
        if problem:
            self.when.setFocus()
        else:
            self.accept()


def _tick(offer: Offer) -> TickField:
    tick = TickField(offer.words)
    tick.set_label(offer.words)
    tick.set_value(offer.usual)
    return tick
