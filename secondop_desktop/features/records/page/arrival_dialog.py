"""Asking how a record came: as a file, which is kept at once, or on paper."""

from PySide6.QtWidgets import QWidget

from secondop_desktop.features.records.page.record_acts import Acts
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Rank
from secondop_desktop.widgets.dialogs.file_dialogs import ask_sources
from secondop_desktop.widgets.dialogs.messages import Answer, ask, ask_text


def ask_how_it_came(parent: QWidget, acts: Acts, entry: str) -> bool:
    """Ask, and put it down; False when nothing was done."""
    title = acts.journal.name(entry)
    answers = (
        Answer("file", _("Choose the file…"), Rank.PRIMARY),
        Answer("paper", _("It came on paper")),
        Answer("", _("Cancel")),
    )
    text = _("Choose its file, or photos of its pages. A paper can stay where it is.")
    how = ask(parent, _("It came: {title}").format(title=title), text, answers)
    if how == "file":
        paths = ask_sources(parent, _("Choose the file"))
        return bool(paths) and acts.came_as_file(parent, entry, paths)
    if how == "paper":
        label = _("Where is it kept? Leave it empty if you do not know yet.")
        place = ask_text(parent, _("It came on paper"), label)
        return place is not None and acts.came_on_paper(entry, place)
    return False
