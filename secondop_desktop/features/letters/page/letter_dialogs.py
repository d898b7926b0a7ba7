"""The questions asked on the way to a letter: which one, who writes it, and whether to redo it."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from secondop_desktop.features.letters.operations.chasing import (
    has_decision,
    is_referral_open,
    open_records,
)
from secondop_desktop.features.letters.operations.letter_sources import Shelf
from secondop_desktop.features.letters.rules import TYPE
from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.controls.button import Rank
from secondop_desktop.widgets.dialogs.messages import Answer, ask
from secondop_desktop.widgets.picker.matching import Choice
from secondop_desktop.widgets.picker.picker import Picker

_ABOUT = {
    "ask": N_("To your GP or a consultant: what you were told, your question, and why you ask"),
    "sheet": N_("One sheet to talk from, with room to write down what was said"),
    "referral": N_("What your GP needs to know to refer you to another doctor"),
    "referral-chase": N_("A few lines to ask if the referral has gone out, and how long it takes"),
    "records-chase": N_("Records that you asked for and that have not come, with the dates"),
    "records": N_("Ask a hospital or surgery for copies of your records, which are listed in it"),
    "tell": N_("Tell the doctor who gave the first opinion what the second one said"),
    "decided": N_("Tell your GP or the second doctor what you have decided, and why"),
    "thanks": N_("A few lines after an appointment"),
    "other": N_("An empty letter with your address, theirs and the date"),
}
_ONLY_IF: Mapping[str, Callable[[Shelf], bool]] = {
    "decided": has_decision,
    "referral-chase": is_referral_open,
    "records-chase": lambda shelf: bool(open_records(shelf)),
}
_TITLES = {"other": N_("A plain letter")}


def which_letter(parent: QWidget, shelf: Shelf) -> str:
    """Return the type of letter that is wanted, or an empty text.

    What the journal holds nothing for is not offered: a decision, or what to ask for again.
    """
    offered = [
        Choice(key, _(_TITLES.get(key, words)), _(_ABOUT[key]))
        for key, words in TYPE
        if key not in _ONLY_IF or _ONLY_IF[key](shelf)
    ]
    chosen: list[str] = []
    picker = Picker(_("What would you like to write?"), offered, parent=parent)
    picker.picked.connect(chosen.append)
    picker.exec()
    return chosen[0] if chosen else ""


def who_writes(parent: QWidget, shelf: Shelf) -> bool | None:
    """Return whether the helper writes; without one the person does. None to leave it."""
    row = shelf.who()
    if not row.carer:
        return False
    name = row.name or row.known_as
    chosen = ask(
        parent,
        _("Who is writing?"),
        _("The letter says “I” for the person writing, and says who they are writing for."),
        (
            Answer("helper", _("{carer}, for {person}").format(carer=row.carer, person=name)),
            Answer("own", _("{person} writes it").format(person=name)),
            Answer("", _("Cancel"), Rank.QUIET),
        ),
    )
    return {"helper": True, "own": False}.get(chosen)


def sure_to_redo(parent: QWidget) -> bool:
    """Ask before what somebody wrote into a letter is replaced."""
    return bool(
        ask(
            parent,
            _("Fill this letter in again?"),
            _(
                "It is written again from what the journal holds now. What it says now is kept "
                "as a version, so you can go back to it."
            ),
            (Answer("yes", _("Fill in again")), Answer("", _("Leave it as it is"))),
            safe="yes",
        )
    )
