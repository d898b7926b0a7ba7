"""The window opens on Home without what only forms, papers and mending need."""

import subprocess
import sys
from pathlib import Path

_SCRIPT = """
import sys
import secondop_desktop.app
import secondop_desktop.window.centre
import secondop_desktop.window.dropping
import secondop_desktop.window.edit_menu
import secondop_desktop.window.help.help_desk
import secondop_desktop.window.home
import secondop_desktop.window.main
import secondop_desktop.window.status_line
late = ("widgets.fields", "widgets.preview", "widgets.kind_pages", "journal.mending", "exchange")
print(*[name for name in late if f"secondop_desktop.{name}" in sys.modules])
"""


def test_what_home_does_not_show_is_imported_later() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == []
