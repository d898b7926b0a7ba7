"""Offers a chart as a picture: to copy, or to save as a PNG or an SVG file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from secondop_desktop.errors import UserError
from secondop_desktop.journal.files.file_names import file_name
from secondop_desktop.lang import _
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.chart import Chart
from secondop_desktop.widgets.chart.picture import image_of, png_of, svg_of
from secondop_desktop.widgets.controls.key_press import on_key, on_menu_wanted
from secondop_desktop.widgets.dialogs.file_dialogs import ask_target
from secondop_desktop.widgets.feedback.saved_file import SavedFileNotice
from secondop_desktop.widgets.theme import icons
from secondop_desktop.widgets.theme.tone import Tone

Write = Callable[[Path, bytes], object]
_SVG = ".svg"


class ChartPicture(QObject):
    """A menu on the chart, and Ctrl+C; ``said`` tells what came of it.

    ``write`` puts bytes into a file that is there whole or not at all.
    """

    def __init__(self, chart: Chart, said: SavedFileNotice, write: Write) -> None:
        super().__init__(chart)
        self._chart, self._said, self._write = chart, said, write
        on_menu_wanted(chart, self._open_menu)
        on_key(QKeySequence.StandardKey.Copy, chart, self.copy)

    def _open_menu(self, spot: QPoint) -> None:
        self.menu = QMenu(self._chart)
        acts = ((_("Copy the picture"), "copy", self.copy),
                (_("Save the picture…"), "export", self.ask_target))  # fmt: skip
        for words, icon, does in acts:
            self.menu.addAction(icons.menu_icon(icon), words).triggered.connect(does)
        self.menu.popup(spot)

    def copy(self) -> None:
        """Put the picture on the clipboard."""
        with self._chart.pictured():
            QGuiApplication.clipboard().setImage(image_of(self._chart))
        announce(self._chart, _("The picture was copied."))

    def ask_target(self) -> None:
        """Ask where to save the picture, and as what."""
        kinds = ";;".join((_("Pictures (*.png)"), _("Drawings that stay sharp (*.svg)")))
        name = file_name(self._chart.accessibleName(), ".png", _("Chart"))
        target = ask_target(self._chart, _("Save the picture"), name, kinds)
        if target is not None:
            self.save_to(target)

    def save_to(self, target: Path) -> None:
        """Save the picture: as an SVG where its name ends so, else as a PNG."""
        with self._chart.pictured():
            as_lines = target.suffix.lower() == _SVG
            title = self._chart.accessibleName()
            data = svg_of(self._chart, title) if as_lines else png_of(self._chart)
        try:
            self._write(target, data)
        except UserError as error:
            self._said.say(str(error), Tone.ERROR)
            self._said.tell()
        else:
            self._said.say_saved(_("{file} was saved.").format(file=target.name), target)
