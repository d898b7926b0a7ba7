"""The libraries of the system that Qt needs on Linux, and how to get those that lack."""

import os
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

from secondop_desktop.errors import UserError
from secondop_desktop.lang import _
from secondop_desktop.paths import resource


class Library(NamedTuple):
    """A library by its file, what needs it (``drawing`` or ``window``), and Debian's package."""

    part: str
    file: str
    package: str = ""


def need_window_libraries() -> None:
    """Raise UserError where X11 lacks a library: Qt itself would end the process with an abort."""
    if sys.platform == "linux" and _on_x11() and _absent("window"):
        raise lacks(_absent("drawing", "window"))


def why_not_imported(problem: ImportError) -> UserError | None:
    """Say which libraries lack after Qt could not be imported; None if that was not the reason."""
    if sys.platform != "linux" or ".so" not in str(problem):
        return None
    absent = _absent("drawing", "window") if _on_x11() else _absent("drawing")
    return lacks(absent or [Library("drawing", _named_in(problem))])


def _absent(*parts: str) -> list[Library]:
    return [one for one in listed() if one.part in parts and not _is_here(one)]


def listed() -> list[Library]:
    """Return the libraries that Qt needs, as ``resources/qt-libraries.txt`` has them."""
    lines = resource("qt-libraries.txt").read_text(encoding="utf-8").splitlines()
    return [Library(*line.split()) for line in lines]


def lacks(libraries: list[Library]) -> UserError:
    """Name the libraries, and the line that brings them where Debian's tool is."""
    files = ", ".join(one.file for one in libraries)
    packages = " ".join(one.package for one in libraries if one.package)
    if packages and shutil.which("apt-get"):
        way = f"sudo apt-get install --no-install-recommends {packages}"
        return UserError(
            _(
                "The window needs parts of the system that this computer lacks ({files}): run "
                "“{command}”, then start again."
            ).format(files=files, command=way)
        )
    return UserError(
        _(
            "The window needs parts of the system that this computer lacks ({files}): install them "
            "with the tool of your system for that, then start again."
        ).format(files=files)
    )


def _on_x11() -> bool:
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen:
        return chosen.startswith("xcb")
    return not os.environ.get("WAYLAND_DISPLAY")


def _is_here(library: Library) -> bool:
    import ctypes

    try:
        ctypes.CDLL(library.file)
    except OSError:
        return False
    return True


def _named_in(problem: ImportError) -> str:
    """Return the file that the system's loader names first in its message."""
    return Path(str(problem).partition(":")[0]).name
