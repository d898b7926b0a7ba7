"""Letters of a photographed page made readable: what shades the paper is taken away.

A lamp, a shadow of the hand, a fold: all change slowly over the page, letters do not. So the
paper's own brightness around each dot is what the dot is measured by.
"""

from typing import Any, Final

LIGHTER, LETTERS_ON_WHITE = 1, 2
"""Even light, in colour; and dark letters on white, without colour."""

_COARSE: Final = 160
"""Dots along the longer side on which the brightness of the paper is looked for."""

_LETTERS: Final = 7
"""So wide, on that, is what counts as a letter and not as paper: odd, as a filter asks."""

_SOFT: Final = 6
_PAPER: Final = 277
"""Of 255: what is nearly as bright as the paper is paper."""

_INK: Final = 90
"""Up to this brightness all is ink; only where no colour is kept."""

_FULL: Final = 255


def lightened(image: Any, level: int) -> Any:
    """Return a picture in colours with even light; as it is for a level of 0."""
    if not level:
        return image
    from PIL import Image

    paper = _paper(image)
    if level == LETTERS_ON_WHITE:
        return _even(image.convert("L"), paper).point(_darker).convert("RGB")
    return Image.merge("RGB", [_even(band, paper) for band in image.split()])


def _darker(shade: int) -> int:
    return max(shade - _INK, 0) * _FULL // (_FULL - _INK)


def _paper(image: Any) -> Any:
    """Return how bright the paper is at each dot, in grey: the brightest around, softened."""
    from PIL import Image, ImageFilter

    small = image.convert("L")
    small.thumbnail((_COARSE, _COARSE), Image.Resampling.BOX)
    bright = small.filter(ImageFilter.MaxFilter(_LETTERS))
    soft = bright.filter(ImageFilter.GaussianBlur(_SOFT)).point(lambda shade: max(shade, 1))
    return soft.resize(image.size, Image.Resampling.BILINEAR)


def _even(band: Any, paper: Any) -> Any:
    """Divide by the brightness of the paper."""
    from PIL import ImageMath

    def reckon(args: Any) -> Any:
        whole = args["band"] * _PAPER / args["paper"]
        return args["convert"](args["min"](whole, _FULL), "L")

    return ImageMath.lambda_eval(reckon, band=band, paper=paper)
