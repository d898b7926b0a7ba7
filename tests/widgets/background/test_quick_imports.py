"""PySide leaves the sources of our modules alone, and nothing needs them."""

import subprocess
import sys

_PROGRAM = """
import linecache
import secondop_desktop.widgets
import secondop_desktop.widgets.forms.form
import secondop_desktop.journal.file
print(*linecache.cache, sep="\\n")
"""


def test_no_source_is_read_while_modules_are_imported() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True
    )
    ours = [line for line in done.stdout.splitlines() if "secondop_desktop/journal" in line]
    assert ours == []


def test_without_it_they_would_be_read() -> None:
    program = _PROGRAM.replace("import secondop_desktop.widgets\n", "import PySide6.QtCore\n")
    program = program.replace("import secondop_desktop.widgets.forms.form\n", "")
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert "secondop_desktop/journal" in done.stdout
