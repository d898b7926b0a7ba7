"""How photographs become pages: which, in what order, turned, cut and lightened, in one line.

The line stands in the ``source_place`` of the record, beside the originals that it is about.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from secondop_desktop.journal.sources import PAGES

PARTS: Final = 10_000
WHOLE: Final = (0, 0, PARTS, PARTS)
"""No part of the page cut away."""

_MOST: Final = 2_000
_SHEET: Final = re.compile(
    r"(\d{1,4})\.(\d{1,4})(?:t([123]))?(?:c(\d{1,5}),(\d{1,5}),(\d{1,5}),(\d{1,5}))?(?:l([12]))?"
)

Crop = tuple[int, int, int, int]
"""Left, top, right and bottom in ten-thousandths of the page as it is turned."""


@dataclass(frozen=True)
class Sheet:
    """One page: a picture and its page, both from 0, quarter turns to the right, what is kept.

    ``light`` is 0 as photographed, 1 for even light, 2 for dark letters on white.
    """

    picture: int
    page: int = 0
    quarters: int = 0
    crop: Crop = WHOLE
    light: int = 0

    def turned(self, by: int) -> "Sheet":
        """Return it turned by so many quarters to the right; what is kept turns with it."""
        crop = self.crop
        for _quarter in range(by % 4):
            left, top, right, bottom = crop
            crop = (PARTS - bottom, left, PARTS - top, right)
        return replace(self, quarters=(self.quarters + by) % 4, crop=crop)

    def uncut(self) -> "Sheet":
        """Return it with nothing cut away."""
        return replace(self, crop=WHOLE)


def written(sheets: Sequence[Sheet]) -> str:
    """Return an arrangement as it is kept."""
    return PAGES + " ".join(map(_written, sheets))


def read(place: str) -> tuple[Sheet, ...]:
    """Return the arrangement that a record keeps; none where it keeps none that can be read."""
    if not place.startswith(PAGES):
        return ()
    found = [_SHEET.fullmatch(part) for part in place.removeprefix(PAGES).split()]
    if len(found) > _MOST or not all(found):
        return ()
    return tuple(_sheet(match) for match in found if match)


def _written(sheet: Sheet) -> str:
    turned = f"t{sheet.quarters}" if sheet.quarters else ""
    cut = "c" + ",".join(map(str, sheet.crop)) if sheet.crop != WHOLE else ""
    light = f"l{sheet.light}" if sheet.light else ""
    return f"{sheet.picture + 1}.{sheet.page + 1}{turned}{cut}{light}"


def _sheet(match: re.Match[str]) -> Sheet:
    picture, page, quarters, left, top, right, bottom, light = match.groups()
    crop = WHOLE if left is None else (int(left), int(top), int(right), int(bottom))
    first = (max(int(picture) - 1, 0), max(int(page) - 1, 0))
    return Sheet(*first, int(quarters or 0), crop, int(light or 0))
