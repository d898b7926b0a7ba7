"""Add…: what can be added, found by typing a few letters."""

from PySide6.QtWidgets import QWidget

from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.lang import _
from secondop_desktop.widgets.picker.matching import Choice
from secondop_desktop.widgets.picker.picker import Picker
from secondop_desktop.window.empty_page_texts import LEADS

_FIRST = ("symptom", "appointment", "question", "record", "result", "medicine", "diagnosis")


def choose_kind(parent: QWidget, kinds: Kinds) -> str:
    """Ask what to add and return the kind's name, or an empty text."""
    ordered = dict.fromkeys((*_FIRST, "opinion", *LEADS))
    offered = [Choice(name, _(kinds[name].label), _(LEADS.get(name, ""))) for name in ordered]
    chosen: list[str] = []
    picker = Picker(_("What would you like to add?"), offered, parent=parent)
    picker.picked.connect(chosen.append)
    picker.exec()
    return chosen[0] if chosen else ""
