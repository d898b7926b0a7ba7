"""Imports are quicker when PySide does not read the source of each module that comes after it."""

import sys
from types import ModuleType

import PySide6.QtCore  # noqa: F401 - brings in the part that reads

READER = "shibokensupport.feature"


def read_no_sources() -> None:
    """Tell PySide that no module switches its names by ``from __feature__ import …``.

    To find out, it reads every module's source once more and keeps it: with the modules that
    Home needs, some 30 ms and 14 MB. Where a later PySide has no such part, nothing changes.
    """
    reader = sys.modules.get(READER)
    if reader is not None and hasattr(reader, "_mod_uses_pyside"):
        reader.__dict__["_mod_uses_pyside"] = _switches_nothing


def _switches_nothing(_module: ModuleType) -> bool:
    return False
