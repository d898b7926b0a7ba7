"""The window paints, and opens on Home, without what it does not show yet."""

import os
import subprocess
import sys
from pathlib import Path

_PAINTED = """
import sys
import PySide6.QtCore
from secondop_desktop import app, settings
def seen(shell, journal):
    print(*late(), "Qt" if "Qt" in vars(PySide6.QtCore) else "")
    app.application().exit()
late = lambda: [name for name in sys.argv[1:] if f"secondop_desktop.{name}" in sys.modules]
app._begin = lambda shell, journal, one, app: seen(shell, journal)
sys.exit(app.run(None))
"""
_HOME = """
import sys
import secondop_desktop.app
import secondop_desktop.window.centre
import secondop_desktop.window.dropping
import secondop_desktop.window.edit_menu
import secondop_desktop.window.help.help_desk
import secondop_desktop.window.home
import secondop_desktop.window.main
import secondop_desktop.window.status_line
import secondop_desktop.window.unexpected_errors
print(*[name for name in sys.argv[1:] if f"secondop_desktop.{name}" in sys.modules])
"""
_AFTER_THE_FRAME = (
    *("journal.file", "journal.kinds", "journal.storage.private_files", "catalogue", "sandbox"),
    *("widgets.theme.current_look", "widgets.theme.style", "widgets.theme.sheet", "widgets.access"),
    *("widgets.layout", "widgets.screen", "window.centre", "window.help", "window.dropping"),
)
_AFTER_HOME = (
    "widgets.fields",
    "widgets.preview",
    "widgets.kind_pages",
    "journal.mending",
    "journal.parted_change",
    "exchange",
    "parts",
)


def _printed(program: str, late: tuple[str, ...], folder: Path) -> list[str]:
    home = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", program, *late],
        cwd=Path(__file__).parents[2],
        env={**os.environ, **home, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


def test_the_frame_is_painted_before_what_only_its_content_needs(tmp_path: Path) -> None:
    """PySide makes all enumerations of ``Qt`` when it is first asked for: as long as a window."""
    assert _printed(_PAINTED, _AFTER_THE_FRAME, tmp_path) == []


def test_what_home_does_not_show_is_imported_later(tmp_path: Path) -> None:
    assert _printed(_HOME, _AFTER_HOME, tmp_path) == []
