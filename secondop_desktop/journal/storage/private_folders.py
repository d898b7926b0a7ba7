"""Folders that this person alone may enter; light, as the window asks before it is seen."""

import os
import stat
from pathlib import Path


def made_private(folder: Path) -> bool:
    """Make a folder where none is; tell whether it is this person's alone, and no link."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        about = folder.lstat()
    except OSError:
        return False
    own = not hasattr(os, "getuid") or about.st_uid == os.getuid()
    shut = os.name == "nt" or not about.st_mode & 0o077
    return own and shut and stat.S_ISDIR(about.st_mode)
