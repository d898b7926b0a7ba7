"""A single sheet from the journal to its file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from secondop_desktop.exchange.pdf.blocks.flow import Block
from secondop_desktop.exchange.pdf.pages import document, panels
from secondop_desktop.exchange.pdf.pages.panels import Panels, height_of, scaled
from secondop_desktop.exchange.pdf.sheet import MM, PAGE, STANDARD, Sheet, Style, paper
from secondop_desktop.exchange.pdf.structure.saving import write_whole
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import N_, _
from secondop_desktop.summary.choices import Choices
from secondop_desktop.summary.sheets.fridge_page import fridge_page, wallet_card
from secondop_desktop.summary.sheets.question_sheet import question_sheet
from secondop_desktop.summary.snapshot import Snapshot
from secondop_desktop.summary.story import about_of

SHEETS: Mapping[str, str] = {
    "questions": N_("My questions, with room to write"),
    "questions-a5": N_("My questions, small: two on a page"),
    "fridge": N_("A page for the fridge"),
    "wallet": N_("A card for the wallet"),
}
"""The sheets there are, in their order, and what each is called."""

_LINES = (7, 6, 5, 4, 3)
_SMALL_LINES = 4
_LARGEST, _SMALLEST, _STEP = 2.0, 0.9, 0.05
_FRIDGE = Panels(1, 1, *PAGE, 14 * MM)
_HALVES = Panels(2, 1, PAGE[1] / 2, PAGE[0], 11 * MM)
_CARD = Panels(2, 5, 85.6 * MM, 54 * MM, 3.5 * MM)
_CARD_SCALE = 0.78


@dataclass(frozen=True)
class SheetMade:
    """How many pages it has, and the titles of private entries that stay out."""

    pages: int
    missing: int
    held_back: tuple[str, ...]
    begun: tuple[str, ...]


def preview(
    journal: Journal, choices: Choices, sheet: str, *, made_at: datetime | None = None
) -> tuple[bytes, SheetMade]:
    """Return a sheet by its name in ``SHEETS`` as bytes."""
    rows = Snapshot(journal, choices)
    title = _("{title}: {name}").format(title=_(SHEETS[sheet]), name=rows.person.name or "–")
    about = replace(about_of(rows, made_at), title=title)
    data, built = _MAKERS[sheet](rows, about)
    out = tuple(rows.held_back), tuple(rows.begun)
    return data, SheetMade(built.pages, built.missing.count, *out)


def write(
    journal: Journal,
    choices: Choices,
    sheet: str,
    target: Path,
    *,
    made_at: datetime | None = None,
) -> SheetMade:
    """Write a sheet to a file, which is replaced only when whole; raises UserError."""
    data, made = preview(journal, choices, sheet, made_at=made_at)
    write_whole(target, data)
    return made


Made = tuple[bytes, document.Built]


def _questions(rows: Snapshot, about: document.About) -> Made:
    """Give as much room to write as there is on the fewest pages that will do."""

    def made(lines: int) -> Made:
        return document.preview(question_sheet(rows, lines), about, large_print=rows.large)

    tried = [made(lines) for lines in _LINES]
    fewest = min(built.pages for _data, built in tried)
    return next(one for one in tried if one[1].pages == fewest)


def _questions_small(rows: Snapshot, about: document.About) -> Made:
    sheet = replace(paper(turned=True), chrome=Style(7.5, 10))
    return panels.preview(question_sheet(rows, _SMALL_LINES), about, sheet, _HALVES)


def _fridge(rows: Snapshot, about: document.About) -> Made:
    sheet = _fitting(lambda: fridge_page(rows), _FRIDGE)
    return panels.preview(fridge_page(rows), about, sheet, _FRIDGE)


def _fitting(make: Callable[[], list[Block]], layout: Panels) -> Sheet:
    """Return the sheet with the largest letters in which all of it fits on one page."""
    steps = round((_LARGEST - _SMALLEST) / _STEP)
    for step in range(steps + 1):
        sheet = scaled(STANDARD, _LARGEST - step * _STEP)
        if height_of(make(), sheet, layout) <= layout.inside[1]:
            return sheet
    return scaled(STANDARD, 1.0)


def _wallet(rows: Snapshot, about: document.About) -> Made:
    sheet = replace(scaled(STANDARD, _CARD_SCALE), chrome=Style(5.5, 7))
    return panels.preview(wallet_card(rows), about, sheet, _CARD)


_MAKERS: Mapping[str, Callable[[Snapshot, document.About], Made]] = {
    "questions": _questions,
    "questions-a5": _questions_small,
    "fridge": _fridge,
    "wallet": _wallet,
}
