"""Pictures with words for those who cannot see them."""

from __future__ import annotations

from abc import abstractmethod
from io import BytesIO
from typing import TYPE_CHECKING, Any

from secondop_desktop.exchange.pdf.blocks.block import Block
from secondop_desktop.exchange.pdf.sheet import Sheet
from secondop_desktop.exchange.pdf.structure.syntax import number
from secondop_desktop.exchange.pdf.structure.tags import Elem
from secondop_desktop.exchange.pdf.text.fonts import BODY
from secondop_desktop.exchange.pdf.text.readable import harmless

if TYPE_CHECKING:
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

_MOST = 0.92  # of a page: a taller picture is made smaller
_DOTS = 220 / 72  # per point: more is not seen on paper and only makes the file large


class Illustration(Block):
    """Something drawn as one figure, with a sentence that says what it shows."""

    def __init__(self, alt: str) -> None:
        """Take the sentence; an empty one is no help to anybody and raises ValueError."""
        if not harmless(alt).strip():
            raise ValueError("a figure needs a text alternative")
        self.alt = harmless(alt)

    def space(self, sheet: Sheet) -> tuple[float, float]:
        """Return a small space before and a middle one after."""
        return sheet.gap("s"), sheet.gap("m")

    @abstractmethod
    def size(self, canvas: TaggedCanvas, width: float) -> tuple[float, float]:
        """Return the width and height it takes when this much width is there."""

    @abstractmethod
    def illustrate(
        self, canvas: TaggedCanvas, x: float, y: float, width: float, height: float
    ) -> None:
        """Draw into a rectangle whose lower left corner is x, y."""

    def height(self, canvas: TaggedCanvas, width: float) -> float:
        """Return its height."""
        return self.size(canvas, width)[1]

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw it at the left as content of a figure."""
        wide, high = self.size(canvas, width)
        box = " ".join(map(number, (x, top - high, x + wide, top)))
        elem = Elem("Figure", alt=self.alt, attributes=f"/O/Layout/BBox[{box}]")
        with canvas.marked(elem):
            canvas.saveState()
            self.illustrate(canvas, x, top - high, wide, high)
            canvas.restoreState()


def fitted(natural: tuple[float, float], width: float, height: float) -> tuple[float, float]:
    """Return a size of the same shape that is no larger than natural, width and height."""
    scale = min(1.0, width / max(natural[0], 0.01), height / max(natural[1], 0.01))
    return natural[0] * scale, natural[1] * scale


class Figure(Illustration):
    """A drawing of ReportLab's graphics, made smaller where it does not fit."""

    def __init__(self, drawing: Any, alt: str) -> None:
        """Take a ``reportlab.graphics.shapes.Drawing`` and what it shows."""
        super().__init__(alt)
        drawing.initialFontName = getattr(drawing, "initialFontName", None) or BODY
        self.drawing = drawing

    def size(self, canvas: TaggedCanvas, width: float) -> tuple[float, float]:
        """Return the size of the drawing."""
        natural = (self.drawing.width, self.drawing.height)
        return fitted(natural, width, canvas.sheet.height * _MOST)

    def illustrate(
        self, canvas: TaggedCanvas, x: float, y: float, width: float, height: float
    ) -> None:
        """Draw the drawing."""
        canvas.translate(x, y)
        scale = width / max(self.drawing.width, 0.01)
        canvas.scale(scale, scale)
        self.drawing.drawOn(canvas, 0, 0)


class Picture(Illustration):
    """A photo or scan from its bytes, turned upright, no finer than paper can show."""

    def __init__(self, data: bytes, alt: str, *, height: float = 0.0) -> None:
        """Take the bytes of an image file; ``height`` limits it, in points.

        Raises ValueError when the bytes are not a picture that can be read.
        """
        super().__init__(alt)
        self.image = _opened(data)
        self.most = height

    def size(self, canvas: TaggedCanvas, width: float) -> tuple[float, float]:
        """Return the size: as wide as there is room, unless that makes it too tall."""
        pixels = self.image.size
        most = self.most or canvas.sheet.height * _MOST
        natural = (pixels[0] * 72 / 96, pixels[1] * 72 / 96)
        return fitted(natural, width, min(most, canvas.sheet.height * _MOST))

    def illustrate(
        self, canvas: TaggedCanvas, x: float, y: float, width: float, height: float
    ) -> None:
        """Draw the picture."""
        from reportlab.lib.utils import ImageReader

        reader = ImageReader(BytesIO(_encoded(self.image, width)))
        canvas.drawImage(reader, x, y, width, height, mask="auto")


def _opened(data: bytes) -> Any:
    from PIL import Image, ImageOps

    try:
        with Image.open(BytesIO(data)) as image:
            image.load()
            return ImageOps.exif_transpose(image)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as problem:
        raise ValueError("these bytes are not a picture that can be read") from problem


def _encoded(image: Any, width: float) -> bytes:
    """Return it as PNG where it is drawn or see-through, as JPEG where it is a photo."""
    seen = max(1, round(width * _DOTS))
    if image.width > seen:
        image = image.convert("RGBA" if _see_through(image) else "RGB")
        image = image.resize((seen, max(1, round(image.height * seen / image.width))))
    out = BytesIO()
    if _see_through(image) or image.mode in {"1", "L", "P"}:
        image.convert("RGBA" if _see_through(image) else "RGB").save(out, "PNG")
    else:
        image.convert("RGB").save(out, "JPEG", quality=88)
    return out.getvalue()


def _see_through(image: Any) -> bool:
    return image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info
