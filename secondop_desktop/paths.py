"""Where things lie: our own resources, and the user's folders."""

import sys
import sysconfig
import warnings
from pathlib import Path

from platformdirs import PlatformDirs

from secondop_desktop.resource_files import located

_DIRS = PlatformDirs("Secondop", appauthor=False)


def resource(*parts: str) -> Path:
    """Return the path of a file of ``resources/``; see ``located``."""
    return Path(located(*parts))


def installation() -> tuple[Path, ...]:
    """Return the folders that hold nothing but what was installed: the program and its parts."""
    package = Path(__file__).resolve().parent
    parts = (getattr(sys, "_MEIPASS", package), *map(sysconfig.get_path, ("purelib", "platlib")))
    return (package, package.parent / "resources", *(Path(part) for part in parts))


def settings_file() -> Path:
    """Return the file of this device's settings (it holds no health data)."""
    return _DIRS.user_config_path / "settings.json"


def runtime_folder() -> Path:
    """Return the folder for what holds only while the program runs; it is on this computer."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a system without such a folder: another one is taken
        return _DIRS.user_runtime_path


def roomy_folder() -> Path:
    """Return the folder for what may be large for a while; it is on a disk, not in memory."""
    return _DIRS.user_cache_path / "passing"


def cache_folder() -> Path:
    """Return the folder for what can be made again (it holds no health data)."""
    return _DIRS.user_cache_path


def unfinished_folder() -> Path:
    """Return the folder of notes about what is being written just now: names of folders alone."""
    return _DIRS.user_config_path / "unfinished"


def documents_folder() -> Path:
    """Return the folder where a new journal is offered to be kept."""
    return _DIRS.user_documents_path
