"""Open documents in LibreOffice, without a window, as somebody else's word processor would."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests import patience


def as_pdf(document: Path, folder: Path) -> Path:
    """Return the PDF that LibreOffice makes of a document; skipped where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    words = [program, "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder)]
    done = subprocess.run(
        [*words, str(document)],
        capture_output=True,
        text=True,
        check=False,
        timeout=patience.SECONDS,
    )
    made = folder / f"{document.stem}.pdf"
    assert made.is_file(), done.stderr or done.stdout
    return made
