"""Chapters may be imported at the start of the program: the heavy parts wait."""

import subprocess
import sys
from pathlib import Path

_SCRIPT = """
import sys
from secondop_desktop.exchange.pdf import document, flow, saving, text, trend
print(*{"reportlab", "PIL", "pikepdf", "fontpkg_inter"} & sys.modules.keys())
document.preview(
    [flow.Heading(1, "One")], document.About("T", "P", "B", "M", "N")
)
print(*{"reportlab"} & sys.modules.keys())
"""


def test_importing_the_blocks_does_not_import_reportlab() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "\nreportlab\n"
