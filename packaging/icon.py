"""Draw the icon of the program in every size and form: ``icon.py SVG FOLDER``.

The folder gets ``SIZE.png``, ``secondop.ico`` for Windows and ``secondop.icns`` for macOS.
"""

import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 32, 48, 64, 128, 256, 512, 1024)
_LARGEST_ICO = 256


def draw(svg: Path, size: int, png: Path) -> None:
    """Write the drawing as a square of so many pixels; raises OSError where it cannot be."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    if not image.save(str(png)):
        raise OSError(str(png))


def draw_all(svg: Path, folder: Path) -> None:
    """Draw each size by itself, as a small icon made of a large one is a blur."""
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        draw(svg, size, folder / f"{size}.png")
    drawn = [Image.open(folder / f"{size}.png") for size in SIZES]
    small = [one for one in drawn if one.width <= _LARGEST_ICO]
    small[-1].save(
        folder / "secondop.ico", sizes=[one.size for one in small], append_images=small[:-1]
    )
    drawn[-1].save(folder / "secondop.icns", append_images=drawn[:-1])


if __name__ == "__main__":
    _app = QGuiApplication(sys.argv[:1])
    draw_all(Path(sys.argv[1]), Path(sys.argv[2]))
