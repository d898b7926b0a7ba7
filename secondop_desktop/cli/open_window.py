"""The one command that needs a screen; only here is the window imported."""

import os
import sys
from pathlib import Path

from secondop_desktop.errors import UserError
from secondop_desktop.lang import _


def open_window(journal: Path | None) -> int:
    """Open the window on a journal, or on the last one; returns its exit code."""
    if journal is not None and not journal.exists():
        raise UserError(
            _("There is no file {file}. Check its name and folder.").format(file=journal)
        )
    _need_screen()
    from secondop_desktop.app import run

    return run(journal)


def every_screen(journal: Path) -> int:
    """Open each screen of a journal where nobody sees it; returns how many there are."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from secondop_desktop.app import every_screen as opened

    return opened(journal)


def _need_screen() -> None:
    """Say that there is no screen; Qt itself would end the process with an abort."""
    places = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(place) for place in places):
        raise UserError(
            _("There is no screen here, so no window can open. secondop --help lists commands.")
        )
