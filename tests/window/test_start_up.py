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
import dataclasses
import sys
usual, made = dataclasses.dataclass, []
def counted(*words, **named):
    made.append(sys._getframe(1).f_globals["__name__"])
    return usual(*words, **named)
dataclasses.dataclass = counted
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
print("dataclasses:", len([name for name in made if name.startswith("secondop_desktop.")]))
"""
_OPENED = """
import sys
import PySide6.QtWidgets
from PySide6.QtCore import QEvent, QObject, QTimer
from secondop_desktop import __main__, app
class OnPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, told)
        return False
def told():
    print(*[name for name in sys.argv[2:] if name in vars(PySide6.QtWidgets)])
    app.application().exit()
def fill(shell, journal):
    main = usual(shell, journal)
    page = shell.pages.currentWidget()
    page.installEventFilter(OnPaint(page))
    return main
usual, app._fill = app._fill, fill
sys.exit(__main__.main(sys.argv[1:2]))
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
    *("journal.bin", "journal.protection.rekeying", "journal.whole"),
    *("widgets.dialogs.progress", "window.file_work", "window.mending"),
    "journal.search.query",
    "journal.values.printed_parts",
    "features.appointments.rules.answers",
    "features.decisions.rules.chances",
    "features.opinions.rules.side_by_side",
    "features.results.rules.series",
)
_DATACLASSES = 14
_UNUSED_WIDGETS = ("QCalendarWidget", "QMdiArea", "QToolBox", "QWizard")


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
    *early, _words, made = _printed(_HOME, _AFTER_HOME, tmp_path)
    assert early == []
    assert int(made) <= _DATACLASSES, "a NamedTuple is made in a quarter of the time"


def test_home_is_seen_without_the_classes_of_other_widgets(sample: Path, tmp_path: Path) -> None:
    """PySide makes all of them when it first meets a widget that Qt itself made."""
    assert _printed(_OPENED, (str(sample), *_UNUSED_WIDGETS), tmp_path) == []
