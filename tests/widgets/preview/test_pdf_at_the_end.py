"""A program that ends while a PDF is open closes it, and PDFium has nothing to remark."""

import subprocess
import sys
from pathlib import Path

from secondop_desktop.widgets.preview.pdf import Pdf, close_all
from tests.widgets.preview import samples

_PROGRAM = """
import sys
from secondop_desktop.widgets.preview.pdf import Pdf
kept = [Pdf(open(sys.argv[1], "rb").read()) for _time in range(2)]
"""


def test_nothing_is_remarked_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(samples.pdf(1))
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_what_is_closed_draws_nothing_more() -> None:
    pdf = Pdf(samples.pdf(1))
    close_all()
    assert pdf.render(0, 1.0) is None
    assert pdf.text(0) == ""
