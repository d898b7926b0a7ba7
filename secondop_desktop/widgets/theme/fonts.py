"""The two font families, loaded from their packages and joined so that no glyph is missing."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from secondop_desktop.widgets.theme.sizes import Text, Weight, points

FAMILIES: Final = ("Atkinson Hyperlegible", "Inter")
_FILES: Final = (
    ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Regular.ttf"),
    ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Bold.ttf"),
    ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Italic.ttf"),
    ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-BoldItalic.ttf"),
    ("fontpkg_inter", "Inter[opsz,wght].ttf"),
)


@cache
def load() -> None:
    """Make both families known to Qt; the system's own font stands in for a missing file."""
    for package, name in _FILES:
        found = find_spec(package)
        if found is not None and found.origin is not None:
            QFontDatabase.addApplicationFont(str(Path(found.origin).parent / "files" / name))


def font(role: Text = Text.BODY, percent: int = 100, weight: Weight = Weight.REGULAR) -> QFont:
    """Return the font of a role at a text size of 100 to 200 percent."""
    result = QFont()
    result.setFamilies(list(FAMILIES))
    result.setPointSizeF(points(role, percent))
    result.setWeight(QFont.Weight.Bold if weight is Weight.BOLD else QFont.Weight.Normal)
    return result
