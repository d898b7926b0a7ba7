"""The composition root: the only place where the window is put together."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication

from secondop_desktop import lang, settings
from secondop_desktop.widgets.theme import first_look
from secondop_desktop.window.application import Application, application
from secondop_desktop.window.one_program import OneProgram
from secondop_desktop.window.opened_by_system import OpenedBySystem
from secondop_desktop.window.shell import Shell

if TYPE_CHECKING:
    from secondop_desktop.window.main import Main


def qt_version() -> str:
    """Return the version of the Qt that runs."""
    return qVersion()


def run(journal: Path | None) -> int:
    """Open the window on a journal, on the last one, or on Welcome; returns the exit code."""
    chosen = settings.load()
    lang.use(chosen.language)
    app = application()
    first_look.begin(app, chosen.scheme, chosen.text_percent)
    one = OneProgram()
    if not one.first and one.hand_over(journal):
        return 0
    shell = Shell(furnished=False)
    shell.painted.connect(lambda: _begin(shell, journal, one, app))
    shell.show_fitting(chosen.window)
    try:
        return app.exec()
    finally:
        one.let_go()


def _begin(shell: Shell, journal: Path | None, one: OneProgram, app: QApplication) -> None:
    """Bring in the journal, and from then on what later starts and the system ask for."""
    from secondop_desktop.hardening import clear_up

    clear_up()
    _dress(app)
    from_system = app.from_system if isinstance(app, Application) else OpenedBySystem()
    handed = from_system.taken()
    main = _fill(shell, Path(handed) if handed else journal)
    if main is not None:
        from secondop_desktop.window.ending import Ending

        Ending(main.end, main)
        main.leave = lambda: _begin_anew(one)
        one.asked.connect(main.come_forward)
        one.listen()
        from_system.asked.connect(main.come_forward)
        from_system.listen()


def _dress(app: QApplication) -> None:
    from secondop_desktop.widgets import access, theme
    from secondop_desktop.widgets.theme import Scheme

    access.install()
    chosen = settings.load()
    theme.apply(app, Scheme(chosen.scheme), chosen.text_percent)


def _begin_anew(one: OneProgram) -> None:
    """Put a fresh program in the place of this one; it must be able to be the one again."""
    from secondop_desktop.window.protection.process import replace_process

    one.let_go()
    replace_process()


def _fill(shell: Shell, journal: Path | None) -> "Main | None":
    """Bring in the journal once the frame has been painted."""
    from secondop_desktop.window.unexpected_errors import Faults

    Faults(shell)
    try:
        shell.furnish()
        from secondop_desktop.window.main import Main

        main = Main(shell, _write_example)
        main.start(journal)
        return main
    finally:
        # What was made while starting stays: to look through it for garbage is time for nothing.
        gc.freeze()


def _write_example(path: Path) -> None:
    from secondop_desktop.sample import write_sample

    write_sample(path)


def every_screen(journal: Path) -> int:
    """Open each screen of a journal once, for packaged builds to test themselves."""
    from secondop_desktop.catalogue import KINDS
    from secondop_desktop.journal.file import Journal
    from secondop_desktop.window import pictures

    with Journal.open(journal, KINDS) as opened:
        wanted = (*pictures.keys(), pictures.HELP)
        return sum(1 for _seen in pictures.walk(application(), opened, wanted))
