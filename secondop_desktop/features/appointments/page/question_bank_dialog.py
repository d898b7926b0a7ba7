"""The question bank, and the person's other questions, as lists to tick."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from secondop_desktop.features.appointments.page.question_acts import Wanted
from secondop_desktop.features.appointments.page.tick_list_dialog import Offer, pick
from secondop_desktop.features.appointments.rules.question_bank import TEMPLATES
from secondop_desktop.features.appointments.rules.questions import alike, is_open, same_words
from secondop_desktop.journal.user_order import in_order
from secondop_desktop.lang import _, in_short


def offers(held: Iterable[Any], appointment: str | None) -> list[Offer]:
    """Return all questions of the bank; those the person has already are marked.

    One that is on the list, but not for this appointment, can be ticked for it.
    """
    known = alike(held)
    made = []
    for template in TEMPLATES:
        for question in template.questions:
            text = _(question)
            own = known.get(same_words(text))
            taken = own is not None and (appointment is None or appointment in own.appointments)
            note = _("on your list already") if own is not None else ""
            made.append(Offer(text, text, _(template.group), note, taken))
    return made


def from_bank(parent: QWidget, held: Sequence[Any], appointment: str | None = None) -> list[Wanted]:
    """Let the person tick questions of the bank; returns the words and matter of each."""
    found = pick(parent, _("The question bank"), offers(held, appointment))
    return [(offer.text, offer.group) for offer in found]


def from_open(parent: QWidget, held: Iterable[Any], appointment: str) -> list[str]:
    """Let the person tick questions of their own that are still to be asked; returns ids."""
    mine = [
        Offer(row.id, in_short(row.text), row.group or _("Your own"))
        for row in in_order(held)
        if is_open(row) and row.text and appointment not in row.appointments
    ]
    mine.sort(key=lambda offer: offer.group)
    return [offer.key for offer in pick(parent, _("Your open questions"), mine)]
