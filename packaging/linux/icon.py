"""Draw the icon of the program in one size: ``icon.py SVG SIZE PNG``."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer


def draw(svg: Path, size: int, png: Path) -> None:
    """Write the drawing as a square of so many pixels; raises OSError where it cannot be."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    if not image.save(str(png)):
        raise OSError(str(png))


if __name__ == "__main__":
    _app = QGuiApplication(sys.argv[:1])
    draw(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
