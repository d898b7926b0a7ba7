"""Draw how each work grows as an SVG: ``python -m tests.benchmarks.plot FILE``."""

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from reportlab.graphics.charts.lineplots import LinePlot
from reportlab.graphics.renderSVG import drawToString
from reportlab.graphics.shapes import Drawing, PolyLine, Rect, String
from reportlab.lib.colors import HexColor, white

from tests.benchmarks.growth import YEARS, exponent, measured

_WIDE, _TALL = 720, 400
_TITLE = "How each work grows with the years"
_INKS = ("1f5fa8", "b3541e", "2d7d46", "7a3fa0", "8c6d1f", "a8324a", "3b7f86", "555555")


def drawn(took: Mapping[str, Mapping[int, float]]) -> str:
    """Return the picture: how many times the first year each work takes, by years."""
    drawing = Drawing(_WIDE, _TALL)
    drawing.add(Rect(0, 0, _WIDE, _TALL, fillColor=white, strokeColor=None))
    plot = LinePlot()
    plot.x, plot.y, plot.width, plot.height = 50, 40, 380, 330
    plot.data = [[(years, spent / one[1]) for years, spent in one.items()] for one in took.values()]
    plot.xValueAxis.valueMin, plot.xValueAxis.valueMax = 0, YEARS[-1]
    plot.xValueAxis.valueSteps = [0, *YEARS]
    plot.yValueAxis.valueMin = 0
    for at, (name, one) in enumerate(took.items()):
        ink = HexColor(f"#{_INKS[at % len(_INKS)]}")
        plot.lines[at].strokeColor, plot.lines[at].strokeWidth = ink, 1.5
        dashes = (4, 3) if at >= len(_INKS) else None
        plot.lines[at].strokeDashArray = dashes
        said = f"{name}: power {exponent(one):.2f}"
        place = _TALL - 30 - at * 18
        ends = [448, place + 4, 476, place + 4]
        drawing.add(PolyLine(ends, strokeColor=ink, strokeWidth=1.5, strokeDashArray=dashes))
        drawing.add(String(482, place, said, fontSize=11, fillColor=ink))
    drawing.add(plot)
    drawing.add(String(50, 12, "Years of dense records", fontSize=11))
    drawing.add(String(50, _TALL - 16, "Times what it takes after one year", fontSize=11))
    return _plain(str(drawToString(drawing)))


def _plain(picture: str) -> str:
    """Take out what not every reader of SVG knows, and name the picture."""
    picture = re.sub(r"\s*<clipPath.*?</clipPath>", "", picture, flags=re.DOTALL)
    picture = picture.replace(' style="clip-path: url(#clip)"', "").replace(
        "fill: None", "fill: none"
    )
    return picture.replace("<title>...</title>", f"<title>{_TITLE}</title>")


def main() -> None:
    """Measure, draw, and print the figures that were drawn."""
    with TemporaryDirectory() as folder:
        took = measured(Path(folder))
    Path(sys.argv[1]).write_text(drawn(took), "utf-8")
    for name, one in took.items():
        ratios = " | ".join(f"{one[years] / one[1]:.2f}" for years in YEARS[1:])
        print(f"| {name} | {ratios} | {exponent(one):.2f} |")


if __name__ == "__main__":
    main()
