"""The frame of the window comes up at once because it pulls in nothing heavy."""

import subprocess
import sys

HEAVY = ("sqlalchemy", "sqlcipher3", "reportlab", "pikepdf", "pypdfium2", "PIL", "icalendar")
PROGRAM = """
import sys
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.feedback import undo_bar
from secondop_desktop.widgets.screen import navigation_list, page
from secondop_desktop.widgets.theme import icons
print([name for name in sys.argv[1:] if name in sys.modules])
"""


def test_the_base_widgets_pull_in_nothing_heavy() -> None:
    found = subprocess.run(
        [sys.executable, "-c", PROGRAM, *HEAVY], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"
