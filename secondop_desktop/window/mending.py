"""Mending a journal from the window, also one that cannot be opened at all."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.background.jobs import Runner
from secondop_desktop.widgets.dialogs.messages import confirm, tell
from secondop_desktop.window.closed_work import wait_for

if TYPE_CHECKING:
    from secondop_desktop.journal.mending.mend import Group, Mended

_TOLD = 500
"""Names that a message shows of entries that became the same; it can be scrolled."""


def mends(window: QWidget, run: Runner, path: Path, why: str) -> bool:
    """Ask whether a journal that does not open shall be mended; True once that is done."""
    text = _(
        "{why}\n\nSecondop can try to mend it now: it saves every entry and file that is whole, "
        "looks in the history and in the safe copies for what is missing, and tells you what is "
        "lost. The damaged file is kept."
    )
    wanted = confirm(
        window,
        _("{file} could not be opened").format(file=path.name),
        text.format(why=why),
        _("Mend it"),
        _("Leave it as it is"),
    )
    return wanted and mend_and_tell(window, run, path)


def mend_and_tell(window: QWidget, run: Runner, path: Path) -> bool:
    """Mend a closed journal beside the window and say what came of it; False if nothing changed."""
    from secondop_desktop.journal.mending.mend import mend

    title = _("Mending {file}").format(file=path.name)
    try:
        mended = wait_for(window, run, title, lambda job: mend(path, KINDS, job.say), stops=True)
    except UserError as error:
        tell(window, _("The journal was not mended"), str(error))
        return False
    if mended is None:
        tell(window, _("The journal was not mended"), _("You stopped it. Nothing was changed."))
        return False
    tell(window, _("The journal was mended"), _report(mended))
    return True


def _report(mended: "Mended") -> str:
    """Say how much is whole and where the damaged file is, then what is not, the worst first."""
    whole, *rest = mended.groups
    kept = _("The damaged file is kept in {file}").format(file=mended.kept)
    return "\n\n".join([whole.sentence, kept, *map(_listed, rest)])


def _listed(group: "Group") -> str:
    """Say once what became of these entries, and name each on a line."""
    shown, left = group.names[:_TOLD], len(group.names) - _TOLD
    more = ngettext("And {count} more.", "And {count} more.", left).format(count=left)
    named = [f"• {name}" for name in shown]
    return "\n".join([group.heading, *named, *([more] if left > 0 else [])])
