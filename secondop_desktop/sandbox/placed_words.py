"""The words of a page with the place of each, put together from its characters."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

_MOST: Final = 60_000
"""Characters of one page that are read; a page of print has some three thousand."""

_RAISED: Final = str.maketrans("0123456789+-\u2212", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_SMALL_AND_LIFTED: Final = ((0.85, 0.15), (0.95, 0.25))
"""Of the height of the word: smaller than this and higher by this, a figure is a power."""

_GAP: Final = 0.22
_BACK: Final = 0.35
"""Of the height of a letter: how far the next of a word may stand off, or lie over it."""

_UNWRITTEN: Final = frozenset("\0\ufffe\uffff\x02\xad")


@dataclass(frozen=True)
class _Letter:
    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return max(self.bottom - self.top, 0.1)


Placed = tuple[str, float, float, float, float]
"""A word, and its left, top, right and bottom in points from the upper left corner."""


def placed_words(text_page: Any, seen: Any, size: tuple[float, float], unit: int) -> list[Placed]:
    """Return the words of a page as it is seen, whichever way it is turned.

    ``seen`` brings a spot of the page to ``unit`` steps across and down it; ``size`` is its width
    and height in points. Figures that stand small and raised become ``10⁹``.
    """
    return [_word(run) for run in _runs(_letters(text_page, seen, size, unit))]


def _letters(
    text_page: Any, seen: Any, size: tuple[float, float], unit: int
) -> Iterator[_Letter | None]:
    """Yield the letters in their own order, None for a space between them."""
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    for at in range(min(text_page.count_chars(), _MOST)):
        letter = chr(raw.FPDFText_GetUnicode(text_page.raw, at))
        if raw.FPDFText_IsGenerated(text_page.raw, at) == 1:
            continue  # PDFium's guess of a space; the places of the letters tell it better
        if letter.isspace() or letter in _UNWRITTEN:
            yield None
        elif raw.FPDFText_GetLooseCharBox(text_page.raw, at, box):
            one, other = (
                seen.to_bitmap(*spot) for spot in ((box.left, box.top), (box.right, box.bottom))
            )
            across, down = (sorted(pair) for pair in zip(one, other, strict=True))
            x, y = size[0] / unit, size[1] / unit
            yield _Letter(letter, across[0] * x, down[0] * y, across[1] * x, down[1] * y)


def _runs(letters: Iterable[_Letter | None]) -> Iterator[list[_Letter]]:
    run: list[_Letter] = []
    for letter in letters:
        if run and (letter is None or not _joins(run, letter)):
            yield run
            run = []
        if letter is not None:
            run.append(letter)
    if run:
        yield run


def _joins(run: list[_Letter], after: _Letter) -> bool:
    last, top = run[-1], min(letter.top for letter in run)
    if after.text.isalpha() and (last.left, last.right) == (after.left, after.right):
        return True  # parts of one sign, as fi
    foot = max(letter.bottom for letter in run)
    tall = max(foot - top, after.height)
    beside = -_BACK * tall < after.left - last.right < _GAP * tall
    return beside and top - tall / 3 < (after.top + after.bottom) / 2 < foot


def _word(run: list[_Letter]) -> Placed:
    tall = max(letter.height for letter in run)
    foot = max(letter.bottom for letter in run)
    text = "".join(
        letter.text.translate(_RAISED) if _is_raised(letter, tall, foot) else letter.text
        for letter in run
    )
    left, right = min(one.left for one in run), max(one.right for one in run)
    return text, left, min(one.top for one in run), right, foot


def _is_raised(letter: _Letter, tall: float, foot: float) -> bool:
    small, lifted = letter.height / tall, (foot - letter.bottom) / tall
    return any(small < most and lifted > least for most, least in _SMALL_AND_LIFTED)
