"""Chapters may be imported at the start of the program: the heavy parts wait."""

import subprocess
import sys
from pathlib import Path

from tests.exchange.pdf.papers import paper

_SCRIPT = """
import sys
from secondop_desktop.exchange.pdf.blocks import flow, trend
from secondop_desktop.exchange.pdf.pages import document
from secondop_desktop.exchange.pdf.structure import saving
from secondop_desktop.exchange.pdf.text import runs
print(*{"reportlab", "PIL", "pikepdf", "fontpkg_inter"} & sys.modules.keys())
document.preview(
    [flow.Heading(1, "One")], document.About("T", "P", "B", "M", "N")
)
print(*{"reportlab", "manimgx_fonts"} & sys.modules.keys())
document.preview([flow.Heading(1, "سلام")], document.About("T", "P", "B", "M", "N"))
print(*{"manimgx_fonts"} & sys.modules.keys())
"""


def test_importing_the_blocks_does_not_import_reportlab() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "\nreportlab\nmanimgx_fonts\n"


def test_no_font_of_a_script_is_read_before_a_letter_of_it_is_met() -> None:
    from secondop_desktop.exchange.pdf.text.shaping import script_face

    before = script_face.cache_info().currsize
    paper("Plain words, ŵ α Ж 漢 😀")
    assert script_face.cache_info().currsize == before
