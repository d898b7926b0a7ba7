"""The one command that needs a screen; only here is the window imported."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from secondop_desktop.cli.qt_libraries import need_window_libraries, why_not_imported
from secondop_desktop.errors import UserError
from secondop_desktop.lang import _


def open_window(journal: Path | None) -> int:
    """Open the window on a journal, or on the last one; returns its exit code."""
    if journal is not None and not journal.exists():
        raise UserError(
            _("There is no file {file}. Check its name and folder.").format(file=journal)
        )
    _need_screen()
    need_window_libraries()
    gc.disable()  # from here on it is collected by the window's own timer
    with _libraries_told():
        from secondop_desktop.app import run
    return run(journal)


def every_screen(journal: Path) -> int:
    """Open each screen of a journal where nobody sees it; returns how many there are."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with _libraries_told():
        from secondop_desktop.app import every_screen as opened
    return opened(journal)


def qt_version() -> str:
    """Return the version of the Qt that draws the window."""
    with _libraries_told():
        from secondop_desktop.app import qt_version as asked
    return asked()


@contextmanager
def _libraries_told() -> Iterator[None]:
    """Say in a sentence what of the system Qt lacks, where it cannot be imported for that."""
    try:
        yield
    except ImportError as problem:
        raise why_not_imported(problem) or problem from None


def _need_screen() -> None:
    """Say that there is no screen; Qt itself would end the process with an abort."""
    places = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(place) for place in places):
        raise UserError(
            _("There is no screen here, so no window can open. secondop --help lists commands.")
        )
