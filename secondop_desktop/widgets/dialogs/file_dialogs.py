"""The system's own dialogs for files: they open in Documents, and later where one was last."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from secondop_desktop.journal.files.file_names import file_name
from secondop_desktop.lang import _
from secondop_desktop.paths import documents_folder
from secondop_desktop.widgets.dialogs.leaving import titled

_last: dict[str, Path] = {}
"""The folder of the last file, while the program runs: it says too much to be kept."""


def start_folder() -> Path:
    """Return where a dialog opens: the folder used last, else Documents, else the home folder."""
    offered = (_last.get("folder"), documents_folder())
    return next((one for one in offered if one is not None and one.is_dir()), Path.home())


def ask_target(
    parent: QWidget, title: str, name: str, kinds: str, *, locked: bool = False
) -> Path | None:
    """Ask where to save a file; what is typed without an ending gets that of ``name``.

    A ``locked`` one has a password of its own.
    """
    start = str(start_folder() / name)
    said = title if locked else titled(title)
    found, _chosen = QFileDialog.getSaveFileName(parent, said, start, kinds)
    if not found:
        return None
    target = Path(found) if Path(found).suffix else Path(found).with_suffix(Path(name).suffix)
    _last["folder"] = target.parent
    return target


def ask_new_folder(parent: QWidget, title: str, name: str) -> Path | None:
    """Ask where to make a new folder, under a name that can be changed."""
    start = str(start_folder() / name)
    found, _chosen = QFileDialog.getSaveFileName(parent, titled(title), start)
    if found:
        _last["folder"] = Path(found).parent
    return Path(found) if found else None


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder that is there, such as a disc."""
    found = QFileDialog.getExistingDirectory(parent, title, str(start_folder()))
    return Path(found) if found else None


def ask_copy(parent: QWidget, kept_name: str) -> Path | None:
    """Ask where to save a copy of a kept file, under its own name without a health number."""
    ending = Path(kept_name).suffix
    name = file_name(Path(kept_name).stem, ending, _("Copy"))
    return ask_target(parent, _("Save a copy"), name, "")


def ask_sources(parent: QWidget, title: str, kinds: str = "") -> list[Path]:
    """Ask which files to take; an empty list when the person changed their mind."""
    names, _chosen = QFileDialog.getOpenFileNames(parent, title, str(start_folder()), kinds)
    if names:
        _last["folder"] = Path(names[0]).parent
    return [Path(name) for name in names]
