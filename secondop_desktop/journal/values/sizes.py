"""Sizes of files in words."""

from typing import Final

from secondop_desktop.lang import _

_STEP: Final = 1000
_UNITS: Final = ("KB", "MB", "GB")


def size_words(size: int) -> str:
    """Say a size in bytes as people see it elsewhere: ``340 KB``, ``2.3 MB`` (1 KB = 1000)."""
    number, unit = max(size, 0) / _STEP, _UNITS[0]
    for bigger in _UNITS[1:]:
        if round(number) < _STEP:
            break
        number, unit = number / _STEP, bigger
    shown = f"{number:.1f}" if 0 < number < 10 and unit != "KB" else f"{max(number, 0):.0f}"
    return f"{shown} {unit}" if size >= _STEP else _("less than 1 KB")
