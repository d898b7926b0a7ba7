"""What lies at a path, as far as this person may look: pathlib raises where a folder is locked."""

from contextlib import suppress
from pathlib import Path


def is_there(path: Path) -> bool:
    """Tell whether anything can be seen at a path."""
    with suppress(OSError):
        return path.exists()
    return False


def is_folder(path: Path) -> bool:
    """Tell whether a folder can be seen there."""
    with suppress(OSError):
        return path.is_dir()
    return False


def is_regular(path: Path) -> bool:
    """Tell whether a file that ends can be seen there: no pipe, no device, no folder."""
    with suppress(OSError):
        return path.is_file()
    return False
