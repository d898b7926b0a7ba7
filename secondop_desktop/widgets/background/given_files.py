"""Files of this computer, or a picture, as they are dropped or pasted."""

from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage

TAKES_FILES: Final = "takes files"
"""The property of a widget that takes the files dropped on it itself."""


class GivenFiles(NamedTuple):
    """What was dropped or pasted: files, a picture that no file holds, or the text of a table."""

    paths: tuple[Path, ...] = ()
    image: QImage | None = None
    table: str = ""

    @property
    def files(self) -> tuple[Path, ...]:
        """The paths without the folders, for what takes one file."""
        return tuple(path for path in self.paths if path.is_file())

    def __bool__(self) -> bool:
        """Tell whether there is anything to keep."""
        return bool(self.paths or self.table) or self.image is not None


def given_files(data: QMimeData | None) -> GivenFiles:
    """Return what a drop or the clipboard holds that can be read: files, and folders as discs."""
    if data is None:  # an empty clipboard of some systems
        return GivenFiles()
    local = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    paths = tuple(path for path in local if path.is_file() or path.is_dir())
    if paths or not data.hasImage():
        return GivenFiles(paths)
    image = data.imageData()
    shown = isinstance(image, QImage) and not image.isNull()
    return GivenFiles(image=image) if shown else GivenFiles()


def on_clipboard() -> GivenFiles:
    """Return what the clipboard holds that can be kept."""
    return given_files(QGuiApplication.clipboard().mimeData())
