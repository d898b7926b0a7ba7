"""Our program until its frame is seen, before any journal is opened."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from secondop_desktop import __main__
from secondop_desktop import app as composed
from secondop_desktop.window.one_program import OneProgram
from secondop_desktop.window.shell import Shell
from tests.benchmarks.programs.telling import tell


def begin(shell: Shell, journal: Path | None, one: OneProgram, app: QApplication) -> None:
    """Tell instead of opening a journal."""
    tell()


composed._begin = begin
__main__.main([])
